// How a hand is listened to. The first two are set for each person (AccessProfile); the others for
// the glass. Values.
#pragma once

#include <algorithm>
#include <cstdint>

namespace aktiv::input {

struct TouchSettings {
  // Tremor swings no slower than 3 Hz, 333 ms; half a second and more tells a second wish from a
  // second swing (EN 301 549 5.8; decisions 13).
  int same_touch_ms = 600;  // 0–1,000
  int hold_ms = 0;          // 0–2,000: a press must last so long; 0 = none
  double drag_mm = 6;       // so far a finger trembles on a card that may be moved
  double reach_mm = 2;      // between two elements the nearest within this is meant
  double palm_mm = 25;      // a contact this broad is a hand that rests
  int lost_ms = 2000;  // a finger not heard of for so long may have been lifted (SDL #9709, #10950)

  // Kept within what a person can be asked to do.
  TouchSettings within_limits() const {
    auto limited = *this;
    limited.same_touch_ms = std::clamp(same_touch_ms, 0, 1000);
    limited.hold_ms = std::clamp(hold_ms, 0, 2000);
    return limited;
  }
};

}  // namespace aktiv::input
