#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/input/testing.h"

using namespace aktiv;
using namespace aktiv::input;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Keys, TabWalksTheScanOrderAndRoundAgain) {
  Hand hand(two_cards());
  std::vector<std::string> seen;
  for (int i = 0; i < 6; ++i) {
    hand.strike(Key::forward);
    seen.push_back(hand.input.focus().value);
  }
  EXPECT_THAT(seen, ElementsAre("card:jobs/bage", "card:jobs/have", "out:dont_know", "fixed:stop",
                                "card:jobs/bage", "card:jobs/have"));
}

TEST(Keys, BackFromNowhereIsTheLast) {
  Hand hand(two_cards());
  hand.strike(Key::back);
  EXPECT_EQ(hand.input.focus().value, "fixed:stop");
}

TEST(Keys, TheOrderIsTheScenesNotTheList) {
  auto screen = two_cards();
  screen.element("card:jobs/bage").order = 9;
  screen.element("fixed:stop").order = 0;
  Hand hand(screen);
  hand.strike(Key::back);
  EXPECT_EQ(hand.input.focus().value, "card:jobs/bage");
}

TEST(Keys, ADisabledElementIsPassedBy) {
  auto screen = two_cards();
  screen.element("card:jobs/bage").is_enabled = false;
  Hand hand(screen);
  hand.strike(Key::forward);
  EXPECT_EQ(hand.input.focus().value, "card:jobs/have");
}

TEST(Keys, EnterChoosesAsItIsLetGo) {
  Hand hand(two_cards());
  hand.strike(Key::forward);
  hand.key(Key::choose, true);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.all<Pressed>(), SizeIs(1));
  hand.key(Key::choose, false);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
  EXPECT_TRUE(hand.nothing_looks_pressed());
}

TEST(Keys, EnterFirstShowsWhatItWouldChoose) {
  Hand hand(two_cards());
  hand.strike(Key::choose);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_EQ(hand.input.focus().value, "card:jobs/bage");
}

TEST(Keys, AHeldKeyChoosesOnce) {
  Hand hand(two_cards());
  hand.strike(Key::forward);
  hand.key(Key::choose, true);
  for (int i = 0; i < 30; ++i) hand.key(Key::choose, true, true);
  hand.key(Key::choose, false);
  EXPECT_THAT(hand.tapped(), SizeIs(1));
}

TEST(Keys, AHeldTabStepsOnce) {
  Hand hand(two_cards());
  hand.key(Key::forward, true);
  for (int i = 0; i < 30; ++i) hand.key(Key::forward, true, true);
  EXPECT_EQ(hand.input.focus().value, "card:jobs/bage");
}

TEST(Keys, TremorsSecondStrokeIsTheSame) {
  Hand hand(two_cards());
  hand.strike(Key::forward);
  hand.strike(Key::choose);
  hand.wait(200);
  hand.strike(Key::choose);
  EXPECT_THAT(hand.tapped(), SizeIs(1));
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::same_touch));
}

TEST(Keys, AFingerAfterAKeyIsTheSameTouchToo) {
  Hand hand(two_cards());
  hand.strike(Key::forward);
  hand.strike(Key::choose);
  hand.wait(100);
  hand.tap(110, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Keys, EscapeDoesNothing) {
  Hand hand(two_cards());
  hand.strike(Key::other);
  EXPECT_EQ(hand.happened, (Gestures{Activity{false}})) << "but somebody is there";
}

TEST(Keys, TheRingIsDrawnOnlyWhileKeysAreUsed) {
  Hand hand(two_cards());
  hand.strike(Key::forward);
  hand.down(50, 70);
  EXPECT_TRUE(hand.input.focus().empty());
  EXPECT_THAT(hand.all<FocusMoved>(),
              ElementsAre(FocusMoved{ElementId("card:jobs/bage")}, FocusMoved{}));
}

TEST(Keys, TheRingStandsOnTheNextScreensFirst) {
  Hand hand(two_cards());
  hand.strike(Key::forward);
  hand.strike(Key::forward);
  hand.show(sorting());
  EXPECT_EQ(hand.input.focus().value, "card:jobs/bage");
  hand.show(screen("calm#1"));
  EXPECT_TRUE(hand.input.focus().empty());
}

TEST(Keys, AKeyHeldWhileTheScreenChangesChoosesNothing) {
  Hand hand(two_cards("t1_q#1"));
  hand.strike(Key::forward);
  hand.key(Key::choose, true);
  hand.show(two_cards("t1_q#2"));
  hand.key(Key::choose, false);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::old_screen));
  EXPECT_TRUE(hand.nothing_looks_pressed());
}
