// Somebody with one switch, or two, at the same screens as a finger.
#include "kiosk/input/scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/model/draws.h"
#include "kiosk/input/testing.h"

using namespace aktiv;
using namespace aktiv::input;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr int period = 1000;
constexpr int first = 1500;  // of a screen, or of what was opened

ScanSettings settings(ScanWay way, ScanPattern pattern = ScanPattern::one_by_one) {
  ScanSettings scan;
  scan.way = way;
  scan.pattern = pattern;
  scan.period_ms = period;
  return scan;
}

struct Switches : Hand {
  explicit Switches(const Shown& shown, const ScanSettings& scan) : Hand(shown) {
    const auto moved = input.set(scan);
    happened.insert(happened.end(), moved.begin(), moved.end());
  }
  // What has the ring, joined by "+"; "" = nothing.
  std::string ring() const {
    std::string names;
    const auto moves = all<ScanMoved>();
    if (moves.empty()) return names;
    for (const ElementId& id : moves.back().elements)
      names += (names.empty() ? "" : "+") + id.value;
    return names;
  }
};

}  // namespace

TEST(Scanning, GoesThroughTheScanOrderByItself) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  std::vector<std::string> seen;
  for (int i = 0; i < 5; ++i) {
    person.live(i == 0 ? 1 : i == 1 ? first : period);
    seen.push_back(person.ring());
  }
  EXPECT_THAT(seen, ElementsAre("card:jobs/bage", "card:jobs/have", "out:dont_know", "fixed:stop",
                                "card:jobs/bage"));
}

TEST(Scanning, OneSwitchChoosesWhereTheRingStands) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  person.live(first + 10);
  person.press_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/have"));
}

TEST(Scanning, RestsAfterItsRoundsAndWakesWithTheSwitch) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  person.live(first + period * (4 * 3 - 1) + 10);
  EXPECT_EQ(person.ring(), "");
  EXPECT_FALSE(person.input.due_ms());
  person.press_switch(Switch::choose);
  EXPECT_EQ(person.ring(), "card:jobs/bage");  // it shows what would be chosen first
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Scanning, ALineOpensAndItsThingsAreGoneThrough) {
  Switches person(two_cards(), settings(ScanWay::by_itself, ScanPattern::lines));
  person.live(1);
  EXPECT_EQ(person.ring(), "card:jobs/bage+card:jobs/have");
  person.press_switch(Switch::choose);
  EXPECT_EQ(person.ring(), "card:jobs/bage");
  person.live(first);
  person.press_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/have"));
}

TEST(Scanning, WhoOpenedTheWrongLineComesOutOfItByWaiting) {
  Switches person(two_cards(), settings(ScanWay::by_itself, ScanPattern::lines));
  person.live(1);
  person.press_switch(Switch::choose);
  person.live(first + period);
  EXPECT_EQ(person.ring(), "card:jobs/bage+card:jobs/have");
  person.live(period);
  EXPECT_EQ(person.ring(), "out:dont_know");
}

TEST(Scanning, NoThingOfAGridIsFurtherThanItsLineAndItsPlaceInIt) {
  auto grid = screen("grid#1");
  for (int y = 0; y < 3; ++y)
    for (int x = 0; x < 4; ++x)
      grid.with("card:" + std::to_string(y) + "/" + std::to_string(x), Role::choice,
                {x * 40.0, y * 40.0, 36, 36});
  const auto stops = stops_of(frame_of(grid.scene, grid.layout), ScanPattern::lines);
  for (int y = 0; y < 3; ++y)
    for (int x = 0; x < 4; ++x)
      EXPECT_EQ(
          path_to(stops, ElementId("card:" + std::to_string(y) + "/" + std::to_string(x)))->moves(),
          x + y);  // counted from one, x + y - 2: at most 5
}

TEST(Scanning, GroupsAreOfAKind) {
  const auto cards = two_cards();
  const auto stops = stops_of(frame_of(cards.scene, cards.layout), ScanPattern::groups);
  ASSERT_EQ(stops.size(), 3u);
  EXPECT_EQ(stops[0].size(), 2u);
}

