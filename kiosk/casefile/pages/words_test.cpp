// Times as people here write them, and text that never becomes markup.
#include "kiosk/casefile/pages/words.h"

#include <gtest/gtest.h>

#include "kiosk/casefile/pages/danish_time.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

std::string clock_at(int64_t ms) {
  const DanishTime here = danish_time(ms);
  return std::to_string(here.day) + "/" + std::to_string(here.month) + " " +
         std::to_string(here.hour) + ":" + std::to_string(here.minute);
}

TEST(DanishTime, ChangesOnTheLastSundaysOfMarchAndOctober) {
  EXPECT_EQ(clock_at(1'774'745'999'000), "29/3 1:59");   // 2026-03-29T00:59:59Z
  EXPECT_EQ(clock_at(1'774'746'000'000), "29/3 3:0");    // 01:00:00Z
  EXPECT_EQ(clock_at(1'792'889'999'000), "25/10 2:59");  // 2026-10-25T00:59:59Z
  EXPECT_EQ(clock_at(1'792'890'000'000), "25/10 2:0");
}

TEST(DanishTime, ADayEndsAtMidnightHere) {
  const int64_t evening = 1'795'388'340'000;  // 2026-11-22T22:59Z = 23:59 here
  EXPECT_EQ(danish_day(evening), danish_day(evening - 3'600'000));
  EXPECT_EQ(danish_day(evening) + 1, danish_day(evening + 60'000));
}

TEST(Words, WritesTimesInBothLanguages) {
  const int64_t at = 1'795'344'120'000;  // 2026-11-22T10:42Z
  EXPECT_EQ(Words(built_in_content(), "da").moment(at), "22. nov. 2026 kl. 11.42");
  EXPECT_EQ(Words(built_in_content(), "en").moment(at), "22 Nov 2026 at 11:42");
}

TEST(Words, ACardOfAnUnknownDeckKeepsItsId) {
  const Words words(built_in_content(), "da");
  EXPECT_EQ(words.card({"own", "traktor"}), "traktor");
  EXPECT_NE(words.card({"jobs", "bage"}), "bage");
}

TEST(Html, TextNeverBecomesMarkup) {
  EXPECT_EQ(text("<b a='1'>\"&\x01").str(), "&lt;b a=&#39;1&#39;&gt;&quot;&amp; ");
  EXPECT_EQ(element("a", {{"href", "\"><script>"}}, text("x")).str(),
            "<a href=\"&quot;&gt;&lt;script&gt;\">x</a>");
}

}  // namespace
}  // namespace aktiv::casefile
