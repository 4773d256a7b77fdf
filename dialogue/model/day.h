// A calendar day without a clock: days counted from 1 January 1970, in the proleptic Gregorian
// calendar (the algorithm of H. Hinnant, "chrono-compatible low-level date algorithms"). Pure; any
// thread.
#pragma once

#include <cstdint>
#include <string>

namespace aktiv {

constexpr int64_t kDayMs = 86'400'000;

struct Day {
  int year = 1970;
  int month = 1;    // 1–12
  int day = 1;      // 1–31
  int weekday = 4;  // 1 Monday – 7 Sunday

  bool operator==(const Day&) const = default;
  std::string iso() const;  // "2026-12-03"
};

// `days`: from 1970-01-01; negative before it.
Day day_of(int64_t days);

}  // namespace aktiv
