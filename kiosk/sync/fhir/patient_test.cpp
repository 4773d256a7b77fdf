// Whose a Patient is, and at which day centre.
#include "kiosk/sync/fhir/patient.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

constexpr const char* bare = R"({"resourceType":"Patient","meta":{"versionId":"3"},
  "identifier":[{"system":"urn:other","value":"x"},
                {"system":"urn:aktiv-dialog:citizen","value":"c-1"}]})";

TEST(Patient, SaysWhoseItIs) {
  EXPECT_EQ(citizen_of(bare), CitizenId("c-1"));
  EXPECT_EQ(citizen_of(R"({"identifier":[{"system":"urn:other","value":"x"}]})"), CitizenId());
}

TEST(Patient, IsFoundByTheKiosksOfItsCentre) {
  const std::string there = at_centre(bare, "Nord, Aalborg");
  EXPECT_TRUE(is_at_centre(there, "Nord, Aalborg"));
  EXPECT_FALSE(is_at_centre(there, "Syd"));
  const Json tag = Json::parse(there)["meta"]["tag"][0];
  EXPECT_EQ(tag["display"], "Nord, Aalborg");
  EXPECT_EQ(tag["code"].get<std::string>().find_first_not_of("0123456789abcdef"), std::string::npos)
      << "a comma or a bar in a name would be another search";
  EXPECT_EQ(at_centre(there, "Nord, Aalborg"), there) << "once is enough";
}

TEST(Patient, KeepsTheTagsOfOthersAndItsVersion) {
  const Json both = Json::parse(at_centre(at_centre(bare, "Nord"), "Syd"));
  EXPECT_EQ(both["meta"]["tag"].size(), 2u);
  EXPECT_EQ(both["meta"]["versionId"], "3");
}

TEST(Patient, OfWhomAllIsErasedKeepsAPseudonymAndItsCentresAndNothingElse) {
  Json patient = Json::parse(at_centre(at_centre(bare, "Nord"), "Syd"));
  patient["id"] = "17";
  patient["extension"] = {{{"url", "urn:aktiv-dialog:sign"}, {"valueString", "signs/sunflower"}}};
  patient["name"] = {{{"text", "somebody"}}};
  patient["meta"]["tag"].push_back({{"system", "urn:other"}, {"code", "x"}});
  const std::string mark = erased(patient.dump());
  EXPECT_TRUE(is_erased(mark));
  EXPECT_FALSE(is_erased(patient.dump()));
  EXPECT_EQ(citizen_of(mark), CitizenId("c-1"));
  EXPECT_TRUE(is_at_centre(mark, "Nord"));
  EXPECT_TRUE(is_at_centre(mark, "Syd"));
  for (const char* gone : {"sunflower", "somebody", "urn:other\",\"code"})
    EXPECT_EQ(mark.find(gone), std::string::npos) << gone;
  EXPECT_EQ(Json::parse(mark)["id"], "17");
  EXPECT_EQ(erased("no JSON"), "");
}

TEST(Patient, IsErasedOnlyWhereBothAreSaid) {
  EXPECT_FALSE(is_erased(R"({"resourceType":"Patient","active":false})"));
  EXPECT_FALSE(is_erased(
      R"({"active":true,"meta":{"tag":[{"system":"urn:aktiv-dialog:fate","code":"erased"}]}})"));
}

TEST(Patient, WithoutACentreIsAsItWas) {
  EXPECT_EQ(at_centre(bare, ""), bare);
  EXPECT_EQ(centre_code(""), "");
}

TEST(Patient, OfAnyShapeHurtsNobody) {
  for (const char* odd : {"", "7", "[]", "{", R"({"meta":7,"identifier":{"a":1}})",
                          R"({"meta":{"tag":[1,null,"x"]},"identifier":[3]})"}) {
    EXPECT_EQ(citizen_of(odd), CitizenId()) << odd;
    EXPECT_FALSE(is_at_centre(odd, "Nord")) << odd;
    const std::string there = at_centre(odd, "Nord");
    EXPECT_TRUE(there == odd || is_at_centre(there, "Nord")) << odd;
  }
}

}  // namespace
}  // namespace aktiv::fhir
