// Somebody who looks, or whose head moves a pointer: staying is choosing.
#include "kiosk/input/dwell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/model/draws.h"
#include "kiosk/input/testing.h"

using namespace aktiv;
using namespace aktiv::input;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr int stay_ms = 1200;
constexpr int again_ms = 2500;

struct Eyes : Hand {
  explicit Eyes(const Shown& shown) : Hand(shown) {
    DwellSettings settings;
    settings.is_on = true;
    settings.ms = stay_ms;
    settings.again_ms = again_ms;
    const auto set = input.set(settings);
    happened.insert(happened.end(), set.begin(), set.end());
  }
  // A tracker tells of the gaze 30 times a second, a degree off its mark now and then.
  void gaze(double x, double y, int64_t ms, double tremble_mm = 0) {
    for (int64_t passed = 0; passed < ms; passed += 33) {
      const auto off = [&] {
        return (static_cast<double>(chance.below(2001)) / 1000 - 1) * tremble_mm;
      };
      look(x + off(), y + off());
      live(33);
    }
  }
  Filling ring() const {
    const auto told = all<Filling>();
    return told.empty() ? Filling{} : told.back();
  }
  Draws chance{Seed{7, 11}};
};

constexpr double bage_x = 50, bage_y = 70;  // in the middle of the left card
constexpr double have_x = 113, have_y = 70;
constexpr double question_x = 80, question_y = 15;

}  // namespace

TEST(Dwelling, ChoosesWhatIsStayedOnAndShowsHowFarItIs) {
  Eyes person(two_cards());
  person.gaze(bage_x, bage_y, stay_ms / 2);
  EXPECT_EQ(person.ring().element, ElementId("card:jobs/bage"));
  EXPECT_NEAR(person.ring().twelfths, 6, 1);
  EXPECT_THAT(person.tapped(), IsEmpty());
  person.gaze(bage_x, bage_y, stay_ms / 2 + 100);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Dwelling, LookingAwayIsNoChoice) {
  Eyes person(two_cards());
  person.gaze(bage_x, bage_y, stay_ms - 200);
  person.gaze(have_x, have_y, stay_ms - 200);
  person.gaze(bage_x, bage_y, stay_ms - 200);
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Dwelling, EyesMayRestOnTheQuestion) {
  Eyes person(two_cards());
  person.gaze(question_x, question_y, 60'000);
  EXPECT_THAT(person.tapped(), IsEmpty());
  EXPECT_TRUE(person.ring().element.empty());
}

TEST(Dwelling, AGazeThatTremblesByADegreeIsStillOne) {
  Eyes person(two_cards());
  person.gaze(bage_x + 22, bage_y, stay_ms + 200, 10);  // near the edge that the other card is at
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Dwelling, StillLookingThereMeansNothingUntilAPauseHasBeen) {
  Eyes person(two_cards());
  person.gaze(bage_x, bage_y, stay_ms + 100);
  person.gaze(bage_x, bage_y, again_ms - 200);
  EXPECT_EQ(person.tapped().size(), 1u);
  person.gaze(bage_x, bage_y, stay_ms + 300);
  EXPECT_EQ(person.tapped().size(), 2u);
}

// The next question comes under eyes that still stand where the last answer was.
TEST(Dwelling, TheNextScreenIsNotAnsweredByEyesThatHaveNotMoved) {
  Eyes person(two_cards());
  person.gaze(bage_x, bage_y, stay_ms + 50);
  ASSERT_EQ(person.tapped().size(), 1u);
  person.show(two_cards("t1_q#2"));
  person.gaze(bage_x, bage_y, again_ms);
  EXPECT_EQ(person.tapped().size(), 1u);
  person.gaze(have_x, have_y, stay_ms + 100);  // whoever looks elsewhere need not wait
  EXPECT_EQ(person.tapped().size(), 2u);
}

TEST(Dwelling, AMouseThatLiesStillGoesOn) {
  Eyes person(two_cards());
  person.look(bage_x, bage_y);
  person.live(stay_ms + 10);
  EXPECT_THAT(person.tapped(), ElementsAre("card:jobs/bage"));
}

TEST(Dwelling, WhatCannotBeChosenFillsNoRing) {
  auto cards = two_cards();
  cards.element("card:jobs/bage").is_enabled = false;
  Eyes person(cards);
  person.gaze(bage_x, bage_y, 5000);
  EXPECT_THAT(person.tapped(), IsEmpty());
}

TEST(Dwelling, IsOffForWhoeverTouches) {
  Hand person(two_cards());
  person.look(bage_x, bage_y);
  person.live(60'000);
  EXPECT_THAT(person.tapped(), IsEmpty());
}
