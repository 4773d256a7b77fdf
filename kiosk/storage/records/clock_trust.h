// Whether the wall clock may be used to erase. A clock that leaps ahead by more than a week since
// it was last seen may be wrong (a flat battery, a mistyped year); it is believed once a day has
// gone by on it. A kiosk that was off over the summer is late by that one day. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace aktiv::storage {

struct ClockTrust {
  int64_t seen_ms = 0;     // last believed; 0 = never
  int64_t doubted_ms = 0;  // since when a leap is doubted; 0 = no doubt

  bool operator==(const ClockTrust&) const = default;
};

std::pair<ClockTrust, bool> look_at_clock(const ClockTrust& before, int64_t wall_ms);
ClockTrust clock_trust_of(std::string_view bytes);
std::string bytes_of(const ClockTrust& trust);

}  // namespace aktiv::storage
