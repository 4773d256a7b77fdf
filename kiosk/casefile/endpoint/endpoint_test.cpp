// One resource at a time: create, read, versions, update, search, and the words of every refusal.
#include <gmock/gmock.h>

#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;

class Fhir : public CaseFileTest {};

TEST_F(Fhir, KeepsWhatWasSentAndGivesItBack) {
  const auto created = ask("POST", "/fhir/Patient", patient("p-1"));
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(header_of(created, "ETag"), "W/\"1\"");
  const std::string id = json_of(created)["id"];
  EXPECT_EQ(header_of(created, "Location"), "/fhir/Patient/" + id + "/_history/1");

  const auto read = ask("GET", "/fhir/Patient/" + id);
  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(json_of(read)["identifier"], patient("p-1")["identifier"]);
  EXPECT_EQ(json_of(read)["meta"]["versionId"], "1");
  EXPECT_EQ(json_of(read)["meta"]["lastUpdated"], "2026-11-22T10:40:00.000Z");
}

TEST_F(Fhir, ConditionalCreateFindsWhatStandsThere) {
  auto made = request("POST", "/fhir/Patient", patient("p-1").dump());
  made.headers["if-none-exist"] = "identifier=urn:aktiv-dialog:citizen%7Cp-1";
  const auto first = ask(made);
  const auto second = ask(made);
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(second.status, 200);
  EXPECT_EQ(json_of(first)["id"], json_of(second)["id"]);
}

TEST_F(Fhir, TheSameIdentifierTwiceIsRefused) {
  ask("POST", "/fhir/Patient", patient("p-1"));
  const auto second = ask("POST", "/fhir/Patient", patient("p-1"));
  EXPECT_EQ(second.status, 422);
  EXPECT_THAT(words_of(second), HasSubstr("another Patient carries this identifier"));
}

TEST_F(Fhir, AnUpdateReplacesTheVersionItNames) {
  const std::string subject = "Patient/" + new_patient();
  auto answers = json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", subject)));
  const std::string address = "/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>();
  answers["status"] = "amended";

  const auto updated = put(address, answers, "W/\"1\"");
  EXPECT_EQ(updated.status, 200) << updated.body;
  EXPECT_EQ(header_of(updated, "ETag"), "W/\"2\"");
  EXPECT_EQ(json_of(ask("GET", address))["status"], "amended");
  EXPECT_EQ(json_of(ask("GET", address + "/_history/1"))["status"], "completed");
  EXPECT_EQ(ask("GET", address + "/_history/3").status, 404);
}

TEST_F(Fhir, AStaleUpdateIsRefusedAndChangesNothing) {
  const std::string subject = "Patient/" + new_patient();
  auto answers = json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", subject)));
  const std::string address = "/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>();
  answers["status"] = "amended";
  put(address, answers, "W/\"1\"");
  answers["status"] = "stopped";

  EXPECT_EQ(put(address, answers, "W/\"1\"").status, 412);
  EXPECT_EQ(put(address, answers, "").status, 400);
  EXPECT_EQ(put(address, answers, "two").status, 400);
  EXPECT_EQ(json_of(ask("GET", address))["status"], "amended");
}

TEST_F(Fhir, TheSameUpdateAfterALostReplyIsNoConflict) {
  const std::string subject = "Patient/" + new_patient();
  auto answers = json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", subject)));
  const std::string address = "/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>();
  answers["status"] = "amended";
  put(address, answers, "W/\"1\"");

  const auto again = put(address, answers, "W/\"1\"");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(header_of(again, "ETag"), "W/\"2\"");
}

TEST_F(Fhir, WhatIsTakenBackIsGone) {
  const std::string subject = "Patient/" + new_patient();
  auto answers = json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", subject)));
  const std::string address = "/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>();
  answers["status"] = "entered-in-error";
  answers["item"][0]["answer"][0] = {{"valueString", "still here"}};

  ASSERT_EQ(put(address, answers, "W/\"1\"").status, 200);
  EXPECT_EQ(put(address, answers, "W/\"1\"").status, 200) << "a lost reply may be asked for again";
  EXPECT_EQ(ask("GET", address + "/_history/1").status, 410);
  EXPECT_EQ(ask("GET", address + "/_history/2").status, 410);
  EXPECT_EQ(ask("GET", address).status, 410);
  EXPECT_THAT(words_of(ask("GET", address)), HasSubstr("taken back"));

  const auto found = json_of(ask("GET", "/fhir/QuestionnaireResponse?identifier=s-1"));
  ASSERT_EQ(found["total"], 1);
  EXPECT_EQ(found["entry"][0]["resource"]["status"], "entered-in-error");
  EXPECT_FALSE(found["entry"][0]["resource"].contains("item"));
}

