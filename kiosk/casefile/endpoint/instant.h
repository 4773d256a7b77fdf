// FHIR's dates and instants to UTC milliseconds and back. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::casefile {

struct Period {
  int64_t from_ms = 0;
  int64_t to_ms = 0;  // the last millisecond of what was said: a year, a day, a second
};

// "2026", "2026-11", "2026-11-22", "2026-11-22T10:42:00Z", "…+01:00"; nothing where it is no date.
std::optional<Period> parse_date_time(std::string_view text);
// A day and nothing shorter or longer ("2026-11-22"): its first millisecond in UTC.
std::optional<int64_t> parse_day(std::string_view text);
std::string to_instant(int64_t ms);    // "2026-11-22T10:42:00.123Z"
std::string to_http_date(int64_t ms);  // "Sun, 22 Nov 2026 10:42:00 GMT" (RFC 9110, 5.6.7)

}  // namespace aktiv::casefile
