#include "kiosk/app/housekeeping.h"

#include <gtest/gtest.h>

namespace aktiv::app {
namespace {

TEST(Housekeeping, ErasesOnceADay) {
  Housekeeping house(1'000);
  EXPECT_EQ(house.due_ms(), 1'000 + Housekeeping::day_ms);
  EXPECT_FALSE(house.erases_now(Housekeeping::day_ms));
  EXPECT_TRUE(house.erases_now(1'000 + Housekeeping::day_ms));
  EXPECT_FALSE(house.erases_now(1'001 + Housekeeping::day_ms));
  EXPECT_TRUE(house.erases_now(1'000 + 2 * Housekeeping::day_ms));
}

TEST(Housekeeping, TriesAgainEverMoreSeldomUntilThereIsRoom) {
  Housekeeping house(0);
  EXPECT_FALSE(house.retries_now(1'000'000));  // nothing waits
  int64_t now = 0;
  for (const int64_t pause : {5'000, 10'000, 20'000, 40'000, 60'000, 60'000}) {
    house.not_kept(now);
    house.not_kept(now + 1);  // a second one does not put it off
    EXPECT_EQ(house.due_ms(), now + pause);
    EXPECT_FALSE(house.retries_now(now + pause - 1));
    now += pause;
    EXPECT_TRUE(house.retries_now(now));
    EXPECT_FALSE(house.retries_now(now));
  }
  house.all_kept();
  EXPECT_EQ(house.due_ms(), Housekeeping::day_ms);
  house.not_kept(now);
  EXPECT_EQ(house.due_ms(), now + 5'000);
}

}  // namespace
}  // namespace aktiv::app
