// The questionnaire declares every item that an answer may carry.
#include "kiosk/sync/fhir/questionnaire.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "kiosk/sync/fhir/example.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

QuestionnaireSource pairs() {
  return {ToolId("to_billeder"),
          3,
          {"To billeder", {{"en", "Two pictures"}}},
          "da",
          {{"t1_q", {"Hvad vil du helst?", {{"ar", "ماذا تفضّل؟"}}}}},
          {{{"jobs", "bage"}, {"Bage", {{"en", "Bake"}}}, "\x89PNG"},
           {{"jobs", "have"}, {"Have", {}}, ""}},
          {}};
}

void link_ids(const Json& parent, std::set<std::string>& links) {
  if (!parent.contains("item")) return;
  for (const auto& item : parent["item"]) {
    links.insert(item["linkId"].get<std::string>());
    link_ids(item, links);
  }
}

TEST(Questionnaire, DeclaresEveryItemThatAnAnswerCarries) {
  const Json questionnaire = Json::parse(*build_questionnaire(pairs()));
  std::set<std::string> declared, used;
  link_ids(questionnaire, declared);
  for (const auto& submission : {example_pairs(), example_places(), example_steps()}) {
    const Json bundle = Json::parse(*build_bundle(submission, example_context()));
    for (const auto& entry : bundle["entry"]) {
      link_ids(entry["resource"], used);
    }
  }
  EXPECT_EQ(declared, used);
}

TEST(Questionnaire, IsWhatTheResponseNames) {
  const Json questionnaire = Json::parse(*build_questionnaire(pairs()));
  const std::string name =
      questionnaire["url"].get<std::string>() + "|" + questionnaire["version"].get<std::string>();
  EXPECT_NE(build_bundle(example_pairs(), example_context())->find("\"" + name + "\""),
            std::string::npos);
}

TEST(Questionnaire, CarriesEachPictureOnce) {
  const auto text = build_questionnaire(pairs());
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("itemAnswerMedia"), std::string::npos);
  EXPECT_EQ(text->find("itemAnswerMedia"), text->rfind("itemAnswerMedia"));
}

Json translation_of(const Json& beside) {
  const Json& parts = beside["extension"][0]["extension"];
  return {{parts[0]["valueCode"], parts[1]["valueString"]}};
}

TEST(Questionnaire, SaysEachTextInEachLanguageInWhichItIsAsked) {
  const Json questionnaire = Json::parse(*build_questionnaire(pairs()));
  EXPECT_EQ(questionnaire["title"], "To billeder");
  EXPECT_EQ(translation_of(questionnaire["_title"]), (Json{{"en", "Two pictures"}}));
  EXPECT_EQ(questionnaire["_title"]["extension"][0]["url"],
            "http://hl7.org/fhir/StructureDefinition/translation");
  const Json& answer = questionnaire["item"][1]["item"];
  const Json question = answer[1]["answerOption"][0]["valueCoding"];
  EXPECT_EQ(translation_of(question["_display"]), (Json{{"ar", "ماذا تفضّل؟"}}));
  const Json& cards = answer[2]["answerOption"];
  EXPECT_EQ(translation_of(cards[0]["valueCoding"]["_display"]), (Json{{"en", "Bake"}}));
  EXPECT_FALSE(cards[1]["valueCoding"].contains("_display")) << "nothing is said twice";
  const Json& listed = questionnaire["contained"][0]["compose"]["include"][0]["concept"][0];
  EXPECT_EQ(listed["designation"], (Json::array({{{"language", "en"}, {"value", "Bake"}}})));
}

TEST(Questionnaire, GivesNoPlaceANumber) {
  auto source = pairs();
  source.places = {{"kan_lide", {"Kan lide", {}}}, {"kan_ikke_lide", {"Kan ikke lide", {}}}};
  const auto text = *build_questionnaire(source);
  for (const char* number : {"ordinalValue", "itemWeight", "valueDecimal"})
    EXPECT_EQ(text.find(number), std::string::npos) << number;
}

TEST(Questionnaire, WhatTheMentorSawNamesOneThatDeclaresItsItems) {
  const Json questionnaire = Json::parse(*build_observation_questionnaire({{"Set", {}}, "da"}));
  Observation everything = example_observation();
  everything.plan = example_plan().plan;
  everything.suggestions = example_waiting().suggestions;
  everything.plan->realistic = "Der er plads om tirsdagen";
  const Json bundle = Json::parse(*build_observation(everything, example_context()));
  const Json& response = bundle["entry"][0]["resource"];
  EXPECT_EQ(response["questionnaire"], questionnaire["url"].get<std::string>() + "|" +
                                           questionnaire["version"].get<std::string>());
  std::set<std::string> declared, used;
  link_ids(questionnaire, declared);
  link_ids(response, used);
  EXPECT_EQ(declared, used);
  const Json stored = Json::parse(*build_observation_questionnaire_bundle({{"Set", {}}, "da"}));
  EXPECT_EQ(stored["entry"][0]["request"]["ifNoneExist"],
            "identifier=urn:aktiv-dialog:questionnaire|observation/4");
}

TEST(Questionnaire, IsStoredOncePerVersion) {
  const Json bundle = Json::parse(*build_questionnaire_bundle(pairs()));
  EXPECT_EQ(bundle["entry"][0]["request"]["ifNoneExist"],
            "identifier=urn:aktiv-dialog:questionnaire|to_billeder/3");
  EXPECT_EQ(bundle["entry"][0]["resource"]["identifier"][0]["value"], "to_billeder/3");
}

}  // namespace
}  // namespace aktiv::fhir
