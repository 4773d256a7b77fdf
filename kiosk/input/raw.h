// What hands do, before anything is understood. Plain values; pixels of the drawn window; times in
// milliseconds of a clock that never goes back. Any thread.
#pragma once

#include <cstdint>

namespace aktiv::input {

enum class Phase { down, move, up, cancel };

// A finger, a pen or a real mouse's left button. Never the twin that a system makes of a finger.
struct RawTouch {
  uint64_t finger = 0;
  Phase phase = Phase::down;
  double x_px = 0;
  double y_px = 0;
  double contact_px = 0;  // across the contact; 0 = the glass does not say
  int64_t at_ms = 0;
};

// Where a pointer is while nothing is pressed.
struct RawPointer {
  double x_px = 0;
  double y_px = 0;
  int64_t at_ms = 0;
};

// A person's own switch, whatever it is wired as.
enum class Switch { choose, step };

struct RawSwitch {
  Switch which = Switch::choose;
  bool is_down = true;
  int64_t at_ms = 0;
};

enum class Key { forward, back, choose, other };

struct RawKey {
  Key key = Key::other;
  bool is_down = true;
  bool is_repeat = false;  // made by the keyboard while a key is held
  int64_t at_ms = 0;
};

}  // namespace aktiv::input
