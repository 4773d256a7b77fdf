// From what was said to what the mentor sees: in the citizen's order, or in none.
#include "kiosk/casefile/wishes/wishes.h"

#include <gtest/gtest.h>

namespace aktiv::casefile {
namespace {

const CardRef bake{"jobs", "bage"};
const CardRef dogs{"jobs", "hunde"};
const CardRef music{"jobs", "musik"};

int64_t one_day(int64_t) {
  return 0;
}

Submission paired(int64_t at_ms) {
  Submission said;
  said.id = SubmissionId("pairs " + std::to_string(at_ms));
  said.tool = ToolId("to_billeder");
  said.finished_ms = at_ms;
  said.findings.cards = {{bake, 1, 6, "", 0, false, false},
                         {dogs, 5, 6, "", 0, false, false},
                         {music, 0, 6, "", 0, true, false}};
  said.findings.ranking = {{dogs}, {bake}};
  said.findings.suggestions = {music};
  return said;
}

Submission sorted(int64_t at_ms) {
  Submission said;
  said.tool = ToolId("kan_lide");
  said.finished_ms = at_ms;
  said.scale_direction = "best_right";
  AnswerRecord answer;
  answer.question = "t2_q";
  answer.choice = Choice::place;
  answer.places = {"kan_ikke_lide", "midt", "kan_lide"};
  said.answers = {answer};
  said.findings.cards = {{bake, 0, 0, "kan_lide", 2, false, false},
                         {dogs, 0, 0, "kan_lide", 1, false, false},
                         {music, 0, 0, "kan_ikke_lide", 0, false, true}};
  said.findings.suggestions = {CardRef{"jobs", "have"}};
  return said;
}

TEST(Wishes, WhatOtherTalksChoseIsNoWish) {
  Submission values = paired(2), dream = sorted(3);
  values.tool = ToolId("det_vigtigste");
  dream.tool = ToolId("min_droem");
  const Wishes wishes = wishes_now({dream, values}, one_day);
  EXPECT_FALSE(wishes.paired);
  EXPECT_FALSE(wishes.sorted);
}

TEST(Wishes, NothingSaidIsNothingShown) {
  const Wishes wishes = wishes_now({}, one_day);
  EXPECT_FALSE(wishes.paired);
  EXPECT_FALSE(wishes.sorted);
}

TEST(Wishes, StandInTheOrderInWhichTheCitizenChose) {
  const Wishes wishes = wishes_now({paired(1)}, one_day);
  ASSERT_TRUE(wishes.paired);
  ASSERT_EQ(wishes.paired->lines.size(), 3u);
  EXPECT_EQ(wishes.paired->lines[0].card, dogs);
  EXPECT_EQ(wishes.paired->lines[0].wins, 5);
  EXPECT_EQ(wishes.paired->lines[1].card, bake);
  EXPECT_EQ(wishes.paired->lines[2].card, music);
}

TEST(Wishes, AHabitTakesTheOrderAway) {
  auto flagged = paired(1);
  flagged.findings.ranking.clear();
  flagged.findings.ranking_is_hidden = true;
  const Wishes wishes = wishes_now({flagged}, one_day);
  EXPECT_TRUE(wishes.paired->is_without_order);
  EXPECT_EQ(wishes.paired->lines[0].card, bake) << "the deck's order";
}

TEST(Wishes, TheNewestCounts) {
  EXPECT_EQ(wishes_now({paired(1), paired(9), paired(5)}, one_day).paired->source.at_ms, 9);
}

TEST(Wishes, OneOtherDayIsToldAsPerhapsAndNoMore) {
  const auto each_its_own = [](int64_t ms) { return ms; };
  auto other = paired(3);
  other.findings.ranking = {{bake}};
  EXPECT_EQ(wishes_now({paired(1), other}, each_its_own).paired->source.change, Change::perhaps);
  EXPECT_EQ(wishes_now({paired(1)}, each_its_own).paired->source.change, Change::unknown);
}

TEST(Wishes, PlacesStandBestFirstWhicheverWayTheScreenLay) {
  const Wishes wishes = wishes_now({sorted(1)}, one_day);
  ASSERT_TRUE(wishes.sorted);
  ASSERT_EQ(wishes.sorted->places.size(), 3u);
  EXPECT_EQ(wishes.sorted->places[0].place, "kan_lide");
  EXPECT_EQ(wishes.sorted->places[0].cards, (std::vector{bake, dogs}));
  EXPECT_TRUE(wishes.sorted->places[1].cards.empty());
  EXPECT_EQ(wishes.sorted->favourites, (std::vector{dogs, bake}));
  EXPECT_EQ(wishes.sorted->uncertain, std::vector{music});
}

TEST(Wishes, NotKnowingACardIsASuggestionFromEitherTool) {
  const Wishes wishes = wishes_now({paired(1), sorted(2)}, one_day);
  EXPECT_EQ(wishes.suggestions, (std::vector{music, CardRef{"jobs", "have"}}));
}

}  // namespace
}  // namespace aktiv::casefile
