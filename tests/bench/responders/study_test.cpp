// The same as responders_bench, smaller: what must hold whatever is drawn.
#include "tests/bench/responders/study.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <set>

#include "kiosk/files/content_files.h"
#include "tests/bench/responders/changes.h"
#include "tests/bench/responders/reaches.h"
#include "tests/bench/responders/talks.h"

namespace aktiv {
namespace {

constexpr int kSeeds = 200;

const Engine& engine() {
  static const Loaded loaded =
      read_content(std::filesystem::path(AKTIV_BINARY_DIR) / "share/aktiv");
  static const Engine engine(loaded.content);
  return engine;
}

class Study : public testing::TestWithParam<size_t> {
 protected:
  Design design() const { return designs()[GetParam()]; }
  Tally tally(const Invented& invented) const {
    return study(engine(), design(), invented, kSeeds);
  }
  Tally tally(Responder responder) const { return tally(Invented{"", Kind::steady, responder}); }
};

TEST_P(Study, APureHabitIsAlwaysFlagged) {
  for (const Invented& invented : invented_for(design())) {
    if (invented.kind != Kind::habit) continue;
    EXPECT_EQ(tally(invented).flagged, kSeeds) << invented.name;
  }
}

TEST_P(Study, WithoutNoiseNobodyIsFlaggedAndTheTopIsRight) {
  const Tally steady = tally(Responder{});
  EXPECT_EQ(steady.flagged, 0);
  EXPECT_EQ(steady.hidden, 0);
  EXPECT_EQ(steady.top_right, kSeeds);
  EXPECT_EQ(steady.repeated, kSeeds);
}

TEST_P(Study, WithoutNoiseAWishThatStaysIsSteadyAndOneThatTurnsHasChanged) {
  const Changes stays = over_four_days(engine(), design(), {}, false, kSeeds);
  EXPECT_EQ(stays.perhaps, 0);
  EXPECT_EQ(stays.changed, 0);
  EXPECT_EQ(over_four_days(engine(), design(), {}, true, kSeeds).changed, kSeeds);
}

TEST_P(Study, NoiseWeakensTheOrderAndAtRandomThereIsNone) {
  const Tally steady = tally(Responder{});
  const Tally noisy = tally({Habit::steady, 0.3});
  const Tally random = tally({Habit::random});
  EXPECT_GT(steady.order, noisy.order);
  EXPECT_GT(noisy.order, random.order);
  EXPECT_LT(std::abs(random.order / kSeeds), 0.15);
  EXPECT_GT(random.flagged, noisy.flagged);
}

TEST_P(Study, StoppingMidwayIsHalfASet) {
  const Tally stopped = tally({Habit::stops_midway});
  EXPECT_EQ(stopped.raised_of(Flag::half_a_set), kSeeds);
  EXPECT_LT(stopped.touches, tally(Responder{}).touches);
}

TEST_P(Study, TwoDaysAreSurerThanOne) {
  const Tally noisy = tally({Habit::steady, 0.2});
  EXPECT_GE(noisy.top_right_pooled, noisy.top_right);
  EXPECT_LE(noisy.flagged_on_both, noisy.flagged);
  EXPECT_GT(noisy.repeated_right * kSeeds, noisy.top_right * noisy.repeated);
}

INSTANTIATE_TEST_SUITE_P(Designs, Study, testing::Values(0, 1, 2));

TEST(StudyOfPairs, AHabitIsFlaggedByItsOwnNameAndByNoOther) {
  for (size_t at : {0, 1}) {
    const Design pairs = designs()[at];
    const auto raised = [&](Habit habit, Flag flag) {
      return study(engine(), pairs, {"", Kind::habit, {habit}}, kSeeds).raised_of(flag);
    };
    EXPECT_EQ(raised(Habit::right, Flag::side_habit), kSeeds);
    EXPECT_EQ(raised(Habit::left, Flag::side_habit), kSeeds);
    EXPECT_EQ(raised(Habit::right, Flag::last_heard_habit), 0);
    EXPECT_EQ(raised(Habit::last_heard, Flag::last_heard_habit), kSeeds);
    EXPECT_EQ(raised(Habit::last_heard, Flag::side_habit), 0);
    EXPECT_EQ(raised(Habit::first_heard, Flag::mirror_disagrees), kSeeds);
  }
}

TEST(StudyOfPlaces, AtRandomCardsMoveFarAndAThirdShowingForgivesMost) {
  const Tally random = study(engine(), designs()[2], {"", Kind::random, {Habit::random}}, kSeeds);
  EXPECT_GT(random.raised_of(Flag::card_moved_far), kSeeds / 5);
  EXPECT_LT(random.flagged_after_third, random.flagged);
}

TEST(StudyOfPlaces, LikingEverythingCannotBeToldFromAlwaysYes) {
  const Design places = designs()[2];
  for (const Invented& invented : invented_for(places)) {
    if (!invented.likes_everything) continue;
    EXPECT_EQ(study(engine(), places, invented, kSeeds).raised_of(Flag::same_throughout), kSeeds);
  }
}

TEST(TauB, IsOneForTheOrderItselfAndNoneWhereAllAreTied) {
  EXPECT_DOUBLE_EQ(tau_b({3, 2, 1}), 1);
  EXPECT_DOUBLE_EQ(tau_b({1, 2, 3}), -1);
  EXPECT_DOUBLE_EQ(tau_b({2, 2, 2}), 0);
  EXPECT_NEAR(tau_b({2, 2, 1}), 2 / std::sqrt(6.0), 1e-9);
}

TEST(Reaches, WhatTheDesignCanReachIsAFaultToMiss) {
  DesignReach reach{"", "", "", 0.94, 0.95, false, {}};
  EXPECT_TRUE(reach.is_fault());
  reach.remedies = {{"another day", 0.96}};
  EXPECT_FALSE(reach.is_fault());
  reach.remedies.push_back({"a third time", 0.90});
  EXPECT_TRUE(reach.is_fault());
  reach.value = 0.95;
  EXPECT_FALSE(reach.is_fault());
}

class Talks : public testing::TestWithParam<size_t> {
 protected:
  static constexpr int kFew = 40;
  ToolSetup talk() const { return other_talks(engine().content())[GetParam()]; }
  bool has_checks() const {
    static const std::set<std::string> none = {"min_trappe", "saadan_var_det", "hvordan_gaar_det"};
    return !none.contains(talk().tool.value);
  }
  Seen seen(Habit habit) const { return see(engine(), talk(), {habit}, kFew); }
};

TEST_P(Talks, WithoutNoiseNothingButAChanceRowIsFlagged) {
  EXPECT_EQ(seen(Habit::steady).flagged_but_row, 0);
}

TEST_P(Talks, AHabitIsFlaggedWhereACheckIsWritten) {
  const Seen right = seen(Habit::right);
  if (!has_checks()) {
    EXPECT_EQ(right.flagged, 0) << "none is written there";
    return;
  }
  // All “Selv” is no doubt by the written design, and one place in four is that one.
  EXPECT_GE(right.part(right.flagged), talk().tool == ToolId("det_kan_jeg") ? 0.6 : 1);
}

INSTANTIATE_TEST_SUITE_P(OtherTalks, Talks, testing::Range(size_t{0}, size_t{9}));

}  // namespace
}  // namespace aktiv
