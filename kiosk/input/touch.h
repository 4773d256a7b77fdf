// From fingers to gestures. One finger counts at a time. Owned by Input; the loop's thread. Cannot
// fail.
#pragma once

#include <optional>
#include <set>

#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/same_touch.h"
#include "kiosk/input/settings.h"

namespace aktiv::input {

class Touch {
 public:
  // All three must outlive it; frame is the one shown now.
  Touch(const TouchSettings& settings, const Frame& frame, SameTouch& same_touch);

  void take(const RawTouch& raw, Gestures& out);
  // Another frame is shown: a press whose target is no longer there as it was is dropped.
  void frame_changed(Gestures& out);
  void pass(int64_t now_ms, Gestures& out);
  // When pass() has something to do; empty = never.
  std::optional<int64_t> due_ms() const;
  void let_go(Gestures& out);
  bool is_busy() const { return press_.has_value(); }

 private:
  struct Point {
    double x = 0, y = 0;
  };
  struct Press {
    uint64_t finger = 0;
    std::string screen;
    Target target;
    Point from, now;
    int64_t began_ms = 0;
    int64_t heard_ms = 0;  // when the finger was last heard of
    bool is_on = true;     // on the target: looks pressed
    bool is_dragging = false;
    int twelfths = 0;          // of the hold
    bool is_doubtful = false;  // not heard of for lost_ms: looks let go, but its lift still counts
  };

  void down(const RawTouch& raw, Point at, Gestures& out);
  void begin(const RawTouch& raw, Point at, Gestures& out);
  void move(const RawTouch& raw, Point at, Gestures& out);
  void lift(const RawTouch& raw, Point at, Gestures& out);
  void follow(Gestures& out);
  void drop(int64_t at_ms, Gestures& out);
  bool is_on_target() const;
  bool is_dragged_far() const;
  Drag drag() const;
  void unpress(Gestures& out);
  void lose_look(Gestures& out);
  std::optional<int64_t> fill_due_ms() const;
  void fill(int64_t now_ms, Gestures& out);

  const TouchSettings& settings_;
  const Frame& frame_;
  SameTouch& same_touch_;
  std::optional<Press> press_;
  std::set<uint64_t> uncounted_;  // fingers that are down and do not count until they are lifted
};

}  // namespace aktiv::input
