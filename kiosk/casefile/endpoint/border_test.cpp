// Who may write and read: enrolled kiosks, each within its own centre, at a calm pace.
#include <gmock/gmock.h>

#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;

class Border : public CaseFileTest {
 protected:
  HttpResponse as(const std::string& credential, HttpRequest made) {
    made.headers["authorization"] = "Bearer " + credential;
    return ask(made);
  }
};

TEST_F(Border, StrangersAreTurnedAway) {
  auto made = request("GET", "/fhir/Patient");
  made.headers["authorization"] = "Bearer 0000";
  const auto answer = ask(made);
  EXPECT_EQ(answer.status, 401);
  EXPECT_EQ(header_of(answer, "WWW-Authenticate"), "Bearer");
  made.headers.erase("authorization");
  EXPECT_EQ(ask(made).status, 401);
}

TEST_F(Border, AnotherCentresCitizenIsNotThere) {
  const std::string south = enrol_kiosk("Dagcenter Syd", "Syd-1");
  const std::string id = new_patient();
  auto answers =
      json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", "Patient/" + id)));
  const std::string address = "/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>();

  EXPECT_EQ(as(south, request("GET", "/fhir/Patient/" + id)).status, 404);
  EXPECT_EQ(as(south, request("GET", address)).status, 404);
  EXPECT_EQ(as(south, request("GET", address + "/_history/1")).status, 404);
  EXPECT_EQ(
      json_of(as(south, request("GET", "/fhir/QuestionnaireResponse?identifier=s-1")))["total"], 0);
  auto update = request("PUT", address, answers.dump());
  update.headers["if-match"] = "W/\"1\"";
  EXPECT_EQ(as(south, update).status, 404);
  const auto refers = as(south, request("POST", "/fhir/QuestionnaireResponse",
                                        response("s-2", "Patient/" + id).dump()));
  EXPECT_EQ(refers.status, 422);
  EXPECT_THAT(words_of(refers), HasSubstr("leads nowhere within this centre"));
}

TEST_F(Border, AnotherCentresKeyIsNotHandedOut) {
  const std::string south = enrol_kiosk("Dagcenter Syd", "Syd-1");
  ask("POST", "/fhir/Patient", patient("p-1"));
  auto made = request("POST", "/fhir/Patient", patient("p-1").dump());
  made.headers["if-none-exist"] = "identifier=urn:aktiv-dialog:citizen|p-1";
  EXPECT_EQ(as(south, made).status, 422);
}

TEST_F(Border, ToolsAreSharedByAllCentres) {
  const std::string south = enrol_kiosk("Dagcenter Syd", "Syd-1");
  const TestJson tool = {{"resourceType", "Questionnaire"},
                         {"url", "urn:aktiv-dialog:questionnaire:to_billeder"},
                         {"status", "active"},
                         {"identifier", {{{"system", "urn:q"}, {"value", "to_billeder"}}}}};
  const std::string id = json_of(ask("POST", "/fhir/Questionnaire", tool))["id"];
  EXPECT_EQ(as(south, request("GET", "/fhir/Questionnaire/" + id)).status, 200);
}

TEST_F(Border, AShutOutKioskIsAStranger) {
  ASSERT_TRUE(casefile_->database().write([&](Connection& db) -> Status {
    const auto kiosk = kiosk_with_credential(db, secret_hash(north_));
    revoke_kiosk(db, kiosk->id, now_ms_);
    return {};
  }));
  EXPECT_EQ(ask("GET", "/fhir/Patient").status, 401);
}

TEST_F(Border, GuessingIsSlowedDownAndForgivenLater) {
  auto wrong = request("GET", "/fhir/Patient");
  wrong.headers["authorization"] = "Bearer 0000";
  int refused = 0;
  while (ask(wrong).status == 401 && refused < 1000) ++refused;
  EXPECT_EQ(refused, 20);
  EXPECT_EQ(header_of(ask(wrong), "Retry-After"), "60");
  EXPECT_EQ(ask("GET", "/fhir/Patient").status, 200)
      << "an enrolled kiosk behind the same address goes on";
  now_ms_ += 60'000;
  EXPECT_EQ(ask(wrong).status, 401);
}

TEST_F(Border, AKioskThatAsksTooOftenIsSlowedDown) {
  int answered = 0;
  while (ask("GET", "/fhir/Patient?_count=0").status == 200 && answered < 5000) ++answered;
  EXPECT_EQ(answered, 1200);
  now_ms_ += 60'000;
  EXPECT_EQ(ask("GET", "/fhir/Patient?_count=0").status, 200);
}

}  // namespace
}  // namespace aktiv::casefile
