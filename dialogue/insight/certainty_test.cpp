#include "dialogue/insight/certainty.h"

#include <gtest/gtest.h>

namespace aktiv {
namespace {

constexpr int64_t day_ms = 86'400'000;
int64_t utc_day(int64_t ms) {
  return ms / day_ms;
}

const CardRef bake{"jobs", "bage"};
const CardRef dogs{"jobs", "hunde"};

Submission paired(int64_t at_ms, std::vector<CardRef> top) {
  Submission said;
  said.tool = ToolId("to_billeder");
  said.finished_ms = at_ms;
  said.findings.ranking = {std::move(top)};
  return said;
}

TEST(Certainty, OnceIsTentative) {
  EXPECT_EQ(certainty_over_days({}, utc_day), Certainty::tentative);
  EXPECT_EQ(certainty_over_days({paired(0, {bake})}, utc_day), Certainty::tentative);
}

TEST(Certainty, TheSameOnTwoDaysIsRepeated) {
  EXPECT_EQ(certainty_over_days({paired(day_ms, {bake}), paired(0, {bake, dogs})}, utc_day),
            Certainty::repeated);
}

TEST(Certainty, TwiceOnOneDayIsStillOnce) {
  EXPECT_EQ(certainty_over_days({paired(0, {bake}), paired(1000, {bake})}, utc_day),
            Certainty::tentative);
}

TEST(Certainty, AnotherWishOnAnotherDayIsNew) {
  EXPECT_EQ(certainty_over_days({paired(0, {bake}), paired(day_ms, {dogs})}, utc_day),
            Certainty::tentative);
}

TEST(Certainty, AFlagMakesTheNewestUncertain) {
  auto flagged = paired(day_ms, {bake});
  flagged.findings.certainty = Certainty::uncertain;
  EXPECT_EQ(certainty_over_days({paired(0, {bake}), flagged}, utc_day), Certainty::uncertain);
}

TEST(Certainty, AFlaggedDayConfirmsNothing) {
  auto flagged = paired(0, {bake});
  flagged.findings.certainty = Certainty::uncertain;
  EXPECT_EQ(certainty_over_days({flagged, paired(day_ms, {bake})}, utc_day), Certainty::tentative);
}

TEST(Certainty, AnotherToolConfirmsNothing) {
  auto other = paired(0, {bake});
  other.tool = ToolId("kan_lide");
  EXPECT_EQ(certainty_over_days({other, paired(day_ms, {bake})}, utc_day), Certainty::tentative);
}

TEST(Certainty, AHiddenRankingHasNoTop) {
  auto hidden = paired(0, {bake});
  hidden.findings.ranking_is_hidden = true;
  EXPECT_TRUE(top_of(hidden.findings).empty());
}

TEST(Certainty, TheFirstFavouriteIsTheTopOfSorting) {
  Findings sorted;
  sorted.cards.resize(2);
  sorted.cards[0].card = bake;
  sorted.cards[0].favourite = 2;
  sorted.cards[1].card = dogs;
  sorted.cards[1].favourite = 1;
  EXPECT_EQ(top_of(sorted), std::vector{dogs});
}

}  // namespace
}  // namespace aktiv
