#include "kiosk/sync/fhir/instant.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace aktiv::fhir {
namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int64_t day_ms = 86'400'000;

// Reads fixed-width numbers and marks from the front; a mismatch makes every later answer wrong.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  int number(size_t width) {
    int value = 0;
    if (rest_.size() < width) return fail();
    for (const char c : rest_.substr(0, width)) {
      if (c < '0' || c > '9') return fail();
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }

  bool take(char mark) {
    if (rest_.empty() || rest_.front() != mark) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void expect(char mark) {
    if (!take(mark)) fail();
  }

  int milliseconds_of_fraction() {
    int value = 0;
    int digits = 0;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      if (digits < 3) value = value * 10 + (rest_.front() - '0');
      ++digits;
      rest_.remove_prefix(1);
    }
    if (digits == 0) fail();
    for (; digits < 3; ++digits) value *= 10;
    return value;
  }

  bool is_whole() const { return !is_broken_ && rest_.empty(); }

 private:
  int fail() {
    is_broken_ = true;
    return 0;
  }

  std::string_view rest_;
  bool is_broken_ = false;
};

int64_t offset_ms(Cursor& cursor) {
  if (cursor.take('Z')) return 0;
  const bool is_behind = cursor.take('-');
  if (!is_behind) cursor.expect('+');
  const int hours = cursor.number(2);
  cursor.expect(':');
  const int64_t ms = (hours * 60 + cursor.number(2)) * int64_t{60'000};
  return is_behind ? -ms : ms;
}

}  // namespace

std::optional<std::string> to_instant(int64_t utc_ms) {
  int64_t days = utc_ms / day_ms;
  int64_t in_day = utc_ms % day_ms;
  if (in_day < 0) {
    in_day += day_ms;
    --days;
  }
  if (days < -719'162 || days > 2'932'896) return std::nullopt;  // 0001-01-01 … 9999-12-31
  const year_month_day date{sys_days{std::chrono::days{days}}};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(in_day / 3'600'000),
                static_cast<int>(in_day / 60'000 % 60), static_cast<int>(in_day / 1000 % 60),
                static_cast<int>(in_day % 1000));
  return text;
}

std::optional<int64_t> from_instant(std::string_view text) {
  Cursor cursor(text);
  const int year = cursor.number(4);
  cursor.expect('-');
  const int month = cursor.number(2);
  cursor.expect('-');
  const int day = cursor.number(2);
  cursor.expect('T');
  const int hour = cursor.number(2);
  cursor.expect(':');
  const int minute = cursor.number(2);
  cursor.expect(':');
  const int second = cursor.number(2);
  const int fraction = cursor.take('.') ? cursor.milliseconds_of_fraction() : 0;
  const int64_t offset = offset_ms(cursor);

  const year_month_day date{std::chrono::year{year},
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!cursor.is_whole() || !date.ok() || hour > 23 || minute > 59 || second > 60)
    return std::nullopt;
  const int64_t days = sys_days{date}.time_since_epoch().count();
  return days * day_ms + hour * int64_t{3'600'000} + minute * int64_t{60'000} +
         second * int64_t{1000} + fraction - offset;
}

}  // namespace aktiv::fhir
