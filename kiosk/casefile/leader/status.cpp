#include "kiosk/casefile/leader/status.h"

#include <algorithm>

namespace aktiv::casefile {

CourseStatus status_on(const std::vector<CourseLine>& lines, const std::string& day) {
  std::map<std::string, const CourseLine*> last;
  for (const CourseLine& line : lines) {
    if (line.day > day) continue;
    const CourseLine*& known = last[line.person];
    if (known == nullptr || known->day <= line.day) known = &line;
  }
  CourseStatus status;
  for (const auto& [person, line] : last) {
    ++status.all;
    if (line->state == "clarifying") ++status.clarifying;
    if (line->state == "fulfilled") {
      ++status.fulfilled;
      ++status.by_employment[line->employment];
    }
    if (line->state == "closed") {
      ++status.closed;
      ++status.by_reason[line->reason];
    }
  }
  return status;
}

std::map<std::string, std::optional<int>> shown(const std::map<std::string, int>& groups) {
  std::map<std::string, std::optional<int>> counts;
  int hidden = 0;
  for (const auto& [group, count] : groups) {
    const bool is_small = count > 0 && count < least_in_group;
    hidden += is_small ? 1 : 0;
    counts[group] = is_small ? std::nullopt : std::optional(count);
  }
  if (hidden != 1) return counts;
  auto smallest = counts.end();
  for (auto group = counts.begin(); group != counts.end(); ++group) {
    if (!group->second || *group->second == 0) continue;
    if (smallest == counts.end() || *group->second < *smallest->second) smallest = group;
  }
  if (smallest != counts.end()) smallest->second.reset();
  return counts;
}

}  // namespace aktiv::casefile
