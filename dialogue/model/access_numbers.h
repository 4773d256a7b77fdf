// Those settings of an access profile that are numbers, and what each may be: one table for what is
// stored, what a mentor is offered and what the picture guide sets. Values; any thread.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "dialogue/model/access_profile.h"

namespace aktiv {

struct AccessNumber {
  const char* name;  // as it is stored
  std::optional<int> AccessProfile::*at;
  int least, most;
};

// WCAG 2.2 1.4.4; EN 301 549 5.8 and 5.7; 80-200 words: what speech stays understood at.
inline constexpr std::array access_numbers = {
    AccessNumber{"text_percent", &AccessProfile::text_percent, 100, 200},
    AccessNumber{"most_choices", &AccessProfile::most_choices, 2, 12},
    AccessNumber{"hold_ms", &AccessProfile::hold_ms, 0, 2000},
    AccessNumber{"same_touch_ms", &AccessProfile::same_touch_ms, 0, 1000},
    AccessNumber{"words_a_minute", &AccessProfile::words_a_minute, 80, 200},
    AccessNumber{"volume_percent", &AccessProfile::volume_percent, 0, 100},
    AccessNumber{"pitch", &AccessProfile::pitch, 0, 100},
    AccessNumber{"sentence_pause_ms", &AccessProfile::sentence_pause_ms, 0, 3000},
    AccessNumber{"dwell_ms", &AccessProfile::dwell_ms, 300, 4000},
    AccessNumber{"scan_period_ms", &AccessProfile::scan_period_ms, 500, 6000},
    AccessNumber{"scan_accept_ms", &AccessProfile::scan_accept_ms, 0, 2000},
    AccessNumber{"scan_rounds", &AccessProfile::scan_rounds, 1, 10}};

// nullptr: no such setting.
inline const AccessNumber* access_number(std::string_view name) {
  const auto* found = std::ranges::find(access_numbers, name, &AccessNumber::name);
  return found == access_numbers.end() ? nullptr : found;
}

}  // namespace aktiv
