#include "kiosk/casefile/auth/second_step.h"

#include <gtest/gtest.h>

namespace aktiv::casefile {
namespace {

constexpr const char* known_key = "12345678901234567890";

// RFC 6238, appendix B: SHA-1, the last six of its eight digits.
TEST(SecondStep, CodesAreThoseOfTheStandard) {
  EXPECT_EQ(code_at(known_key, 59 / 30), "287082");
  EXPECT_EQ(code_at(known_key, 1'111'111'109 / 30), "081804");
  EXPECT_EQ(code_at(known_key, 1'234'567'890 / 30), "005924");
  EXPECT_EQ(code_at(known_key, 2'000'000'000 / 30), "279037");
}

TEST(SecondStep, AClockMayBeHalfAMinuteOffAndNoMore) {
  const int64_t now_ms = 1'234'567'890'000;
  const int64_t now = now_ms / code_step_ms;
  for (const int64_t step : {now - 1, now, now + 1})
    EXPECT_EQ(step_of_code(known_key, code_at(known_key, step), now_ms, 0), step);
  for (const int64_t step : {now - 2, now + 2})
    EXPECT_FALSE(step_of_code(known_key, code_at(known_key, step), now_ms, 0).has_value());
}

TEST(SecondStep, ACodeOpensOnceAndNoEarlierOneAfterIt) {
  const int64_t now_ms = 1'234'567'890'000;
  const int64_t now = now_ms / code_step_ms;
  EXPECT_FALSE(step_of_code(known_key, code_at(known_key, now), now_ms, now).has_value());
  EXPECT_FALSE(step_of_code(known_key, code_at(known_key, now - 1), now_ms, now).has_value());
  EXPECT_TRUE(step_of_code(known_key, code_at(known_key, now + 1), now_ms, now).has_value());
}

TEST(SecondStep, ACodeMayBeWrittenInTwoGroupsAndNothingElsePasses) {
  const int64_t now_ms = 59'000;
  EXPECT_TRUE(step_of_code(known_key, " 287 082 ", now_ms, 0).has_value());
  for (const char* wrong : {"", "28708", "2870820", "287083", "287o82"})
    EXPECT_FALSE(step_of_code(known_key, wrong, now_ms, 0).has_value()) << wrong;
}

TEST(SecondStep, TheKeyCanBeReadByAnAppAndByAPerson) {
  EXPECT_EQ(key_letters(known_key), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  EXPECT_EQ(key_address(known_key, "mette"),
            "otpauth://totp/AKTIV-dialog:mette?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=AKTIV-dialog");
  EXPECT_EQ(new_code_key().size(), 20u);
  EXPECT_NE(new_code_key(), new_code_key());
}

}  // namespace
}  // namespace aktiv::casefile
