// Somebody who does not see the screen: finds by ear, and chooses by a tap.
#include "kiosk/input/explore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/input/testing.h"

using namespace aktiv;
using namespace aktiv::input;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

struct Ears : Hand {
  explicit Ears(const Shown& shown) : Hand(shown, exploring()) {}
  static TouchSettings exploring() {
    TouchSettings settings;
    settings.explores = true;
    return settings;
  }
  std::vector<std::string> heard() const {
    std::vector<std::string> ids;
    for (const FocusMoved& moved : all<FocusMoved>())
      if (!moved.element.empty()) ids.push_back(moved.element.value);
    return ids;
  }
  void stroke_after_a_while(double from_x, double y, int direction) {
    wait(700);
    stroke({from_x, y}, direction * 40);
  }
  std::string stands_at() const { return all<FocusMoved>().back().element.value; }
  void tap_after_a_while(double x, double y) {
    wait(1000);
    tap(x, y);
  }
};

}  // namespace

TEST(Exploring, AFingerThatGlidesHearsAndChoosesNothing) {
  Ears person(two_cards());
  person.down(50, 70);
  for (double x = 50; x <= 113; x += 3) {
    person.wait(30);
    person.move(x, 70);
  }
  person.up(113, 70);
  EXPECT_THAT(person.heard(), ElementsAre("card:jobs/bage", "card:jobs/have"));
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Exploring, ATapOnWhatWasHeardChoosesIt) {
  Ears person(two_cards());
  person.tap(50, 70);
  EXPECT_THAT(person.tapped(), IsEmpty());
  person.tap_after_a_while(50, 70);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Exploring, ATapElsewhereHearsThat) {
  Ears person(two_cards());
  person.tap(50, 70);
  person.tap_after_a_while(113, 70);
  EXPECT_THAT(person.heard(), ElementsAre("card:jobs/bage", "card:jobs/have"));
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Exploring, TheQuestionIsHeardAndNeverChosen) {
  Ears person(two_cards());
  person.tap(80, 15);
  person.tap_after_a_while(80, 15);
  EXPECT_THAT(person.heard(), ElementsAre("question"));
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Exploring, ANewScreenKnowsNothingOfWhatWasHeard) {
  Ears person(two_cards());
  person.tap(50, 70);
  person.show(two_cards("t1_q#2"));
  person.tap_after_a_while(50, 70);
  EXPECT_THAT(person.tapped(), IsEmpty());
  person.tap_after_a_while(50, 70);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Exploring, AFingerThatRestsOnWhatWasHeardMeansNothing) {
  Ears person(two_cards());
  person.tap(50, 70);
  person.wait(1000);
  person.down(50, 70);
  person.wait(1500);
  person.up(50, 70);
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Strokes, HearTheNextThingAndTheOneBeforeFromAnyPlace) {
  Ears person(two_cards());
  person.stroke_after_a_while(60, 150, 1);
  EXPECT_EQ(person.stands_at(), "card:jobs/bage") << "from nowhere: the first";
  person.stroke_after_a_while(60, 150, 1);
  EXPECT_EQ(person.stands_at(), "card:jobs/have");
  person.stroke_after_a_while(100, 150, -1);
  EXPECT_EQ(person.stands_at(), "card:jobs/bage");
  person.stroke_after_a_while(100, 150, -1);
  EXPECT_EQ(person.stands_at(), "fixed:stop") << "round to the last";
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Strokes, CrossOtherThingsWithoutLosingTheirPlace) {
  Ears person(two_cards());
  person.stroke_after_a_while(60, 150, 1);
  person.stroke_after_a_while(60, 70, 1);  // over both cards
  EXPECT_EQ(person.stands_at(), "card:jobs/have");
}

TEST(Strokes, TwoTapsAnywhereChooseWhatWasFound) {
  Ears person(two_cards());
  person.stroke_after_a_while(60, 150, 1);
  person.tap_after_a_while(5, 150);
  EXPECT_THAT(person.tapped(), IsEmpty());
  person.wait(200);
  person.tap(6, 151);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Strokes, TwoTapsOnAnotherThingStillChooseWhatWasFound) {
  Ears person(two_cards());
  person.stroke_after_a_while(60, 150, 1);
  person.stroke_after_a_while(60, 150, 1);
  person.tap_after_a_while(50, 120);
  person.wait(150);
  person.tap(50, 120);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/have"));
}

TEST(Strokes, ATapAloneHearsWhatLiesThere) {
  Ears person(two_cards());
  person.stroke_after_a_while(60, 150, 1);
  person.tap_after_a_while(113, 70);
  EXPECT_EQ(person.stands_at(), "card:jobs/have");
  person.tap_after_a_while(5, 150);
  EXPECT_THAT(person.tapped(), IsEmpty()) << "a second later is no second tap";
}

TEST(Strokes, ASlowGlideIsNone) {
  Ears person(two_cards());
  person.down(50, 150);
  for (int step = 1; step <= 10; ++step) {
    person.wait(60);
    person.move(50 + step * 4, 150);
  }
  person.up(90, 150);
  EXPECT_THAT(person.heard(), IsEmpty());
}
