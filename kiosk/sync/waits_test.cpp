#include "kiosk/sync/waits.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "kiosk/sync/receipt.h"
#include "kiosk/sync/why.h"

namespace aktiv::sync {
namespace {

TEST(Waits, GrowAndNeverComeTogether) {
  const Waits waits;
  const Chance early = [] { return 0.0; };
  const Chance late = [] { return 1.0; };
  EXPECT_EQ(back_off_ms(waits, 1, early), 1000);
  EXPECT_EQ(back_off_ms(waits, 1, late), 2000);
  EXPECT_EQ(back_off_ms(waits, 4, late), 16'000);
  EXPECT_EQ(back_off_ms(waits, 1'000'000, late), waits.longest_ms);
  EXPECT_EQ(back_off_ms(waits, 0, late), 2000);
}

TEST(Waits, HonourWhatTheServerAsksWithinReason) {
  const Waits waits;
  const Chance early = [] { return 0.0; };
  const int64_t now = 784'111'777'000;  // Sun, 06 Nov 1994 08:49:37 GMT
  EXPECT_EQ(retry_after_ms("120", now, waits, early), 120'000);
  EXPECT_EQ(retry_after_ms("Sun, 06 Nov 1994 08:50:37 GMT", now, waits, early), 60'000);
  EXPECT_EQ(retry_after_ms("Sun, 06 Nov 1994 08:48:37 GMT", now, waits, early), 0);
  EXPECT_EQ(retry_after_ms("99999999999999999999999", now, waits, early), waits.longest_asked_ms);
  EXPECT_EQ(retry_after_ms("9999999", now, waits, early), waits.longest_asked_ms);
  EXPECT_EQ(retry_after_ms("-5", now, waits, early), 0);
  EXPECT_EQ(retry_after_ms("soon", now, waits, early), 0);
  EXPECT_EQ(retry_after_ms("", now, waits, early), 0);
}

TEST(Waits, AskedForOneMomentTheyComeALittleAfterIt) {
  const Waits waits;
  const Chance late = [] { return 1.0; };
  EXPECT_EQ(retry_after_ms("7", 0, waits, late), 14'000);
  EXPECT_EQ(retry_after_ms("1800", 0, waits, late), 1800'000 + waits.start_spread_ms);
  EXPECT_EQ(retry_after_ms("0", 0, waits, late), 0);
  const int64_t longest = retry_after_ms("9999999", 0, waits, late);
  EXPECT_FALSE(is_due(longest, 0, waits));
}

TEST(Waits, AClockSetBackByYearsHoldsNothingForYears) {
  const Waits waits;
  const int64_t now = 1'795'350'000'000;
  EXPECT_TRUE(is_due(0, now, waits));
  EXPECT_TRUE(is_due(now, now, waits));
  EXPECT_FALSE(is_due(now + 1000, now, waits));
  EXPECT_TRUE(is_due(now + int64_t{10} * 365 * 24 * 3600'000, now, waits));
}

TEST(Why, EveryReasonHasACodeOfItsOwn) {
  for (int i = 0; i <= static_cast<int>(Why::cannot_be_kept); ++i) {
    const auto why = static_cast<Why>(i);
    EXPECT_EQ(why_from_code(code_of(why)), why);
  }
  EXPECT_FALSE(why_from_code("bored"));
}

TEST(Why, EveryReasonHasItsWordsForStaff) {
  for (const char* language : {"da", "en"}) {
    std::ifstream file(std::string(AKTIV_SOURCE_DIR) + "/locales/" + language + ".po");
    std::ostringstream words;
    words << file.rdbuf();
    for (int i = 0; i <= static_cast<int>(Why::cannot_be_kept); ++i) {
      const auto key = "staff.sync.why." + std::string(code_of(static_cast<Why>(i)));
      EXPECT_NE(words.str().find("msgid \"" + key + "\""), std::string::npos)
          << language << " " << key;
    }
  }
}

TEST(Receipt, ComesBack) {
  const Receipt receipt{"17", "p1", "to_billeder", 3, 1'795'350'000'000, 2};
  const auto back = receipt_from_bytes(to_bytes(receipt));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, receipt);
  for (const char* broken : {"", "{", "[]", "{\"response\":7}"})
    EXPECT_FALSE(receipt_from_bytes(broken));
}

}  // namespace
}  // namespace aktiv::sync
