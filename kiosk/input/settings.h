// How a hand is listened to. The first three are set for each person (AccessProfile); the others
// for the glass. Values.
#pragma once

#include <algorithm>
#include <cstdint>

namespace aktiv::input {

struct TouchSettings {
  // Tremor swings no slower than 3 Hz, 333 ms; half a second and more tells a second wish from a
  // second swing (EN 301 549 5.8; decisions 13).
  int same_touch_ms = 600;  // 0–1,000
  bool explores = false;    // hears what is under the finger; a tap on what was heard chooses
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

// How the ring moves: not at all; by itself, one switch chooses; by a second switch; while the
// switch is held, and letting go chooses.
enum class ScanWay { off, by_itself, by_step, held };
// What it stops at: every thing; lines of things side by side, which open; groups of a kind.
enum class ScanPattern { one_by_one, lines, groups };

struct ScanSettings {
  ScanWay way = ScanWay::off;
  ScanPattern pattern = ScanPattern::one_by_one;
  int period_ms = 1800;  // 500–6,000; about reaction time by 0.65 (Simpson)
  int accept_ms = 0;     // 0–2,000: so long must the switch be held
  int rounds = 3;        // 1–10 without a choice; then it rests until the switch is pressed

  ScanSettings within_limits() const {
    auto limited = *this;
    limited.period_ms = std::clamp(period_ms, 500, 6000);
    limited.accept_ms = std::clamp(accept_ms, 0, 2000);
    limited.rounds = std::clamp(rounds, 1, 10);
    return limited;
  }
  bool operator==(const ScanSettings&) const = default;
};

// Choosing by staying with the pointer on something.
struct DwellSettings {
  bool is_on = false;
  int ms = 1200;        // 300–4,000
  int again_ms = 2500;  // 0–10,000: before the same place is meant once more without looking away
  double steady_mm = 10;  // a gaze trembles by a degree, 10 mm at 600 mm

  DwellSettings within_limits() const {
    auto limited = *this;
    limited.ms = std::clamp(ms, 300, 4000);
    limited.again_ms = std::clamp(again_ms, 0, 10'000);
    return limited;
  }
  bool operator==(const DwellSettings&) const = default;
};

}  // namespace aktiv::input
