#include "dialogue/insight/certainty.h"

#include <gtest/gtest.h>

namespace aktiv {
namespace {

constexpr int64_t day_ms = 86'400'000;
int64_t utc_day(int64_t ms) {
  return ms / day_ms;
}

const ToolId pairs{"to_billeder"};
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
  EXPECT_EQ(certainty_over_days(pairs, {}, utc_day), Certainty::tentative);
  EXPECT_EQ(certainty_over_days(pairs, {paired(0, {bake})}, utc_day), Certainty::tentative);
}

TEST(Certainty, TheSameOnTwoDaysIsRepeated) {
  EXPECT_EQ(certainty_over_days(pairs, {paired(day_ms, {bake}), paired(0, {bake, dogs})}, utc_day),
            Certainty::repeated);
}

TEST(Certainty, TwiceOnOneDayIsStillOnce) {
  EXPECT_EQ(certainty_over_days(pairs, {paired(0, {bake}), paired(1000, {bake})}, utc_day),
            Certainty::tentative);
}

TEST(Certainty, AnotherWishOnAnotherDayIsNew) {
  EXPECT_EQ(certainty_over_days(pairs, {paired(0, {bake}), paired(day_ms, {dogs})}, utc_day),
            Certainty::tentative);
}

TEST(Certainty, AFlagMakesTheNewestUncertain) {
  auto flagged = paired(day_ms, {bake});
  flagged.findings.certainty = Certainty::uncertain;
  EXPECT_EQ(certainty_over_days(pairs, {paired(0, {bake}), flagged}, utc_day),
            Certainty::uncertain);
}

TEST(Certainty, AFlaggedDayConfirmsNothing) {
  auto flagged = paired(0, {bake});
  flagged.findings.certainty = Certainty::uncertain;
  EXPECT_EQ(certainty_over_days(pairs, {flagged, paired(day_ms, {bake})}, utc_day),
            Certainty::tentative);
}

TEST(Certainty, AnotherToolConfirmsNothing) {
  auto other = paired(0, {bake});
  other.tool = ToolId("kan_lide");
  EXPECT_EQ(certainty_over_days(pairs, {other, paired(day_ms, {bake})}, utc_day),
            Certainty::tentative);
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

Submission visit(int64_t at_ms, const CardRef& card) {
  Submission said;
  said.tool = ToolId("saadan_var_det");
  said.finished_ms = at_ms;
  AnswerRecord how;
  how.question = "t10_q";
  how.card = card;
  how.choice = Choice::place;
  how.place = "godt";
  said.answers.push_back(how);
  return said;
}

TEST(Certainty, AWishThatIsStillOnTopAfterARealTryOutIsTried) {
  const std::vector<Submission> kept{paired(0, {bake}), visit(day_ms, bake),
                                     paired(2 * day_ms, {bake})};
  EXPECT_EQ(certainty_over_days(pairs, kept, utc_day), Certainty::tried);
}

TEST(Certainty, ATryOutOfSomethingElseOrBeforeTheWishTriesNothing) {
  EXPECT_EQ(
      certainty_over_days(
          pairs, {paired(0, {bake}), visit(day_ms, dogs), paired(2 * day_ms, {bake})}, utc_day),
      Certainty::repeated);
  EXPECT_EQ(certainty_over_days(pairs, {visit(0, bake), paired(day_ms, {bake})}, utc_day),
            Certainty::tentative);
  EXPECT_EQ(certainty_over_days(pairs, {paired(0, {bake}), visit(day_ms, bake)}, utc_day),
            Certainty::tentative);
}

TEST(Certainty, TwoWaysOrTwoScalesAreNeverHeldAgainstEachOther) {
  auto other_way = paired(0, {bake});
  other_way.way = 2;
  auto now = paired(day_ms, {bake});
  now.way = 1;
  EXPECT_EQ(certainty_over_days(pairs, {other_way, now}, utc_day), Certainty::tentative);
  auto three = paired(0, {bake});
  three.answers.resize(1);
  three.answers[0].places = {"godt", "midt", "daarligt"};
  auto two = paired(day_ms, {bake});
  two.answers.resize(1);
  two.answers[0].places = {"godt", "daarligt"};
  EXPECT_EQ(certainty_over_days(pairs, {three, two}, utc_day), Certainty::tentative);
}

// Each day's top, in order.
std::vector<Submission> days(const std::vector<std::vector<CardRef>>& tops) {
  std::vector<Submission> said;
  for (size_t day = 0; day < tops.size(); ++day)
    said.push_back(paired(static_cast<int64_t>(day) * day_ms, tops[day]));
  return said;
}

TEST(ChangeOverTime, OneDayTellsNothing) {
  EXPECT_EQ(change_over_days(pairs, {}, utc_day), Change::unknown);
  EXPECT_EQ(change_over_days(pairs, days({{bake}}), utc_day), Change::unknown);
}

TEST(ChangeOverTime, OneOtherDayMayBeASlip) {
  EXPECT_EQ(change_over_days(pairs, days({{bake}, {bake}, {dogs}}), utc_day), Change::perhaps);
  EXPECT_EQ(change_over_days(pairs, days({{bake}, {dogs}, {bake}, {bake}}), utc_day),
            Change::steady);
}

TEST(ChangeOverTime, TwoDaysThatAgreeAfterTwoThatDidAreAChange) {
  EXPECT_EQ(change_over_days(pairs, days({{bake}, {bake}, {dogs}, {dogs}}), utc_day),
            Change::changed);
  EXPECT_EQ(change_over_days(pairs, days({{bake}, {bake}, {dogs}, {dogs}, {dogs}}), utc_day),
            Change::changed);
}

TEST(ChangeOverTime, ATieThatHoldsTheOldWishIsNoChange) {
  EXPECT_EQ(change_over_days(pairs, days({{bake}, {bake, dogs}, {bake}}), utc_day), Change::steady);
}

TEST(ChangeOverTime, AFlaggedDayAndAnotherWaySayNothing) {
  auto said = days({{bake}, {bake}, {dogs}, {bake}});
  said[2].findings.certainty = Certainty::uncertain;
  EXPECT_EQ(change_over_days(pairs, said, utc_day), Change::steady);
  said[2].findings.certainty = Certainty::tentative;
  said[2].way = 2;
  EXPECT_EQ(change_over_days(pairs, said, utc_day), Change::steady);
}

}  // namespace
}  // namespace aktiv
