// What five presses tell of a hand.
#include "kiosk/input/try_out.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dialogue/model/draws.h"

using namespace aktiv;
using namespace aktiv::input;

namespace {

struct Trying {
  TryOut seen;
  int64_t now_ms = 10'000;

  void rest(int64_t ms = 3000) { now_ms += ms; }
  void press(int64_t lasts_ms, uint64_t finger = 1) {
    seen.take(Phase::down, finger, now_ms);
    now_ms += lasts_ms;
    seen.take(Phase::up, finger, now_ms);
  }
};

}  // namespace

TEST(TryingOut, ASteadyHandIsAskedForNothing) {
  Trying hand;
  for (int i = 0; i < TryOut::enough; ++i) hand.press(120), hand.rest();
  EXPECT_TRUE(hand.seen.is_enough());
  EXPECT_EQ(hand.seen.proposal(), (TouchProposal{300, 0}));
}

TEST(TryingOut, ATrembleThatTouchesAgainIsPartOfThePress) {
  Trying hand;
  for (int i = 0; i < TryOut::enough; ++i) {
    hand.press(150);
    hand.rest(420);
    hand.press(150);
    hand.rest();
  }
  EXPECT_EQ(hand.seen.tries(), TryOut::enough);
  EXPECT_EQ(hand.seen.proposal().same_touch_ms, 550);
}

TEST(TryingOut, BrushesThatAreShorterThanWhatIsMeantAreHeldApart) {
  Trying hand;
  for (int i = 0; i < TryOut::enough; ++i) {
    hand.press(90);  // the hand on its way
    hand.rest(200);
    hand.press(600);
    hand.rest();
  }
  const int hold = hand.seen.proposal().hold_ms;
  EXPECT_GT(hold, 90);
  EXPECT_LT(hold, 400);  // nobody must press longer than they do
}

TEST(TryingOut, WhereNothingTellsThemApartNoHoldIsAsked) {
  Trying hand;
  hand.press(500);
  hand.rest(200);
  hand.press(400);
  hand.rest();
  for (int i = 1; i < TryOut::enough; ++i) hand.press(100), hand.rest();
  EXPECT_EQ(hand.seen.proposal().hold_ms, 0);
}

TEST(TryingOut, AFingerThatRestsIsNotEnough) {
  Trying hand;
  for (int i = 0; i < TryOut::enough; ++i) hand.press(120), hand.rest();
  hand.seen.take(Phase::down, 2, hand.now_ms);
  EXPECT_FALSE(hand.seen.is_enough());
}

// A tremor of 4 to 12 Hz lifts the finger off at each swing; with what is proposed, each press that
// was meant counts once.
TEST(TryingOut, WhatIsProposedMakesOnePressOfATremor) {
  Draws chance(Seed{2, 9});
  for (int hz = 4; hz <= 12; ++hz) {
    Trying hand;
    const int64_t swing_ms = 1000 / hz;
    for (int i = 0; i < TryOut::enough; ++i) {
      const int swings = 1 + static_cast<int>(chance.below(3));
      for (int swing = 0; swing < swings; ++swing) {
        hand.press(swing_ms / 2);
        hand.rest(swing_ms / 2);
      }
      hand.rest();
    }
    EXPECT_EQ(hand.seen.tries(), TryOut::enough) << hz << " Hz";
    EXPECT_GT(hand.seen.proposal().same_touch_ms, swing_ms / 2) << hz << " Hz";
  }
}
