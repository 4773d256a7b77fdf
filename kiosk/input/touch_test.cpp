#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/input/testing.h"

using namespace aktiv;
using namespace aktiv::input;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

const ElementId bage("card:jobs/bage");
const ElementId likes("place:kan_lide");

TouchSettings settings(int same_touch_ms, int hold_ms = 0) {
  TouchSettings settings;
  settings.same_touch_ms = same_touch_ms;
  settings.hold_ms = hold_ms;
  return settings;
}

}  // namespace

TEST(Touch, ACardIsChosenWhenTheFingerIsLifted) {
  Hand hand(two_cards());
  hand.down(50, 70);
  EXPECT_EQ(hand.happened, (Gestures{Activity{true}, Pressed{bage}}));
  hand.wait(120);
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
  EXPECT_TRUE(hand.nothing_looks_pressed());
}

TEST(Touch, SlidingOffCancels) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.move(50, 105);
  EXPECT_TRUE(hand.nothing_looks_pressed());
  hand.up(50, 105);
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Touch, SlidingOffAndLiftingOnAnotherCardChoosesNeither) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.move(110, 70);
  hand.up(110, 70);
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Touch, SlidingBackPressesAgain) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.move(50, 105);
  hand.move(50, 90);
  EXPECT_THAT(hand.all<Pressed>(), SizeIs(2));
  hand.up(50, 90);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, ALiftThatJumpsAwayDoesNotChoose) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.up(50, 160);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_TRUE(hand.nothing_looks_pressed());
}

TEST(Touch, WordsAndPicturesAreNotChosen) {
  Hand hand(two_cards());
  hand.tap(60, 15);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.all<Activity>(), testing::Not(IsEmpty())) << "but somebody is there";
}

TEST(Touch, BetweenTwoCardsTheNearestIsMeant) {
  Hand hand(two_cards());
  hand.tap(81, 70);
  hand.wait(1000);
  hand.tap(82, 70);
  hand.wait(1000);
  hand.tap(50, 103);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage", "card:jobs/have"))
      << "3 mm below a card is nothing";
}

TEST(Touch, ADisabledElementIsNotChosen) {
  auto screen = two_cards();
  screen.element("card:jobs/bage").is_enabled = false;
  Hand hand(screen);
  hand.tap(50, 70);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::disabled));
}

TEST(Touch, TremorsSecondTouchIsTheSameTouchOnAnyTarget) {
  Hand hand(two_cards());
  hand.tap(50, 70);
  hand.wait(300);
  hand.tap(110, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::same_touch));
  hand.wait(300);
  hand.tap(110, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage", "card:jobs/have"));
}

TEST(Touch, TremorsSecondTouchDoesNotAnswerTheNextScreen) {
  Hand hand(two_cards("t1_q#1"));
  hand.tap(50, 70);
  hand.show(two_cards("t1_q#2"));
  hand.wait(590);
  hand.tap(50, 70);
  EXPECT_THAT(hand.tapped(), SizeIs(1));
}

TEST(Touch, ATremorThatMissedIsNoAnswerAndBlocksNothing) {
  Hand hand(two_cards());
  hand.tap(50, 105);
  hand.wait(50);
  hand.tap(50, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, TheGuardCanBeSetForThePerson) {
  Hand off(two_cards(), settings(0));
  off.tap(50, 70);
  off.tap(110, 70);
  EXPECT_THAT(off.tapped(), SizeIs(2));

  Hand longest(two_cards(), settings(9000));
  longest.tap(50, 70);
  longest.wait(990);
  longest.tap(110, 70);
  EXPECT_THAT(longest.tapped(), SizeIs(1));
  longest.wait(1000);
  longest.tap(110, 70);
  EXPECT_THAT(longest.tapped(), SizeIs(2)) << "no more than a second";
}

TEST(Touch, ASecondFingerDoesNotCount) {
  Hand hand(two_cards());
  hand.down(50, 70, 1);
  hand.wait(100);
  hand.tap(110, 70, 2);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::second_finger));
  hand.up(50, 70, 1);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, ASecondFingerLiftedLastStillDoesNotCount) {
  Hand hand(two_cards(), settings(0));
  hand.down(50, 70, 1);
  hand.down(110, 70, 2);
  hand.up(50, 70, 1);
  hand.move(112, 70, 2);
  hand.up(112, 70, 2);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, APalmDoesNotCount) {
  Hand hand(two_cards());
  hand.down(50, 70, 1, 40);
  hand.down(110, 70, 2);
  hand.wait(80);
  hand.up(110, 70, 2);
  hand.up(50, 70, 1);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/have")) << "the finger beside the palm does";
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::palm));
}

TEST(Touch, AHandThatLiesDownTakesItsPressBack) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.move(52, 72, 1, 40);
  EXPECT_TRUE(hand.nothing_looks_pressed());
  hand.up(52, 72);
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Touch, AHandRestingBesideTheCardsBlocksNothing) {
  Hand hand(two_cards());
  hand.down(5, 150, 1);
  hand.wait(500);
  hand.tap(50, 70, 2);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, ALostFingerLooksLetGoWithinTwoSeconds) {
  Hand hand(two_cards());
  hand.down(50, 70, 1);
  ASSERT_EQ(hand.input.due_ms(), hand.now_ms + 2000);
  hand.wait(1999);
  EXPECT_FALSE(hand.nothing_looks_pressed());
  hand.wait(1);
  EXPECT_TRUE(hand.nothing_looks_pressed());
  EXPECT_EQ(hand.input.due_ms(), std::nullopt) << "the loop sleeps";
}

