// What a finger draws is a line from where it came down to where it was lifted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/input/testing.h"

using namespace aktiv;
using namespace aktiv::input;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

// A square of 100 mm, and a key beside it.
Screen sheet(const std::string& id = "ui.own_drawing#1") {
  return screen(id)
      .with("pad", Role::pad, {20, 20, 100, 100})
      .with("key:own_undo", Role::key, {130, 20, 30, 30});
}

std::vector<Stroke> drawn(const Hand& hand) {
  std::vector<Stroke> strokes;
  for (const Drew& line : hand.all<Drew>()) strokes.push_back(line.stroke);
  return strokes;
}

}  // namespace

TEST(Pen, ALineIsSeenWhileTheFingerMovesAndKeptWhenItIsLifted) {
  Hand hand(sheet());
  hand.down(30, 30);
  hand.move(40, 35);
  EXPECT_THAT(hand.all<Drawing>(), SizeIs(2));
  EXPECT_THAT(drawn(hand), IsEmpty());
  hand.up(50, 40);
  EXPECT_THAT(drawn(hand), ElementsAre(Stroke{{100, 100}, {200, 150}, {300, 200}}));
  EXPECT_THAT(hand.tapped(), IsEmpty());
}

TEST(Pen, ATouchIsADot) {
  Hand hand(sheet());
  hand.tap(70, 70);
  EXPECT_THAT(drawn(hand), ElementsAre(Stroke{{500, 500}}));
}

TEST(Pen, LinesMayComeFast) {
  Hand hand(sheet());
  for (int i = 0; i < 3; ++i) hand.tap(30 + 10 * i, 30);
  EXPECT_THAT(drawn(hand), SizeIs(3)) << "a dot is no answer that a second touch could repeat";
}

TEST(Pen, AFingerThatSlidesOffDrawsAlongTheEdge) {
  Hand hand(sheet());
  hand.down(110, 60);
  hand.up(150, 70);
  EXPECT_THAT(drawn(hand), ElementsAre(Stroke{{900, 400}, {1000, 500}}));
}

TEST(Pen, ASecondFingerAndAPalmDrawNothing) {
  Hand hand(sheet());
  hand.down(90, 90, 7, 40);
  hand.move(95, 95, 7, 40);
  hand.up(95, 95, 7);
  hand.down(30, 30);
  hand.down(145, 30, 2);
  hand.up(145, 30, 2);
  hand.up(40, 30);
  EXPECT_THAT(drawn(hand), ElementsAre(Stroke{{100, 100}, {200, 100}}));
  EXPECT_THAT(hand.tapped(), IsEmpty()) << "the key beside it, by the second finger";
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::palm, Why::second_finger));
}

TEST(Pen, AFingerOnAKeyIsNoSecondPen) {
  Hand hand(sheet());
  hand.down(145, 30, 2);
  hand.down(30, 30);
  hand.up(30, 30);
  hand.up(145, 30, 2);
  EXPECT_THAT(drawn(hand), IsEmpty());
  EXPECT_THAT(hand.tapped(), ElementsAre("key:own_undo"));
}

TEST(Pen, ALostFingersLineIsKept) {
  Hand hand(sheet());
  hand.down(30, 30);
  hand.move(40, 30);
  hand.wait(5000);
  EXPECT_THAT(drawn(hand), SizeIs(1));
  hand.tap(60, 60, 2);
  EXPECT_THAT(drawn(hand), SizeIs(2));
}

TEST(Pen, ALineOnAScreenThatIsGoneIsDropped) {
  Hand hand(sheet());
  hand.down(30, 30);
  hand.show(two_cards());
  hand.move(50, 70);
  hand.up(50, 70);
  EXPECT_THAT(drawn(hand), IsEmpty());
  EXPECT_THAT(hand.tapped(), IsEmpty());
  EXPECT_THAT(hand.ignored(), ElementsAre(Why::old_screen));
}

TEST(Pen, TheLineGoesOnWhereTheSameScreenIsShownAgain) {
  Hand hand(sheet());
  hand.down(30, 30);
  hand.show(sheet());
  hand.up(40, 30);
  EXPECT_THAT(drawn(hand), SizeIs(1));
}
