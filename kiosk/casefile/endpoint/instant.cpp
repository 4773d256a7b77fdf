#include "kiosk/casefile/endpoint/instant.h"

#include <chrono>
#include <cstdio>
#include <regex>

namespace aktiv::casefile {
namespace {

using namespace std::chrono;

constexpr int64_t second_ms = 1000;
constexpr int64_t minute_ms = 60 * second_ms;
constexpr int64_t day_ms = 24 * 60 * minute_ms;

int64_t day_start(year_month_day date) {
  return duration_cast<milliseconds>(sys_days(date).time_since_epoch()).count();
}

int to_int(const std::csub_match& match) {
  return match.matched ? std::stoi(match.str()) : 0;
}

std::optional<Period> calendar_period(const std::cmatch& m) {
  const year y{to_int(m[1])};
  if (!m[2].matched)
    return Period{day_start(y / January / 1), day_start((y + years{1}) / January / 1) - 1};
  const year_month ym = y / month(static_cast<unsigned>(to_int(m[2])));
  if (!ym.ok()) return std::nullopt;
  if (!m[3].matched) return Period{day_start(ym / 1), day_start((ym + months{1}) / 1) - 1};
  const year_month_day ymd = ym / day(static_cast<unsigned>(to_int(m[3])));
  if (!ymd.ok()) return std::nullopt;
  return Period{day_start(ymd), day_start(ymd) + day_ms - 1};
}

int64_t offset_ms(const std::csub_match& zone) {
  const std::string text = zone.str();
  if (text == "Z") return 0;
  const int64_t minutes = std::stoi(text.substr(1, 2)) * 60 + std::stoi(text.substr(4, 2));
  return (text[0] == '-' ? -minutes : minutes) * minute_ms;
}

}  // namespace

std::optional<Period> parse_date_time(std::string_view text) {
  static const std::regex pattern(
      R"((\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d))?)?)?)");
  std::cmatch m;
  if (text.size() > 40 || !std::regex_match(text.data(), text.data() + text.size(), m, pattern))
    return std::nullopt;
  const auto period = calendar_period(m);
  if (!period || !m[4].matched) return period;
  if (to_int(m[4]) > 23 || to_int(m[5]) > 59 || to_int(m[6]) > 60) return std::nullopt;
  const int64_t fraction = m[7].matched ? std::stoll((m[7].str() + "000").substr(0, 3)) : 0;
  const int64_t from = period->from_ms + to_int(m[4]) * 60 * minute_ms + to_int(m[5]) * minute_ms +
                       to_int(m[6]) * second_ms + fraction - offset_ms(m[8]);
  const int64_t width = m[7].matched ? 1 : m[6].matched ? second_ms : minute_ms;
  return Period{from, from + width - 1};
}

std::optional<int64_t> parse_day(std::string_view text) {
  constexpr size_t day_size = 10;
  const auto period = text.size() == day_size ? parse_date_time(text) : std::nullopt;
  return period ? std::optional(period->from_ms) : std::nullopt;
}

std::string to_instant(int64_t ms) {
  const sys_time<milliseconds> time{milliseconds(ms)};
  const auto days_since = floor<days>(time);
  const year_month_day date(days_since);
  const hh_mm_ss clock(time - days_since);
  char text[40];
  std::snprintf(
      text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return text;
}

std::string to_http_date(int64_t ms) {
  constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const sys_time<milliseconds> time{milliseconds(ms)};
  const auto days_since = floor<days>(time);
  const year_month_day date(days_since);
  const hh_mm_ss clock(floor<seconds>(time - days_since));
  char text[40];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                weekdays[weekday(days_since).c_encoding()], static_cast<unsigned>(date.day()),
                months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

}  // namespace aktiv::casefile
