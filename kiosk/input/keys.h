// The keyboard, and every switch box that plays one: Tab and arrows walk through the scan order,
// Enter and Space choose as they are let go. Nothing else does anything: no shortcut, and Escape
// leads nowhere. Owned by Input.
#pragma once

#include <optional>

#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/same_touch.h"
#include "kiosk/input/settings.h"

namespace aktiv::input {

class Keys {
 public:
  Keys(const TouchSettings& settings, const Frame& frame, SameTouch& same_touch);

  void take(const RawKey& raw, Gestures& out);
  void frame_changed(Gestures& out);
  // A finger took over: no ring is drawn until the next key.
  void rest(Gestures& out);
  const ElementId& focus() const { return focus_; }

 private:
  struct Held {
    std::string screen;
    Target target;
    int64_t began_ms = 0;
  };

  void step(int by, Gestures& out);
  void press(const RawKey& raw, Gestures& out);
  void let_go(const RawKey& raw, Gestures& out);
  void focus_on(ElementId element, Gestures& out);

  const TouchSettings& settings_;
  const Frame& frame_;
  SameTouch& same_touch_;
  ElementId focus_;  // empty = no ring
  std::optional<Held> held_;
};

}  // namespace aktiv::input
