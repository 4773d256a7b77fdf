// A wish stands as a Goal beside the answers when the citizen accepted it, and goes with them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/mapping.h"
#include "kiosk/sync/fhir/withdrawal.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

SendContext context() {
  SendContext made = example_context();
  made.text = [](std::string_view key) -> std::string {
    if (key == "jobs.bage.label") return "Bage";
    if (key == "jobs.have.label") return "Arbejde i have";
    return key == "tool.min_droem.label" ? "Min drøm" : "";
  };
  return made;
}

std::vector<Json> of_type(const std::string& bundle, const std::string& type) {
  std::vector<Json> found;
  const Json parsed = Json::parse(bundle);
  for (const Json& entry : parsed["entry"])
    if (entry["resource"]["resourceType"] == type) found.push_back(entry["resource"]);
  return found;
}

std::vector<Json> goals_of(const Submission& submission) {
  const auto bundle = build_bundle(submission, context());
  EXPECT_TRUE(bundle) << to_text(bundle.error());
  return of_type(*bundle, "Goal");
}

AnswerRecord card(const char* question, const CardRef& chosen) {
  AnswerRecord answer;
  answer.question = question;
  answer.choice = Choice::card;
  answer.card = chosen;
  return answer;
}

Submission dream() {
  Submission said = example_pairs(5);
  said.tool = ToolId("min_droem");
  said.definition_version = 1;
  said.findings = {};
  AnswerRecord own;
  own.question = "t3_q";
  own.choice = Choice::words;
  own.own = {"Jeg vil bage kager", WrittenBy::citizen, "", 0, ""};
  said.answers = {own, card("t3_kort", {"jobs", "bage"}), card("t3_kort", {"jobs", "have"}),
                  card("t3_bedst", {"values", "ro"})};
  return said;
}

TEST(Goal, IsTheGoalOfAStaircaseThatTheCitizenCalledTheirOwn) {
  const Submission said = example_staircase();
  const auto goals = goals_of(said);
  ASSERT_EQ(goals.size(), 1u);
  const Json& goal = goals.front();
  EXPECT_EQ(goal["lifecycleStatus"], "proposed");
  EXPECT_EQ(goal["description"]["text"], "Bage");
  EXPECT_EQ(goal["description"]["coding"][0]["code"], "bage");
  EXPECT_EQ(goal["identifier"][0]["value"], said.id.value + "/goal");
  EXPECT_EQ(goal["subject"], goal["expressedBy"]) << "nobody speaks for them";
  EXPECT_EQ(goal["category"][0]["coding"][0]["display"], "Borgerens ønske");
}

TEST(Goal, IsNotThereWhereTheCitizenWantsItChangedOrWasNotAsked) {
  Submission said = example_staircase();
  said.answers.back().place = "lav_om";
  EXPECT_TRUE(goals_of(said).empty());
  said.answers.pop_back();
  EXPECT_TRUE(goals_of(said).empty());
  EXPECT_TRUE(goals_of(example_pairs()).empty());
}

TEST(Goal, IsTheDreamThatWasSaidBackInTheCitizensOwnWordsFirst) {
  EXPECT_EQ(goals_of(dream()).front()["description"]["text"],
            "Jeg vil bage kager, Bage, Arbejde i have");
  Submission drawn = dream();
  drawn.answers.resize(1);
  drawn.answers[0].own.text.clear();
  EXPECT_EQ(goals_of(drawn).front()["description"]["text"], "Min drøm") << "the answers carry it";
  Submission open = dream();
  open.is_confirmed = false;
  EXPECT_TRUE(goals_of(open).empty());
}

TEST(Goal, StandsAmongWhatTheProvenanceVouchesForAndChangesNoAnswer) {
  const auto bundle = build_bundle(dream(), context());
  ASSERT_TRUE(bundle);
  bool is_vouched_for = false;
  const Json parsed = Json::parse(*bundle);
  std::string url;
  for (const Json& entry : parsed["entry"])
    if (entry["resource"]["resourceType"] == "Goal") url = entry["fullUrl"];
  const auto proofs = of_type(*bundle, "Provenance");
  for (const Json& target : proofs.front()["target"])
    is_vouched_for = is_vouched_for || target["reference"] == url;
  EXPECT_TRUE(is_vouched_for);
  EXPECT_EQ(*read_response(*bundle), dream());
}

TEST(Goal, LeavesRoomForEightEntriesHoweverLongTheRecord) {
  Submission said = example_staircase();
  said.session_record = std::string(4000, 'x');
  SendContext small = context();
  for (const size_t bytes : {4000u, 1000u, 500u, 400u, 130u}) {
    small.max_record_bytes = bytes;
    const auto parts = build_bundles(said, small);
    ASSERT_TRUE(parts);
    size_t goals = 0, records = 0;
    for (const std::string& part : *parts) {
      const Json parsed = Json::parse(part);
      EXPECT_LE(parsed["entry"].size(), 8u);
      goals += of_type(part, "Goal").size();
      records += of_type(part, "DocumentReference").size();
    }
    EXPECT_EQ(goals, 1u);
    EXPECT_EQ(records, (4000 + bytes - 1) / bytes);
  }
}

TEST(Goal, GoesWithItsAnswers) {
  const auto marks_of = [](const Submission& said, const ToolId& tool) {
    const Withdrawal gone{said.id,          said.citizen,         tool, 1,
                          said.finished_ms, said.finished_ms + 1, 1};
    const auto bundle = build_marks_bundle(gone, context());
    EXPECT_TRUE(bundle);
    return of_type(*bundle, "Goal");
  };
  const auto marks = marks_of(dream(), dream().tool);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks.front()["lifecycleStatus"], "entered-in-error");
  EXPECT_EQ(marks.front()["identifier"][0]["value"], dream().id.value + "/goal");
  EXPECT_EQ(marks.front().dump().find("kager"), std::string::npos);
  EXPECT_EQ(marks_of(dream(), ToolId()).size(), 1u) << "a tool that is not known any more";
  EXPECT_TRUE(marks_of(example_pairs(), example_pairs().tool).empty());
}

}  // namespace
}  // namespace aktiv::fhir
