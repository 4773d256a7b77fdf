// Transaction Bundles: all or nothing, each key once, whoever comes first and however often.
#include <gmock/gmock.h>

#include <thread>

#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;

constexpr const char* answers_condition = "identifier=urn:aktiv-dialog:submission|s-1";

class Transaction : public CaseFileTest {
 protected:
  // A citizen, the answers and who gave them, referring to each other inside the Bundle.
  static TestJson whole_submission() {
    const TestJson provenance = {
        {"resourceType", "Provenance"},
        {"meta", {{"tag", {{{"system", "urn:aktiv-dialog:tag"}, {"code", "s-1/p"}}}}}},
        {"target", {{{"reference", "urn:uuid:answers"}}}},
        {"recorded", "2026-11-22T10:40:00Z"},
        {"agent", {{{"who", {{"reference", "urn:uuid:citizen"}}}}}}};
    return bundle(
        {entry(provenance, "_tag=urn:aktiv-dialog:tag|s-1/p"),
         entry(response("s-1", "urn:uuid:citizen"), answers_condition, "urn:uuid:answers"),
         entry(patient("p-1"), "identifier=urn:aktiv-dialog:citizen|p-1", "urn:uuid:citizen")});
  }
  int total(const std::string& type) { return json_of(ask("GET", "/fhir/" + type))["total"]; }
  static std::vector<std::string> statuses(const HttpResponse& answer) {
    std::vector<std::string> found;
    const auto reply = json_of(answer);
    for (const auto& replied : reply["entry"]) found.push_back(replied["response"]["status"]);
    return found;
  }
};

TEST_F(Transaction, KeepsEveryEntryAndResolvesReferencesBetweenThem) {
  const auto answer = ask("POST", "/fhir", whole_submission());
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(json_of(answer)["type"], "transaction-response");
  EXPECT_EQ(statuses(answer), std::vector<std::string>(3, "201 Created"));

  const auto kept = json_of(ask("GET", "/fhir/QuestionnaireResponse"))["entry"][0]["resource"];
  const std::string subject = kept["subject"]["reference"];
  EXPECT_EQ(ask("GET", "/fhir/" + subject).status, 200);
  EXPECT_EQ(json_of(ask("GET", "/fhir/Provenance?patient=" + subject))["total"], 1);
}

TEST_F(Transaction, TheSameBytesAgainChangeNothing) {
  const auto first = ask("POST", "/fhir", whole_submission());
  const auto second = ask("POST", "/fhir", whole_submission());
  EXPECT_EQ(statuses(second), std::vector<std::string>(3, "200 OK"));
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(json_of(first)["entry"][i]["response"]["location"],
              json_of(second)["entry"][i]["response"]["location"]);
  EXPECT_EQ(total("QuestionnaireResponse"), 1);
}

TEST_F(Transaction, OneBadEntryKeepsAllOut) {
  auto broken = whole_submission();
  broken["entry"][1]["resource"]["item"][0]["answer"][0]["valueString"] = "two";
  const auto answer = ask("POST", "/fhir", broken);
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(words_of(answer),
              HasSubstr("Bundle.entry[1]: QuestionnaireResponse.item[0].answer[0]"));
  EXPECT_EQ(total("Patient"), 0);
  EXPECT_EQ(total("Provenance"), 0);
}

TEST_F(Transaction, AnUnknownReferenceKeepsAllOut) {
  auto broken = whole_submission();
  broken["entry"][1]["resource"]["subject"]["reference"] = "urn:uuid:nobody";
  const auto answer = ask("POST", "/fhir", broken);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(words_of(answer), HasSubstr("no entry of this Bundle"));
  EXPECT_EQ(total("Patient"), 0);
}

TEST_F(Transaction, TheConditionMustNameWhatTheResourceCarries) {
  auto broken = whole_submission();
  broken["entry"][1]["request"]["ifNoneExist"] = "identifier=urn:aktiv-dialog:submission|other";
  EXPECT_EQ(ask("POST", "/fhir", broken).status, 400);
}

TEST_F(Transaction, EachKeyOnce) {
  auto broken = whole_submission();
  auto twin = broken["entry"][1];
  twin.erase("fullUrl");
  broken["entry"].push_back(twin);
  EXPECT_THAT(words_of(ask("POST", "/fhir", broken)), HasSubstr("twice in one Bundle"));
}

TEST_F(Transaction, SeveralMatchesAreNotGuessedBetween) {
  const std::string subject = "Patient/" + new_patient();
  auto tagged = response("s-1", subject);
  tagged["meta"]["tag"] = {{{"system", "urn:aktiv-dialog:tag"}, {"code", "t"}}};
  ask("POST", "/fhir/QuestionnaireResponse", tagged);
  tagged["identifier"]["value"] = "s-2";
  ask("POST", "/fhir/QuestionnaireResponse", tagged);
  tagged["identifier"]["value"] = "s-3";
  EXPECT_EQ(ask("POST", "/fhir", bundle({entry(tagged, "_tag=urn:aktiv-dialog:tag|t")})).status,
            412);
}

TEST_F(Transaction, TakesBackWithinABundle) {
  ask("POST", "/fhir", whole_submission());
  auto mark = json_of(ask("GET", "/fhir/QuestionnaireResponse"))["entry"][0]["resource"];
  const std::string address = "QuestionnaireResponse/" + mark["id"].get<std::string>();
  mark["status"] = "entered-in-error";
  TestJson change = {{"resource", mark}, {"request", {{"method", "PUT"}, {"url", address}}}};
  EXPECT_EQ(ask("POST", "/fhir", bundle({change})).status, 400) << "without ifMatch";
  change["request"]["ifMatch"] = "W/\"1\"";
  EXPECT_EQ(ask("POST", "/fhir", bundle({change})).status, 200);
  EXPECT_EQ(ask("GET", "/fhir/" + address + "/_history/1").status, 410);
}

TEST_F(Transaction, EightKiosksSendTheSameAndOneCopyIsKept) {
  const std::string body = whole_submission().dump();
  std::atomic<int> created{0};
  std::vector<std::thread> kiosks;
  for (int i = 0; i < 8; ++i)
    kiosks.emplace_back([&] {
      for (int round = 0; round < 5; ++round) {
        const auto answer = ask(request("POST", "/fhir", body));
        EXPECT_EQ(answer.status, 200) << answer.body;
        for (const auto& status : statuses(answer)) created += status == "201 Created" ? 1 : 0;
      }
    });
  for (auto& kiosk : kiosks) kiosk.join();
  EXPECT_EQ(created, 3);
  EXPECT_EQ(total("QuestionnaireResponse"), 1);
  EXPECT_EQ(total("Patient"), 1);
  EXPECT_EQ(total("Provenance"), 1);
}

}  // namespace
}  // namespace aktiv::casefile