TEST(Scanning, TwoSwitchesStepAndChooseInTheirOwnTime) {
  Switches person(two_cards(), settings(ScanWay::by_step));
  person.live(60'000);
  EXPECT_EQ(person.ring(), "");
  person.press_switch(Switch::step);
  person.press_switch(Switch::step);
  person.live(60'000);
  EXPECT_EQ(person.ring(), "card:jobs/have");
  person.press_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/have"));
}

TEST(Scanning, GoesOnWhileTheSwitchIsHeldAndLettingGoChooses) {
  Switches person(two_cards(), settings(ScanWay::held));
  person.live(60'000);
  EXPECT_EQ(person.ring(), "");
  person.hold_switch(Switch::choose, 0);
  person.live(first + period + 10);
  EXPECT_EQ(person.ring(), "out:dont_know");
  person.release_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), ElementsAre("out:dont_know"));
}

TEST(Scanning, ALineThatIsLetGoOnIsGoneThroughByTheNextHold) {
  Switches person(two_cards(), settings(ScanWay::held, ScanPattern::lines));
  person.hold_switch(Switch::choose, 0);
  person.release_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), IsEmpty());
  person.live(2000);
  person.hold_switch(Switch::choose, 0);
  person.live(first + 10);
  person.release_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/have"));
}

TEST(Scanning, APressThatIsTooShortIsNone) {
  auto scan = settings(ScanWay::by_itself);
  scan.accept_ms = 500;
  Switches person(two_cards(), scan);
  person.live(1);
  person.press_switch(Switch::choose, 200);
  EXPECT_THAT(person.tapped(), IsEmpty());
  person.live(first + period);
  const std::string stood = person.ring();
  person.hold_switch(Switch::choose, 500);  // and the ring waits for a hand that means it
  EXPECT_THAT(person.tapped(), ElementsAre(stood));
}

TEST(Scanning, ASecondPressInTheSameSwingIsTheFirst) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  person.live(1);
  person.press_switch(Switch::choose);
  person.live(100);
  person.press_switch(Switch::choose);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Scanning, WaitsWhileSomebodySpeaks) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  person.input.wait_for_voice(true, person.now_ms);
  person.live(20'000);
  EXPECT_EQ(person.ring(), "");
  person.input.wait_for_voice(false, person.now_ms);
  person.live(1);
  EXPECT_EQ(person.ring(), "card:jobs/bage");
  person.input.wait_for_voice(true, person.now_ms);
  person.live(20'000);
  EXPECT_EQ(person.ring(), "card:jobs/bage");
  person.input.wait_for_voice(false, person.now_ms);
  person.live(period - 10);
  EXPECT_EQ(person.ring(), "card:jobs/bage");
  person.live(20);
  EXPECT_EQ(person.ring(), "card:jobs/have");
}

TEST(Scanning, BeginsAnewOnANewScreenAndStaysWhereOnlyTheLookIsAnother) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  person.live(first + 10);
  auto chosen = two_cards();
  chosen.element("card:jobs/bage").is_selected = true;
  person.show(chosen);
  EXPECT_EQ(person.ring(), "card:jobs/have");
  person.show(two_cards("t1_q#2"));
  EXPECT_EQ(person.ring(), "");
  person.live(1);
  EXPECT_EQ(person.ring(), "card:jobs/bage");
}

TEST(Scanning, AFingerTakesOver) {
  Switches person(two_cards(), settings(ScanWay::by_itself));
  person.live(period);
  person.tap(50, 70);
  EXPECT_EQ(person.ring(), "");
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Scanning, WhatCannotBeChosenIsPassedBy) {
  auto cards = two_cards();
  cards.element("card:jobs/bage").is_enabled = false;
  Switches person(cards, settings(ScanWay::by_itself));
  person.live(1);
  EXPECT_EQ(person.ring(), "card:jobs/have");
}

// Reaction times of 300 to 900 ms: with a period of reaction time by 0.65 and more nobody slips.
TEST(Scanning, SomebodySlowReachesEveryThing) {
  Draws chance(Seed{3, 5});
  auto scan = settings(ScanWay::by_itself, ScanPattern::lines);
  scan.period_ms = 1400;
  for (const char* wanted : {"card:jobs/bage", "card:jobs/have", "out:dont_know", "fixed:stop"}) {
    Switches person(two_cards(), scan);
    for (int presses = 0; presses < 2 && person.tapped().empty(); ++presses) {
      const auto holds = [&] {
        const std::string now = "+" + person.ring() + "+";
        return now.find("+" + std::string(wanted) + "+") != std::string::npos;
      };
      while (!holds()) person.live(20);
      person.live(300 + static_cast<int64_t>(chance.below(600)));
      person.press_switch(Switch::choose);
      person.live(700);  // the hand comes back
    }
    EXPECT_THAT(person.tapped(), ElementsAre(wanted));
  }
}
