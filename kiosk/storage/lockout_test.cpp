#include "kiosk/storage/lockout.h"

#include <gtest/gtest.h>

namespace aktiv::storage {
namespace {

constexpr int64_t second_ms = 1000;
constexpr int64_t year_ms = 365LL * 24 * 3600 * second_ms;

Lockout after(int failures, const Moment& now) {
  Lockout lockout;
  for (int i = 0; i < failures; ++i) lockout = after_failure(lockout, now);
  return lockout;
}

TEST(Lockout, GivesFiveTriesAndThenGrowingWaits) {
  const int64_t expected_s[] = {0, 0, 0, 0, 0, 30, 60, 120, 300, 600, 1800, 1800, 1800};
  for (int failures = 0; failures < 13; ++failures)
    EXPECT_EQ(wait_after(failures), expected_s[failures] * second_ms) << failures;
  EXPECT_EQ(wait_after(1000), 1800 * second_ms);
}

TEST(Lockout, CountsTheTriesThatAreLeft) {
  EXPECT_EQ(tries_left(Lockout{}), 5);
  EXPECT_EQ(tries_left(after(4, {})), 1);
  EXPECT_EQ(tries_left(after(9, {})), 1);
}

TEST(Lockout, RunsOnTheClockThatCannotJump) {
  const Lockout lockout = after(5, {1000 * second_ms, 10 * second_ms, "a"});
  EXPECT_EQ(wait_left(lockout, {1000 * second_ms, 10 * second_ms, "a"}), 30 * second_ms);
  EXPECT_EQ(wait_left(lockout, {10 * year_ms, 11 * second_ms, "a"}), 29 * second_ms);
  EXPECT_EQ(wait_left(lockout, {-10 * year_ms, 39 * second_ms, "a"}), second_ms);
  EXPECT_EQ(wait_left(lockout, {0, 40 * second_ms, "a"}), 0);
}

TEST(Lockout, IsNotShortenedByAClockThatWentBackOverABoot) {
  const Lockout lockout = after(6, {1000 * second_ms, 10 * second_ms, "a"});
  const Moment earlier{-10 * year_ms, second_ms, "b"};
  EXPECT_EQ(wait_left(lockout, earlier), 60 * second_ms);
  const Lockout again = anchored(lockout, earlier);
  EXPECT_EQ(again.failures, 6);
  EXPECT_EQ(wait_left(again, {-10 * year_ms, 60 * second_ms, "b"}), second_ms);
  EXPECT_EQ(wait_left(again, {-10 * year_ms, 61 * second_ms, "b"}), 0);
}

TEST(Lockout, TellsABootByItsClockWhereItHasNoName) {
  const Lockout lockout = after(5, {1000 * second_ms, 900 * second_ms, ""});
  const Moment rebooted{1010 * second_ms, 5 * second_ms, ""};
  EXPECT_FALSE(is_same_boot(lockout.since, rebooted));
  EXPECT_EQ(wait_left(lockout, rebooted), 20 * second_ms);
  EXPECT_EQ(wait_left(anchored(lockout, rebooted), {0, 25 * second_ms, ""}), 0);
}

TEST(Lockout, CountsTheTimeThatTheMachineWasOff) {
  const Lockout lockout = after(6, {1000 * second_ms, 10 * second_ms, "a"});
  EXPECT_EQ(
      wait_left(anchored(lockout, {1040 * second_ms, second_ms, "b"}), {0, 2 * second_ms, "b"}),
      19 * second_ms);
}

}  // namespace
}  // namespace aktiv::storage
