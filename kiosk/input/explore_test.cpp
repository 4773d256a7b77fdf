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
