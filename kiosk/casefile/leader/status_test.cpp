// The unit's own numbers of February 2022, from 790 made-up courses.
#include "kiosk/casefile/leader/status.h"

#include <gmock/gmock.h>

namespace aktiv::casefile {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Optional;
using ::testing::Pair;

class StatusTest : public ::testing::Test {
 protected:
  void add(int count, const std::string& state, const std::string& employment = "",
           const std::string& reason = "") {
    for (int i = 0; i < count; ++i)
      lines_.push_back({std::to_string(++person_), "2021-06-01", state, employment, reason});
  }
  // How those who ended were split is not known: the split is invented.
  void add_february_2022() {
    add(92, "clarifying");
    add(5, "fulfilled", "work_trial");
    add(82, "fulfilled", "wage_subsidy_job");
    add(26, "fulfilled", "volunteering");
    add(300, "closed", "", "to_104");
    add(285, "closed", "", "citizen_stopped");
  }

  std::vector<CourseLine> lines_;
  int person_ = 0;
};

TEST_F(StatusTest, TheNumbersOfFebruary2022AreReproduced) {
  add_february_2022();
  const CourseStatus status = status_on(lines_, "2022-02-28");
  EXPECT_EQ(status.all, 790);
  EXPECT_EQ(status.active(), 205);
  EXPECT_EQ(status.clarifying, 92);
  EXPECT_EQ(status.fulfilled, 113);
  EXPECT_EQ(status.closed, 585);
  EXPECT_THAT(
      status.by_employment,
      ElementsAre(Pair("volunteering", 26), Pair("wage_subsidy_job", 82), Pair("work_trial", 5)));
}

TEST_F(StatusTest, EachPersonCountsOnceByWhatHeldThatDay) {
  lines_ = {{"a", "2026-01-01", "clarifying", "", ""},
            {"a", "2026-05-01", "fulfilled", "volunteering", ""},
            {"b", "2026-09-01", "clarifying", "", ""}};
  EXPECT_EQ(status_on(lines_, "2026-03-01").clarifying, 1);
  EXPECT_EQ(status_on(lines_, "2026-06-01").fulfilled, 1);
  EXPECT_EQ(status_on(lines_, "2026-06-01").all, 1);
  EXPECT_EQ(status_on(lines_, "2025-12-31").all, 0);
}

TEST(ShownCounts, AGroupUnderFiveIsHiddenAndCannotBeWorkedOut) {
  const auto counts = shown({{"a", 82}, {"b", 26}, {"c", 3}});
  EXPECT_THAT(counts, ElementsAre(Pair("a", Optional(82)), Pair("b", Eq(std::nullopt)),
                                  Pair("c", Eq(std::nullopt))));
}

TEST(ShownCounts, TwoHiddenOnesHideEachOther) {
  const auto counts = shown({{"a", 82}, {"b", 2}, {"c", 3}, {"d", 0}});
  EXPECT_THAT(counts.at("a"), Optional(82));
  EXPECT_THAT(counts.at("d"), Optional(0)) << "nobody is nobody";
}

}  // namespace
}  // namespace aktiv::casefile
