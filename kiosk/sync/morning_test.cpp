// 98 municipalities switch their kiosks on at nine o'clock. However many there are, no case file,
// host or line meets them all at once: not at nine, not when it comes back after it was away, and
// not when it has asked everybody to come back at one moment.
#include <gtest/gtest.h>

#include "kiosk/sync/testing/morning.h"

namespace aktiv::sync {
namespace {

constexpr size_t kiosks = 98 * 2;

TEST(NineOClock, TheKiosksComeOneAfterAnother) {
  const Morning spread = live_through({}, 1);
  EXPECT_EQ(spread.waiting, 0);
  // All within two minutes and what they then have to say: no second has four times its share.
  EXPECT_LT(spread.busiest_of(0, 130), 4 * spread.all_of(0, 130) / 130);

  MorningPlan together;
  together.waits.start_spread_ms = 0;
  const Morning rush = live_through(together, 1);
  EXPECT_EQ(rush.waiting, 0);
  EXPECT_GT(rush.busiest(), 10 * spread.busiest());  // what the spread is for
}

TEST(NineOClock, ACaseFileThatComesBackIsNotRunDown) {
  MorningPlan plan;
  plan.until_ms = 12 * 60'000;
  plan.trouble = [](int64_t after_ms) -> std::optional<HttpResult> {
    if (after_ms < 5 * 60'000) return NoReply::unreachable;
    return std::nullopt;
  };
  const Morning morning = live_through(plan, 2);
  EXPECT_EQ(morning.waiting, 0);
  // Meanwhile they ask ever more seldom; afterwards they come over minutes.
  EXPECT_LT(morning.all_of(200, 300), static_cast<int>(4 * kiosks));
  EXPECT_LT(morning.busiest_of(300, 600), 5 * morning.all_of(300, 600) / 300);
}

TEST(NineOClock, WhoWasAskedToComeBackAtOneMomentDoesNotComeAtThatMoment) {
  MorningPlan plan;
  plan.until_ms = 12 * 60'000;
  plan.trouble = [](int64_t after_ms) -> std::optional<HttpResult> {
    if (after_ms >= 5 * 60'000) return std::nullopt;
    return HttpReply{503, {{"retry-after", "Tue, 24 Nov 2026 08:05:00 GMT"}}, ""};
  };
  ASSERT_EQ(http_date_ms("Tue, 24 Nov 2026 08:05:00 GMT"), nine_ms + 5 * 60'000);
  const Morning morning = live_through(plan, 3);
  EXPECT_EQ(morning.waiting, 0);
  EXPECT_LE(morning.all_of(0, 300), static_cast<int>(2 * kiosks));  // they heed it
  EXPECT_LT(morning.busiest_of(300, 420), 4 * morning.all_of(300, 420) / 120);
}

}  // namespace
}  // namespace aktiv::sync