TEST(Touch, ALostFingerYieldsToTheNext) {
  Hand hand(two_cards());
  hand.down(50, 70, 1);
  hand.wait(2000);
  hand.tap(110, 70, 2);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/have"));
  EXPECT_THAT(hand.ignored(), Contains(Why::lost));
  hand.wait(1000);
  hand.up(50, 70, 1);
  EXPECT_THAT(hand.tapped(), SizeIs(1));
}

TEST(Touch, AFingerPressedLongAndStillCountsWhenItIsLifted) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.wait(6000);
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"))
      << "whoever presses long is not punished";
  EXPECT_TRUE(hand.nothing_looks_pressed());
}

TEST(Touch, TheSameFingerDownTwiceHadLostItsLift) {
  Hand hand(two_cards());
  hand.down(50, 70, 1);
  hand.wait(100);
  hand.tap(110, 70, 1);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/have"));
  EXPECT_TRUE(hand.nothing_looks_pressed());
}

TEST(Touch, APressCanBeAskedToLast) {
  Hand hand(two_cards(), settings(0, 500));
  hand.tap(50, 70);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::too_short));
  hand.down(50, 70);
  hand.wait(500);
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, ATouchTheSystemTakesAwayChoosesNothing) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.taken_away(1);
  EXPECT_TRUE(hand.nothing_looks_pressed());
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Touch, APressOnAScreenThatIsGoneIsDropped) {
  Hand hand(two_cards("t1_q#1"));
  hand.down(50, 70);
  hand.show(two_cards("t1_q#2"));
  EXPECT_TRUE(hand.nothing_looks_pressed());
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::old_screen));
}

TEST(Touch, APressOnACardThatHasMovedOrWasSwitchedOffIsDropped) {
  auto moved = two_cards();
  moved.layout.elements[0].rect.x += 5;
  auto off = two_cards();
  off.element("card:jobs/bage").is_enabled = false;
  for (const auto& next : {moved, off}) {
    Hand hand(two_cards());
    hand.down(50, 70);
    hand.show(next);
    hand.up(50, 70);
    EXPECT_THAT(hand.tapped(), IsEmpty());
  }
}

TEST(Touch, AWordThatLightsMeanwhileDisturbsNoPress) {
  auto lit = two_cards();
  lit.element("card:jobs/have").is_selected = true;
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.show(lit);
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Touch, WhenTheWindowLosesTheHandsNothingStaysPressed) {
  Hand hand(two_cards());
  hand.down(50, 70);
  EXPECT_EQ(hand.input.let_go(), (Gestures{Released{bage}}));
  hand.up(50, 70);
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Drag, ACardIsCarriedToAPlace) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(80, 35);
  EXPECT_THAT(hand.all<DragBegan>(), IsEmpty()) << "5 mm may be a tremble";
  hand.move(80, 37);
  ASSERT_THAT(hand.all<DragBegan>(), SizeIs(1));
  EXPECT_EQ(hand.all<DragBegan>()[0].drag, (Drag{bage, 80, 37, 0, 7, {}}));
  hand.move(40, 100);
  EXPECT_EQ(hand.all<DragMoved>().back().drag, (Drag{bage, 40, 100, -40, 70, likes}));
  hand.up(40, 100);
  EXPECT_EQ(hand.happened.back(), Gesture(Dropped{bage, likes}));
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_TRUE(hand.nothing_looks_pressed());
}

TEST(Drag, DroppedOutsideTheCardReturns) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(80, 60);
  hand.up(80, 65);
  EXPECT_EQ(hand.happened.back(), Gesture(Dropped{bage, {}}));
  hand.tap(40, 100);
  EXPECT_THAT(hand.tapped(), ElementsAre("place:kan_lide"))
      << "what was not an answer guards nothing";
}

TEST(Drag, ADropIsAnAnswerAndGuardsTheNext) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(40, 100);
  hand.up(40, 100);
  hand.wait(200);
  hand.tap(120, 100);
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Drag, NotKnowingIsAPlaceToo) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(30, 140);
  hand.up(30, 140);
  EXPECT_EQ(hand.happened.back(), Gesture(Dropped{bage, ElementId("out:unknown")}));
}

TEST(Drag, ATapOnTheCardIsATap) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(83, 33);
  hand.up(83, 33);
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Drag, OnlyCardsThatMoveAreDragged) {
  Hand hand(two_cards());
  hand.down(50, 70);
  hand.move(70, 90);
  hand.up(70, 90);
  EXPECT_THAT(hand.all<DragBegan>(), IsEmpty());
  EXPECT_THAT(hand.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Drag, ALostFingerLetsTheCardReturnAndMayTakeItUpAgain) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(80, 60);
  hand.wait(2000);
  EXPECT_EQ(hand.happened.back(), Gesture(Dropped{bage, {}}));
  hand.move(40, 100);
  EXPECT_THAT(hand.all<DragBegan>(), SizeIs(2));
  hand.up(40, 100);
  EXPECT_EQ(hand.happened.back(), Gesture(Dropped{bage, likes}));
}

TEST(Drag, ACardWhoseScreenIsGoneIsNotPutAnywhere) {
  Hand hand(sorting());
  hand.down(80, 30);
  hand.move(40, 100);
  hand.show(two_cards());
  hand.up(40, 100);
  EXPECT_THAT(hand.all<Dropped>(), ElementsAre(Dropped{bage, {}}));
}
