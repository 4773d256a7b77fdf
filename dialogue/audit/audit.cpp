#include "dialogue/audit/audit.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace aktiv::audit {
namespace {

std::string line_of(const Report& report, const Item& item) {
  std::ostringstream line;
  line << std::setw(3) << item.number << "  " << std::left << std::setw(68) << item.claim
       << std::right;
  if (item.means == Means::hardware)
    line << "   on the kiosk itself\n";
  else
    line << ' ' << std::setw(8) << report.held(item.number) << " held " << std::setw(6)
         << report.broken(item.number) << " broken\n";
  return line.str();
}

}  // namespace

void Report::add(const Report& other) {
  for (size_t i = 0; i < held_.size(); ++i) held_[i] += other.held_[i];
  breaches_.insert(breaches_.end(), other.breaches_.begin(), other.breaches_.end());
}

int64_t Report::broken(int item) const {
  return std::ranges::count(breaches_, item, &Breach::item);
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
  return text + breaches_text(report, most_breaches);
}

std::string breaches_text(const Report& report, int most_breaches) {
  std::string text;
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
