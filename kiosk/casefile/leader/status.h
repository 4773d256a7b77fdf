// How many are where in their course on a day: counts and nothing else. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace aktiv::casefile {

// One line of one person's course (the form "course"): from that day on.
struct CourseLine {
  std::string person;
  std::string day;         // "2026-11-22"
  std::string state;       // "clarifying", "fulfilled", "closed"
  std::string employment;  // of "fulfilled"
  std::string reason;      // of "closed"
};

struct CourseStatus {
  int all = 0;  // have been in a course, until that day
  int clarifying = 0;
  int fulfilled = 0;
  int closed = 0;
  std::map<std::string, int> by_employment;  // of the fulfilled; "": not said
  std::map<std::string, int> by_reason;      // of the closed; "": not said

  int active() const { return clarifying + fulfilled; }
};

// Each person counts once, by their last line until `day`; later lines are not known yet.
CourseStatus status_on(const std::vector<CourseLine>& lines, const std::string& day);

inline constexpr int least_in_group = 5;

// The counts of groups that together are a total that is shown: nothing where fewer than five, and
// where that leaves one group alone to be worked out, the smallest of the others is hidden too.
std::map<std::string, std::optional<int>> shown(const std::map<std::string, int>& groups);

}  // namespace aktiv::casefile