TEST_F(Fhir, WhatIsTakenBackDoesNotComeAgain) {
  const std::string subject = "Patient/" + new_patient();
  auto answers = json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", subject)));
  const std::string address = "/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>();
  auto mark = answers;
  mark["status"] = "entered-in-error";
  put(address, mark, "W/\"1\"");

  auto late = request("POST", "/fhir/QuestionnaireResponse", response("s-1", subject).dump());
  late.headers["if-none-exist"] = "identifier=urn:aktiv-dialog:submission|s-1";
  EXPECT_EQ(ask(late).status, 200);
  EXPECT_EQ(put(address, answers, "W/\"2\"").status, 410);
  EXPECT_EQ(ask("GET", address).status, 410);
}

TEST_F(Fhir, AMarkMayComeBeforeItsAnswers) {
  const std::string subject = "Patient/" + new_patient();
  auto mark = response("s-1", subject);
  mark["status"] = "entered-in-error";
  EXPECT_EQ(ask("POST", "/fhir/QuestionnaireResponse", mark).status, 201);
}

TEST_F(Fhir, FindsByIdentifierCitizenTimeAndTag) {
  const std::string anna = "Patient/" + new_patient();
  const std::string bo = "Patient/" + new_patient();
  ask("POST", "/fhir/QuestionnaireResponse", response("s-1", anna));
  now_ms_ += 86'400'000;
  auto tagged = response("s-2", bo);
  tagged["meta"]["tag"] = {{{"system", "urn:aktiv-dialog:tag"}, {"code", "t"}}};
  ask("POST", "/fhir/QuestionnaireResponse", tagged);
  const auto total = [&](const std::string& query) {
    const auto answer = ask("GET", "/fhir/QuestionnaireResponse?" + query);
    return answer.status == 200 ? json_of(answer)["total"].get<int>() : -answer.status;
  };

  EXPECT_EQ(total("identifier=urn:aktiv-dialog:submission%7Cs-1"), 1);
  EXPECT_EQ(total("identifier=urn:other%7Cs-1"), 0);
  EXPECT_EQ(total("identifier=s-1,s-2"), 2);
  EXPECT_EQ(total("patient=" + anna), 1);
  EXPECT_EQ(total("subject=" + bo + "&identifier=s-1"), 0);
  EXPECT_EQ(total("_tag=urn:aktiv-dialog:tag%7Ct"), 1);
  EXPECT_EQ(total("_lastUpdated=2026-11-22"), 1);
  EXPECT_EQ(total("_lastUpdated=gt2026-11-22"), 1);
  EXPECT_EQ(total("_lastUpdated=ge2026-11-22&_lastUpdated=lt2026-11-23"), 1);
  EXPECT_EQ(total("_lastUpdated=le2026-11-23T10:40:00Z"), 2);
  EXPECT_EQ(total(""), 2);
  EXPECT_EQ(total("_count=0"), 2);
}

TEST_F(Fhir, PagesGoOnWhereTheLastOneEnded) {
  const std::string subject = "Patient/" + new_patient();
  for (int i = 0; i < 5; ++i)
    ask("POST", "/fhir/QuestionnaireResponse", response("s-" + std::to_string(i), subject));

  std::set<std::string> seen;
  std::string target = "/fhir/QuestionnaireResponse?_count=2";
  int pages = 0;
  while (!target.empty()) {
    const auto page = json_of(ask("GET", target));
    ++pages;
    for (const auto& found : page["entry"]) seen.insert(found["resource"]["id"]);
    target.clear();
    for (const auto& link : page["link"])
      if (link["relation"] == "next")
        target =
            link["url"].get<std::string>().substr(std::string("https://casefile.example").size());
  }
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(seen.size(), 5u);
}

TEST_F(Fhir, SaysWhatItCanDoToAnybody) {
  auto made = request("GET", "/fhir/metadata");
  made.headers.erase("authorization");
  const auto statement = json_of(ask(made));
  EXPECT_EQ(statement["resourceType"], "CapabilityStatement");
  EXPECT_EQ(statement["fhirVersion"], "4.0.1");
}

struct Refused {
  const char* name;
  const char* method;
  const char* target;
  const char* body;
  int status;
  const char* words;
};

class FhirRefuses : public CaseFileTest, public ::testing::WithParamInterface<Refused> {};

