#include "dialogue/audit/audit.h"

#include <algorithm>
#include <cstdio>

namespace aktiv::audit {
namespace {

std::string line_of(const Report& report, const Item& item) {
  char line[160];
  if (item.means == Means::hardware)
    std::snprintf(line, sizeof line, "%3d  %-68s   on the kiosk itself\n", item.number, item.claim);
  else
    std::snprintf(line, sizeof line, "%3d  %-68s %8lld held %6lld broken\n", item.number,
                  item.claim, static_cast<long long>(report.held(item.number)),
                  static_cast<long long>(report.broken(item.number)));
  return line;
}

}  // namespace

int64_t Report::broken(int item) const {
  return std::ranges::count(breaches_, item, &Breach::item);
}

void Report::add(const Report& other) {
  for (size_t i = 0; i < held_.size(); ++i) held_[i] += other.held_[i];
  breaches_.insert(breaches_.end(), other.breaches_.begin(), other.breaches_.end());
}

std::vector<int> unchecked(const Report& report) {
  std::vector<int> found;
  for (const Item& item : items)
    if (item.means != Means::hardware && report.held(item.number) + report.broken(item.number) == 0)
      found.push_back(item.number);
  return found;
}

std::string to_text(const Report& report, int most_breaches) {
  std::string text;
  for (const Item& item : items) text += line_of(report, item);
  for (const Item& item : items) {
    int shown = 0;
    for (const Breach& breach : report.breaches())
      if (breach.item == item.number && shown++ < most_breaches)
        text += std::to_string(item.number) + ": " + breach.where + ": " + breach.seen +
                "; expected: " + item.claim + "\n";
    if (shown > most_breaches)
      text += std::to_string(item.number) + ": and " + std::to_string(shown - most_breaches) +
              " more\n";
  }
  return text;
}

}  // namespace aktiv::audit
