#include "kiosk/casefile/pages/citizen/period.h"

#include <algorithm>
#include <iterator>

#include "kiosk/casefile/pages/danish_time.h"

namespace aktiv::casefile {
namespace {

constexpr int64_t twelve_months_ms = 365ll * 86'400'000;
constexpr const char* all = "all";

}  // namespace

Period::Period(const Visit& visit, const CitizenView& view) : words_(visit.words), view_(view) {
  const auto& talks = view.folder.submissions;
  if (talks.empty()) return;
  newest_ms_ = talks.front().finished_ms;
  oldest_ms_ = talks.back().finished_ms;
  const std::string asked = field(visit.request.query, "year").value_or("");
  const int64_t year = number_in(asked, 0);
  const bool is_a_year =
      year >= danish_time(oldest_ms_).year && year <= danish_time(newest_ms_).year;
  if (asked == all || is_a_year) chosen_ = asked;
}

bool Period::holds(int64_t ms) const {
  if (chosen_ == all) return true;
  if (chosen_.empty()) return ms > newest_ms_ - twelve_months_ms;
  return std::to_string(danish_time(ms).year) == chosen_;
}

std::vector<Submission> Period::talks() const {
  std::vector<Submission> held;
  std::ranges::copy_if(view_.folder.submissions, std::back_inserter(held),
                       [&](const Submission& said) { return holds(said.finished_ms); });
  return held;
}

Html Period::links(const std::string& tail) const {
  if (newest_ms_ - oldest_ms_ < twelve_months_ms) return {};
  Html items;
  const auto add = [&](const std::string& year, const std::string& name) {
    const std::string address = view_.address(tail) + (year.empty() ? "" : "?year=" + year);
    items +=
        element("li", year == chosen_
                          ? element("a", {{"href", address}, {"aria-current", "true"}}, text(name))
                          : element("a", {{"href", address}}, text(name)));
  };
  add("", words_.plain("period.twelve_months"));
  for (int year = danish_time(newest_ms_).year; year >= danish_time(oldest_ms_).year; --year)
    add(std::to_string(year), std::to_string(year));
  add(all, words_.plain("period.all"));
  return element("nav", {{"class", "tabs"}, {"aria-label", words_.plain("period.name")}},
                 element("ul", items));
}

}  // namespace aktiv::casefile
