// For whoever does not see the screen: a finger hears what lies under it, and a tap on what was
// heard last chooses it. A quick stroke to the right or left hears the next thing or the one
// before, wherever the finger is, and two taps anywhere choose what a stroke found (as screen
// readers have it). Nothing is chosen by finding it. Owned by Input; the loop's thread. Cannot
// fail.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/same_touch.h"
#include "kiosk/input/settings.h"

namespace aktiv::input {

class Explore {
 public:
  // All must outlive it; frame is the one shown now.
  Explore(const TouchSettings& settings, const Frame& frame, SameTouch& same_touch);

  void take(const RawTouch& raw, Gestures& out);
  void frame_changed(Gestures& out);
  void rest(Gestures& out);

 private:
  struct Finger {
    uint64_t id = 0;
    double from_x = 0, from_y = 0;
    int64_t down_ms = 0;
    int64_t heard_ms = 0;     // when the finger was last heard of
    bool is_tap = true;       // it has stayed where it came down
    bool is_again = false;    // … on what had been heard before
    double x = 0, y = 0;      // where it is now
    ElementId before;         // heard before it came down
    bool was_stroke = false;  // … and found by a stroke
  };
  // Tapped once after a stroke: once more soon chooses it.
  struct Meant {
    ElementId id;
    int64_t at_ms = 0;
  };

  void hear(double x_mm, double y_mm, Gestures& out);
  void lift(int64_t now_ms, Gestures& out);
  void tap(const Finger& finger, int64_t now_ms, Gestures& out);
  void stroke(const Finger& finger, Gestures& out);
  void choose(const ElementId& id, int64_t now_ms, Gestures& out);

  const TouchSettings& settings_;
  const Frame& frame_;
  SameTouch& same_touch_;
  std::optional<Finger> finger_;
  std::string screen_;
  ElementId heard_;
  bool is_by_stroke_ = false;  // how it was found
  std::optional<Meant> meant_;
};

}  // namespace aktiv::input
