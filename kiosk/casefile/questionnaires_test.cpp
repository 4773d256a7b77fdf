// Whoever reads an answer can look up what was asked, without having seen AKTIV-dialog.
#include "kiosk/casefile/questionnaires.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;

class Questionnaires : public CaseFileTest {
 protected:
  Result<int> publish() {
    const Furnishing parts = furnishing();
    return publish_questionnaires(casefile_->database(), casefile_->vault(), parts.content,
                                  parts.pictures, now_ms_);
  }
  // Each tool's, and the one of what a mentor saw.
  static size_t all_of_them() { return built_in_content().tools.size() + 1; }
  TestJson found(const std::string& query) {
    return json_of(ask("GET", "/fhir/Questionnaire?" + query));
  }
};

TEST_F(Questionnaires, EveryToolIsThereOnceHoweverOftenTheCaseFileStarts) {
  const auto first = publish();
  ASSERT_TRUE(first) << to_text(first.error());
  EXPECT_EQ(*first, static_cast<int>(all_of_them()));
  EXPECT_EQ(*publish(), 0);
  EXPECT_EQ(found("")["total"], all_of_them());
}

TEST_F(Questionnaires, AreFoundByTheNameThatAnAnswerCarries) {
  ASSERT_TRUE(publish());
  const std::string url = "urn:aktiv-dialog:questionnaire:to_billeder";
  const auto version = std::to_string(built_in_content().tool(ToolId("to_billeder"))->version);
  for (const std::string& query :
       {"url=" + url, "url=" + url + "%7C" + version, "url=" + url + "&version=" + version}) {
    const auto answer = found(query);
    ASSERT_EQ(answer["total"], 1) << query;
    const auto& questionnaire = answer["entry"][0]["resource"];
    EXPECT_EQ(questionnaire["url"], url);
    EXPECT_EQ(questionnaire["version"], version);
    EXPECT_NE(questionnaire.dump().find("\"display\":\"Bage\""), std::string::npos);
  }
  EXPECT_EQ(found("url=" + url + "%7C99")["total"], 0);
  EXPECT_EQ(found("url=" + url + "&version=99")["total"], 0);
  EXPECT_EQ(found("url=urn:aktiv-dialog:questionnaire:to")["total"], 0);
}

TEST_F(Questionnaires, TellEveryPlaceAndCardThatATalkInStepsAsksFor) {
  ASSERT_TRUE(publish());
  const auto told = [&](const char* tool) {
    return found(std::string("url=urn:aktiv-dialog:questionnaire:") + tool).dump();
  };
  const auto has = [](const char* code) {
    return ::testing::HasSubstr("\"code\":\"" + std::string(code) + "\"");
  };
  const std::string everyday = told("min_hverdag");
  for (const char* code : {"rigtig_daarligt", "midt", "anderledes", "komme_rundt"})
    EXPECT_THAT(everyday, has(code));
  const std::string staircase = told("min_trappe");
  for (const char* code : {"hvem_hjaelper", "mig", "raadgiver", "maaned", "lav_om"})
    EXPECT_THAT(staircase, has(code));
  EXPECT_THAT(told("det_kan_jeg"), has("med_hjaelp"));
}

TEST_F(Questionnaires, WhatAMentorSawCanBeLookedUpByTheNameThatItCarries) {
  ASSERT_TRUE(publish());
  const auto answer = found("url=urn:aktiv-dialog:questionnaire:observation%7C4");
  ASSERT_EQ(answer["total"], 1);
  const auto& questionnaire = answer["entry"][0]["resource"];
  EXPECT_EQ(questionnaire["title"], *built_in_content().texts.find("da", "casefile.mentor.title"));
  EXPECT_NE(questionnaire.dump().find("observation.seen"), std::string::npos);
}

TEST_F(Questionnaires, SayTheirTextsInEachLanguageOfTheCitizens) {
  ASSERT_TRUE(publish());
  const auto talk = found("url=urn:aktiv-dialog:questionnaire:to_billeder").dump();
  const auto content = built_in_content();
  for (const auto& language : content.texts.languages()) {
    if (language == "da") continue;
    EXPECT_THAT(talk, HasSubstr("\"valueCode\":\"" + language + "\""));
    EXPECT_THAT(talk, HasSubstr(*content.texts.find(language, "tool.to_billeder.label")));
  }
}

TEST_F(Questionnaires, ThatAreWrittenInAnOlderFormAreWrittenAnew) {
  ASSERT_TRUE(publish());
  const std::string query = "url=urn:aktiv-dialog:questionnaire:to_billeder";
  const auto before = found(query)["entry"][0]["resource"];
  ASSERT_TRUE(casefile_->database().write([&](Connection& db) -> Status {
    WriteContext context{db, casefile_->vault(), "", "", now_ms_, {}};
    auto old = nlohmann::ordered_json::parse(before.dump());
    old["meta"]["tag"][0]["code"] = "1";
    const ResourceKey key{"Questionnaire", before["id"].get<std::string>()};
    const auto kept = update_resource(context, key, old, "W/\"1\"");
    if (!kept) return Fault{kept.problem().what, kept.problem().where, kept.problem().expected};
    return {};
  }));
  EXPECT_EQ(*publish(), 1);
  const auto after = found(query)["entry"][0]["resource"];
  EXPECT_EQ(after["id"], before["id"]);
  EXPECT_EQ(after["meta"]["versionId"], "3");
  EXPECT_EQ(after["meta"]["tag"], before["meta"]["tag"]);
  EXPECT_EQ(*publish(), 0);
}

TEST_F(Questionnaires, OtherThingsHaveNoSuchName) {
  EXPECT_EQ(ask("GET", "/fhir/Patient?url=x").status, 400);
}

TEST_F(Questionnaires, EveryKioskOfEveryCentreMayReadThem) {
  ASSERT_TRUE(publish());
  auto asked = request("GET", "/fhir/Questionnaire");
  asked.headers["authorization"] = "Bearer " + enrol_kiosk("Dagcenter Syd", "Syd-1");
  EXPECT_EQ(json_of(ask(asked))["total"], all_of_them());
}

}  // namespace
}  // namespace aktiv::casefile
