#include "kiosk/speech/child.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace aktiv::speech;
using testing::HasSubstr;

namespace {

bool wanted() {
  return false;
}

ChildJob sh(std::string script, std::string input = "", int time_out_ms = 5000) {
  return {{"sh", "-c", std::move(script)},
          {{"AKTIV_LANGUAGE", "da"}},
          std::move(input),
          time_out_ms,
          1 << 22};
}

std::string as_text(const std::vector<char>& bytes) {
  return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST(Child, ReadsTheTextAndAnswers) {
  const auto out = run_child(sh("tr a-z A-Z; printf :$AKTIV_LANGUAGE", "bage"), wanted);
  ASSERT_TRUE(out) << aktiv::to_text(out.error());
  EXPECT_EQ(as_text(*out), "BAGE:da");
}

TEST(Child, MoreThanAChannelHoldsGoesThrough) {
  const auto out = run_child(sh("cat", std::string(1'000'000, 'x')), wanted);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->size(), 1'000'000u);
}

TEST(Child, OneThatDoesNotReadMayStillAnswer) {
  const auto out = run_child(sh("exec <&-; echo ja", std::string(1'000'000, 'x')), wanted);
  ASSERT_TRUE(out) << aktiv::to_text(out.error());
  EXPECT_EQ(as_text(*out), "ja\n");
}

TEST(Child, OneThatTakesTooLongIsEnded) {
  const auto out = run_child(sh("sleep 600", "", 60), wanted);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().what, "it took too long");
  EXPECT_THAT(out.error().expected, HasSubstr("60 ms"));
}

TEST(Child, OneThatIsNoLongerWantedIsEnded) {
  const auto out = run_child(sh("sleep 600"), [] { return true; });
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().what, "it is no longer wanted");
}

TEST(Child, OneThatFailsSaysItsCode) {
  const auto out = run_child(sh("exit 3"), wanted);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().what, "it ended with code 3");
}

TEST(Child, OneThatIsNotThereIsNamed) {
  const auto out = run_child({{"/nowhere/voice"}, {}, "", 1000, 1000}, wanted);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().where, "/nowhere/voice");
}

TEST(Child, OneThatNeverStopsWritingIsEnded) {
  auto job = sh("cat /dev/zero");
  job.largest_output = 100'000;
  const auto out = run_child(job, wanted);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().what, "it wrote too much");
}
