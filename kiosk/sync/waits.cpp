#include "kiosk/sync/waits.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>

namespace aktiv::sync {

int64_t http_date_ms(std::string_view text) {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  int day = 0, year = 0, hour = 0, minute = 0, second = 0;
  char month[4] = {};
  const std::string copy(text);
  if (std::sscanf(copy.c_str(), "%*3s, %2d %3s %4d %2d:%2d:%2d GMT", &day, month, &year, &hour,
                  &minute, &second) != 6) {
    return -1;
  }
  const auto place = months.find(month);
  if (place == std::string_view::npos || place % 3 != 0) return -1;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(place / 3 + 1)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return -1;
  const int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  return ((days * 24 + hour) * 60 + minute) * int64_t{60'000} + second * int64_t{1000};
}

int64_t back_off_ms(const Waits& waits, int attempts, const Chance& chance) {
  int64_t whole = std::max<int64_t>(1, waits.first_ms);
  for (int i = 1; i < attempts && whole < waits.longest_ms; ++i) whole *= 2;
  whole = std::min(whole, waits.longest_ms);
  return whole / 2 + static_cast<int64_t>(static_cast<double>(whole - whole / 2) * chance());
}

int64_t retry_after_ms(std::string_view header, int64_t now_ms, const Waits& waits,
                       const Chance& chance) {
  if (header.empty()) return 0;
  int64_t seconds = 0;
  const char* end = header.data() + header.size();
  const auto read = std::from_chars(header.data(), end, seconds);
  int64_t asked = 0;
  if (read.ec == std::errc::result_out_of_range) {
    asked = waits.longest_asked_ms;
  } else if (read.ec == std::errc() && read.ptr == end) {
    asked = std::min(seconds, waits.longest_asked_ms / 1000 + 1) * 1000;
  } else if (const int64_t date = http_date_ms(header); date >= 0) {
    asked = date - now_ms;
  }
  asked = std::clamp<int64_t>(asked, 0, waits.longest_asked_ms);
  const auto spread = static_cast<double>(std::min(asked, waits.start_spread_ms));
  return asked + static_cast<int64_t>(spread * chance());
}

bool is_due(int64_t not_before_ms, int64_t now_ms, const Waits& waits) {
  const int64_t longest =
      std::max(waits.longest_asked_ms + waits.start_spread_ms, waits.longest_ms);
  return not_before_ms <= now_ms || not_before_ms > now_ms + longest;
}

}  // namespace aktiv::sync
