// The responders before the real tools, through the engine.
#include "dialogue/responders/hold.h"

#include "dialogue/engine/poster.h"
#include "dialogue/responders/testing/respond.h"

namespace aktiv {
namespace {

using testing::Contains;
using testing::IsEmpty;

ToolSetup setup(const char* tool, int way, size_t cards) {
  ToolSetup setup;
  setup.tool = ToolId(tool);
  setup.way = way;
  setup.is_extended = cards == 6;
  for (const Card& card : built_in().deck("jobs")->cards)
    if (setup.cards.size() < cards) setup.cards.push_back(card.ref);
  return setup;
}

Held held(const ToolSetup& setup, Responder responder) {
  const Engine engine(built_in());
  Wishes wishes = no_wishes(built_in());
  wishes.order = setup.cards;
  const auto talk = hold_tool(engine, setup, responder, wishes, Seed{1, 1});
  EXPECT_TRUE(talk.has_value());
  return *talk;
}

TEST(HoldingATool, ASteadyResponderIsFoundWithoutAFlag) {
  const ToolSetup four = setup("to_billeder", 1, 4);
  const Held talk = held(four, {Habit::steady});
  EXPECT_THAT(talk.findings.flags, IsEmpty());
  ASSERT_FALSE(talk.findings.ranking.empty());
  EXPECT_EQ(talk.findings.ranking[0][0], four.cards[0]);
  EXPECT_EQ(talk.run.answers.size(), 13u);  // twelve pairs, and see or visit
  // The introduction, the answers, and the board.
  EXPECT_EQ(talk.touches, 15);
}

TEST(HoldingATool, ThePlacesAreFoundInTheirOrderAndTheFavouriteIsTheMostWished) {
  const ToolSetup twelve = setup("kan_lide", 2, 12);
  const Held talk = held(twelve, {Habit::steady});
  EXPECT_THAT(talk.findings.flags, IsEmpty());
  for (const CardFinding& card : talk.findings.cards)
    EXPECT_EQ(card.favourite == 1, card.card == twelve.cards[0]);
}

TEST(HoldingATool, WhoStopsMidwayLeavesHalfASet) {
  const Held talk = held(setup("to_billeder", 1, 4), {Habit::stops_midway});
  EXPECT_EQ(talk.run.answers.size(), 6u);
  EXPECT_THAT(talk.findings.flags, Contains(Flag::half_a_set));
}

TEST(HoldingATool, TheSameSeedIsTheSameConversation) {
  const ToolSetup six = setup("to_billeder", 2, 6);
  EXPECT_EQ(held(six, {Habit::random}).run, held(six, {Habit::random}).run);
}

TEST(HoldingATool, AToolThatIsNotThereDoesNotBegin) {
  const Engine engine(built_in());
  EXPECT_FALSE(
      hold_tool(engine, setup("none", 1, 4), {}, no_wishes(built_in()), Seed{}).has_value());
}

// Every responder comes through a whole conversation: F1, the tool, F4 and F2.
class WholeConversation : public testing::TestWithParam<Habit> {};

TEST_P(WholeConversation, ReachesTheEnd) {
  Talk talk;
  SessionPrepared prepared;
  prepared.citizen = CitizenId("c-1");
  prepared.setup = setup("kan_lide", 2, 0);
  prepared.wants_practice = true;
  talk.give(prepared);
  Draws draws(Seed{9, 9});
  const Wishes wishes = drawn_wishes(built_in(), draws);
  int touches = 0;
  while (talk.session().view.stage != Stage::goodbye && ++touches < 300)
    respond(talk, {GetParam()}, wishes, draws);
  EXPECT_EQ(talk.session().view.stage, Stage::goodbye) << talk.id();
}

INSTANTIATE_TEST_SUITE_P(EveryHabit, WholeConversation,
                         testing::Values(Habit::steady, Habit::right, Habit::left,
                                         Habit::last_heard, Habit::first_heard, Habit::always_yes,
                                         Habit::random, Habit::stops_midway));

TEST(Practice, ASteadyResponderKnowsWhatIsRight) {
  Talk talk;
  SessionPrepared prepared;
  prepared.citizen = CitizenId("c-1");
  prepared.setup = setup("to_billeder", 1, 4);
  prepared.wants_practice = true;
  talk.give(prepared);
  Draws draws(Seed{9, 9});
  const Wishes wishes = drawn_wishes(built_in(), draws);
  for (int i = 0; i < 80 && talk.session().view.stage != Stage::tool; ++i)
    respond(talk, {}, wishes, draws);
  ASSERT_EQ(talk.session().view.stage, Stage::tool);
  EXPECT_FALSE(talk.session().view.is_limited_to_objects);
  EXPECT_FALSE(talk.session().view.needs_two_places);
  EXPECT_EQ(talk.session().talk.layout, "left_right");
}

// The citizen's own evaluation is another store's.
TEST(HoldingATool, WhatIsKeptLeavesSaidBackAndWithWhatWasSeenAtTheEnd) {
  const Engine engine(built_in());
  for (const ToolDefinition& tool : built_in().tools) {
    if (!tool.is_offered || tool.steps.empty()) continue;
    ToolSetup setup;
    setup.tool = tool.id;
    setup.way = tool.main_way;
    Draws draws(Seed{3, 5});
    const Wishes wishes = drawn_wishes(built_in(), draws);
    Sitting sitting;
    sitting.citizen = CitizenId("c-1");
    sitting.began_ms = 1'800'000'000'000;
    const auto said = hold_and_keep(engine, setup, {}, wishes, Seed{1, 1}, sitting);
    ASSERT_TRUE(said.has_value()) << tool.id.value << ": " << to_text(said.error());
    EXPECT_TRUE(said->is_confirmed) << tool.id.value;
    EXPECT_GT(said->finished_ms, sitting.began_ms);
    EXPECT_TRUE(poster_scene(*said, engine).has_value()) << tool.id.value;
  }
}

}  // namespace
}  // namespace aktiv
