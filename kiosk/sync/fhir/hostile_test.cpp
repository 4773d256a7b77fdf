// Whatever arrives, reading it ends with answers or a fault; never a crash, never half the answers.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

Json response() {
  const auto bundle = Json::parse(*build_bundle(example_pairs(), example_context()));
  return bundle["entry"][1]["resource"];
}

TEST(Hostile, GarbageIsAFault) {
  for (const char* text :
       {"", "null", "[]", "7", "\"x\"", "{", "{}", "{\"resourceType\":\"Bundle\"}",
        "{\"resourceType\":\"Bundle\",\"entry\":7}", "{\"resourceType\":\"Bundle\",\"entry\":[[]]}",
        "{\"resourceType\":\"QuestionnaireResponse\"}",
        "{\"resourceType\":7,\"identifier\":[],\"item\":{}}"}) {
    EXPECT_FALSE(read_response(text)) << text;
    EXPECT_FALSE(read_observation(text)) << text;
    (void)read_head(text);
  }
}

TEST(Hostile, DeepNestingIsAFault) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_FALSE(read_response(deep));
  EXPECT_FALSE(read_response("{\"resourceType\":\"QuestionnaireResponse\",\"item\":" + deep + "}"));
}

TEST(Hostile, AnythingCutOffIsAFault) {
  const auto bytes = *build_bundle(example_pairs(), example_context());
  for (size_t length = 0; length < bytes.size(); length += 13) {
    EXPECT_FALSE(read_response(std::string_view(bytes).substr(0, length))) << length;
  }
}

// Each place in the tree once removed, and once replaced by something else.
void each_place(Json& at, const std::function<void(Json&, const std::string&)>& change) {
  if (!at.is_structured()) return;
  for (auto it = at.begin(); it != at.end(); ++it) {
    change(*it, at.is_object() ? it.key() : "");
    each_place(*it, change);
  }
}

TEST(Hostile, EachValueReplacedGivesAFaultOrTheSameShape) {
  Submission small = example_places();
  small.answers.resize(1);
  const auto bundle = Json::parse(*build_bundle(small, example_context()));
  Json whole = bundle["entry"][1]["resource"];
  int faults = 0;
  each_place(whole, [&](Json& place, const std::string&) {
    for (const Json& other : {Json(), Json(7), Json("x"), Json::array({7}), Json{{"x", 1}}}) {
      const Json kept = place;
      place = other;
      faults += read_response(whole.dump()) ? 0 : 1;
      place = kept;
    }
  });
  EXPECT_GT(faults, 300);
  EXPECT_TRUE(read_response(whole.dump()));
}

TEST(Hostile, AnItemNobodyKnowsIsNotPassedOver) {
  Json later = response();
  later["item"].push_back({{"linkId", "later.thing"}});
  EXPECT_FALSE(read_response(later.dump()));
  Json within = response();
  within["item"][1]["item"].push_back({{"linkId", "answer.later"}});
  EXPECT_FALSE(read_response(within.dump()));
}

TEST(Hostile, TwoResponsesInOneBundleAreAFault) {
  Json bundle = Json::parse(*build_bundle(example_pairs(), example_context()));
  bundle["entry"].push_back(bundle["entry"][1]);
  EXPECT_FALSE(read_response(bundle.dump()));
}

TEST(Hostile, HeadsAreReadFromAnything) {
  const auto head = read_head(response().dump());
  ASSERT_TRUE(head);
  EXPECT_EQ(head->kind, ResponseKind::answers);
  EXPECT_EQ(head->id, example_pairs().id.value);
  EXPECT_FALSE(head->is_taken_back);
  const auto foreign = read_head("{\"resourceType\":\"Patient\"}");
  ASSERT_TRUE(foreign);
  EXPECT_EQ(foreign->kind, ResponseKind::foreign);
}

}  // namespace
}  // namespace aktiv::fhir