TEST_P(FhirRefuses, WithWhatWhereAndExpected) {
  const Refused& refused = GetParam();
  const auto answer = ask(request(refused.method, refused.target, refused.body));
  EXPECT_EQ(answer.status, refused.status) << answer.body;
  EXPECT_THAT(words_of(answer), HasSubstr(refused.words));
}

INSTANTIATE_TEST_SUITE_P(
    Words, FhirRefuses,
    ::testing::Values(
        Refused{"garbage", "POST", "/fhir/Patient", "{\"resourceType\":", 400, "not JSON"},
        Refused{"no_object", "POST", "/fhir", "[]", 400, "no Bundle"},
        Refused{"other_type", "POST", "/fhir/Patient", R"({"resourceType":"Goal"})", 400,
                "another type"},
        Refused{"unknown_type", "GET", "/fhir/Nonsense", "", 404,
                "not a resource that the case file keeps"},
        Refused{"unknown_word", "GET", "/fhir/Patient?name=Ib", "", 400, "name: not something"},
        Refused{"bad_time", "GET", "/fhir/Patient?_lastUpdated=soon", "", 400, "not a time"},
        Refused{"bad_count", "GET", "/fhir/Patient?_count=many", "", 400, "_count: not a number"},
        Refused{"empty_token", "GET", "/fhir/Patient?identifier=", "", 400, "identifier: empty"},
        Refused{"unknown_id", "GET", "/fhir/Patient/none", "", 404, "no such Patient"},
        Refused{"delete", "DELETE", "/fhir/Patient/none", "", 405, "does not know the method"},
        Refused{"history", "GET", "/fhir/Patient/1/_history", "", 404, "nothing is kept"},
        Refused{"batch", "POST", "/fhir", R"({"resourceType":"Bundle","type":"batch"})", 400,
                "expected: transaction"},
        Refused{"no_identifier", "POST", "/fhir/Patient", R"({"resourceType":"Patient"})", 400,
                "Patient.identifier: no identifier"},
        Refused{
            "cpr", "POST", "/fhir/Patient",
            R"({"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.208.176.1.2","value":"0"}]})",
            422, "CPR number"},
        Refused{"identifier_list", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","identifier":[{"value":"1"}]})", 400,
                "QuestionnaireResponse.identifier"},
        Refused{"no_status", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse"})", 400, "no status"},
        Refused{"no_subject", "POST", "/fhir/Goal",
                R"({"resourceType":"Goal","lifecycleStatus":"proposed"})", 400, "no citizen"},
        Refused{"no_patient", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","status":"completed",
                   "subject":{"reference":"Patient/none"}})",
                422, "leads nowhere"},
        Refused{"searching_reference", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","status":"completed",
                   "subject":{"reference":"Patient?identifier=1"}})",
                422, "not a search"},
        Refused{"no_link_id", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","status":"completed",
                   "subject":{"reference":"Patient/x"},"item":[{}]})",
                400, "item[0].linkId"},
        Refused{"two_values", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","status":"completed",
                   "subject":{"reference":"Patient/x"},
                   "item":[{"linkId":"1","answer":[{"valueString":"a","valueInteger":1}]}]})",
                400, "2 values in one answer"},
        Refused{"no_value", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","status":"completed",
                   "subject":{"reference":"Patient/x"},"item":[{"linkId":"1","answer":[{}]}]})",
                400, "0 values in one answer"},
        Refused{"wrong_kind", "POST", "/fhir/QuestionnaireResponse",
                R"({"resourceType":"QuestionnaireResponse","status":"completed",
                   "subject":{"reference":"Patient/x"},
                   "item":[{"linkId":"1","answer":[{"valueInteger":"1"}]}]})",
                400, "not of its kind"}),
    [](const auto& refused) { return refused.param.name; });

TEST_F(Fhir, RefusesOtherMediaTypes) {
  auto xml = request("POST", "/fhir/Patient", "<Patient/>");
  xml.headers["content-type"] = "application/fhir+xml";
  EXPECT_EQ(ask(xml).status, 415);
  auto wants_xml = request("GET", "/fhir/Patient");
  wants_xml.headers["accept"] = "application/fhir+xml";
  EXPECT_EQ(ask(wants_xml).status, 406);
}

TEST_F(Fhir, NestingWithoutEndIsRefused) {
  const std::string deep(1'000'000, '[');
  EXPECT_EQ(ask(request("POST", "/fhir", deep)).status, 400);
}

}  // namespace
}  // namespace aktiv::casefile
