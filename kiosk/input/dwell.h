// Choosing by staying: a head or eye tracker that moves the pointer, or a mouse without a button. A
// ring fills while the pointer stays; full, it has chosen. Whatever is no target is where eyes may
// rest. Owned by Input; the loop's thread. Cannot fail.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/same_touch.h"
#include "kiosk/input/settings.h"

namespace aktiv::input {

class Dwell {
 public:
  // All must outlive it; frame is the one shown now.
  Dwell(const DwellSettings& settings, const Frame& frame, SameTouch& same_touch);

  void take(const RawPointer& raw, Gestures& out);
  void frame_changed(Gestures& out);
  void pass(int64_t now_ms, Gestures& out);
  // When pass() has something to do; empty = never.
  std::optional<int64_t> due_ms() const;
  // The pointer is gone, or a finger or a switch took over.
  void rest(Gestures& out);

 private:
  struct Point {
    double x = 0, y = 0;
  };
  struct Stay {
    ElementId on;
    int64_t began_ms = 0;
    int twelfths = 0;  // of the ring, as told
  };

  void smooth(Point raw, int64_t at_ms);
  const Target* looked_at() const;
  void follow(int64_t now_ms, Gestures& out);
  int64_t full_ms() const;

  const DwellSettings& settings_;
  const Frame& frame_;
  SameTouch& same_touch_;
  std::optional<Point> at_;  // smoothed
  int64_t heard_ms_ = 0;
  std::optional<Stay> stay_;
  // Where the last choice was made: whoever has not looked away means nothing by still looking.
  std::optional<Point> chose_at_;
  int64_t chose_ms_ = 0;
};

}  // namespace aktiv::input
