// What is said in any tool comes to the case file as it was said, and can be seen again as it was
// shown.
#include <set>

#include "dialogue/engine/replay.h"
#include "dialogue/responders/testing/respond.h"
#include "kiosk/sync/fhir/example.h"

namespace aktiv {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr int most_touches = 500;

// A screen without its place in the conversation and without what is chosen on it.
std::string seen(const Scene& scene) {
  std::string text = scene.id + "|" + scene.question.shown + "|" + scene.question.spoken;
  for (const Element& element : scene.elements)
    text += "|" + element.id.value + " " + element.phrase.shown;
  return text;
}

struct Conversed {
  Submission said;
  std::set<std::string> screens;
  std::string result;  // what was shown when nothing more was asked
};

// What lies on a result, without the keys below it.
std::string laid(const Scene& scene) {
  std::string text;
  for (const Element& element : scene.elements)
    if (element.role == Role::picture || element.role == Role::text)
      text += "|" + element.id.value + " " + element.phrase.shown;
  return text;
}

struct Case {
  ToolId tool;
  int way = 1;
  Habit habit = Habit::steady;
  double noise = 0;
};

std::string text_of(const Case& held) {
  return held.tool.value + ", way " + std::to_string(held.way) + ", habit " +
         std::to_string(static_cast<int>(held.habit));
}

SessionPrepared prepared(const Case& held) {
  SessionPrepared fact;
  fact.citizen = CitizenId(fhir::example_uuid(3, 1));
  fact.setup.tool = held.tool;
  fact.setup.way = held.way;
  fact.starts_at_tool = true;
  return fact;
}

// From the tool's first screen until it is said back.
Conversed converse(const Case& held, uint64_t number) {
  Talk talk;
  talk.give(prepared(held));
  EXPECT_EQ(talk.session().view.stage, Stage::tool) << text_of(held);
  Draws draws(Seed{number, 3});
  const Wishes wishes = drawn_wishes(built_in(), draws);
  Conversed conversed;
  for (int touches = 0; talk.session().view.stage == Stage::tool; ++touches) {
    if (touches == most_touches) {
      ADD_FAILURE() << text_of(held) << " does not end: " << talk.id();
      break;
    }
    conversed.screens.insert(seen(talk.scene()));
    if (talk.session().view.question.arrangement != Arrangement::tell)
      conversed.result = laid(talk.scene());
    respond(talk, {held.habit, held.noise}, wishes, draws);
  }
  const auto submissions = submissions_of(talk.session().talk, talk.session().events,
                                          talk.engine().catalogue(), built_in());
  EXPECT_EQ(submissions.size(), 1u) << text_of(held);
  if (!submissions.empty()) conversed.said = submissions.front();
  return conversed;
}

std::vector<Case> every_case() {
  std::vector<Case> cases;
  for (const ToolDefinition& tool : built_in().tools)
    for (const int way : tool.ways) {
      cases.push_back({tool.id, way, Habit::steady, 0.1});
      cases.push_back({tool.id, way, Habit::random});
      cases.push_back({tool.id, way, Habit::always_yes});
    }
  return cases;
}

TEST(EveryTool, IsHeldInAtLeastTwoWays) {
  const auto& tools = built_in().tools;
  EXPECT_EQ(tools.size(), 11u);
  for (const ToolDefinition& tool : tools) EXPECT_GE(tool.ways.size(), 2u) << tool.id.value;
}

TEST(EveryTool, WhatIsSaidGoesOverFhirAndComesBackExactly) {
  uint64_t number = 0;
  for (const Case& held : every_case()) {
    const Submission said = converse(held, ++number).said;
    EXPECT_THAT(said.answers, Not(IsEmpty())) << text_of(held);
    const auto bytes = fhir::build_bundle(said, fhir::example_context());
    ASSERT_TRUE(bytes) << text_of(held) << ": " << to_text(bytes.error());
    const auto back = fhir::read_response(*bytes);
    ASSERT_TRUE(back) << text_of(held) << ": " << to_text(back.error());
    EXPECT_EQ(*back, said) << text_of(held);
  }
}

TEST(EveryTool, IsSeenAgainAsItWasShown) {
  const Engine engine(built_in());
  uint64_t number = 0;
  for (const Case& held : every_case()) {
    const Conversed conversed = converse(held, ++number);
    const auto again = replay_screens(conversed.said.session_record, engine);
    ASSERT_TRUE(again) << text_of(held) << ": " << to_text(again.error());
    EXPECT_FALSE(again->empty()) << text_of(held);
    for (const ReplayedScreen& screen : *again) {
      EXPECT_THAT(conversed.screens, Contains(seen(screen.scene))) << text_of(held);
      if (screen.is_undone) continue;
      EXPECT_THAT(conversed.said.answers, Contains(screen.answer)) << text_of(held);
    }
  }
}

TEST(EveryTool, LiesInMineSvarAsItsResultWasSeen) {
  uint64_t number = 0;
  std::set<std::string> with_poster;
  for (const Case& held : every_case()) {
    const Conversed conversed = converse(held, ++number);
    Talk talk;
    talk.with_citizens().give(AnswersOpenedByMentor{CitizenId("c-1"), {conversed.said}});
    ASSERT_EQ(talk.id(), "answers_kept") << text_of(held);
    EXPECT_NE(laid(talk.scene()), "") << text_of(held);
    if (laid(talk.scene()) == conversed.result) with_poster.insert(held.tool.value);
  }
  EXPECT_EQ(with_poster.size(), built_in().tools.size());
}

TEST(EveryTool, LiesInMineSvarWithItsCardsWhereItsRecordIsNotHere) {
  uint64_t number = 0;
  for (const Case& held : every_case()) {
    Submission said = converse(held, ++number).said;
    said.session_record.clear();
    Talk talk;
    talk.with_citizens().give(AnswersOpenedByMentor{CitizenId("c-1"), {said}});
    EXPECT_NE(laid(talk.scene()), "") << text_of(held);
  }
}

}  // namespace
}  // namespace aktiv
