#include "kiosk/casefile/auth/throttle.h"

#include <gtest/gtest.h>

namespace aktiv::casefile {
namespace {

TEST(RateLimit, LetsSoManyThroughThenWaits) {
  RateLimit limit(3, 60'000);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.count_and_wait_s("a", 1'000), 0);
  EXPECT_EQ(limit.count_and_wait_s("a", 31'000), 30);
  EXPECT_EQ(limit.count_and_wait_s("b", 31'000), 0);
  EXPECT_EQ(limit.count_and_wait_s("a", 61'000), 0);
}

TEST(RateLimit, AClockSetBackLocksNobodyOut) {
  RateLimit limit(1, 60'000);
  limit.count("a", 1'000'000);
  EXPECT_EQ(limit.wait_s("a", 5'000), 0);
}

TEST(GrowingWait, FiveTriesThenWaitsThatDouble) {
  GrowingWait wait;
  for (int i = 0; i < 4; ++i) wait.failed("mette", 0);
  EXPECT_EQ(wait.wait_s("mette", 0), 0);
  wait.failed("mette", 0);
  EXPECT_EQ(wait.wait_s("mette", 0), 30);
  wait.failed("mette", 30'000);
  EXPECT_EQ(wait.wait_s("mette", 30'000), 60);
  for (int i = 0; i < 50; ++i) wait.failed("mette", 0);
  EXPECT_EQ(wait.wait_s("mette", 0), 900);
}

TEST(GrowingWait, ARightPasswordForgives) {
  GrowingWait wait;
  for (int i = 0; i < 9; ++i) wait.failed("mette", 0);
  wait.succeeded("mette");
  EXPECT_EQ(wait.wait_s("mette", 0), 0);
}

TEST(GrowingWait, AClockSetBackWaitsNoLongerThanTheLongest) {
  GrowingWait wait;
  for (int i = 0; i < 5; ++i) wait.failed("mette", 1'000'000'000);
  EXPECT_LE(wait.wait_s("mette", 0), 900);
}

}  // namespace
}  // namespace aktiv::casefile
