// Hands to facts: fingers, a real mouse and the keyboard, against the frame that was shown. The
// loop's thread; time comes in as an argument. Cannot fail: what is not understood does nothing and
// says why (Ignored).
//
// Use: after a frame has been presented, show() it; feed raw events; when due_ms() has come,
// pass().
#pragma once

#include <cstdint>
#include <optional>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"
#include "kiosk/input/dwell.h"
#include "kiosk/input/explore.h"
#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/keys.h"
#include "kiosk/input/pen.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/scan.h"
#include "kiosk/input/settings.h"
#include "kiosk/input/touch.h"

namespace aktiv::input {

class Input {
 public:
  explicit Input(TouchSettings settings = {});
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // For the person who sits here now. A press under way goes on.
  void set(TouchSettings settings);
  [[nodiscard]] Gestures set(ScanSettings settings);
  [[nodiscard]] Gestures set(DwellSettings settings);
  [[nodiscard]] Gestures show(const Scene& scene, const Layout& layout);
  [[nodiscard]] Gestures touch(const RawTouch& raw);
  [[nodiscard]] Gestures key(const RawKey& raw);
  [[nodiscard]] Gestures pointer(const RawPointer& raw);
  [[nodiscard]] Gestures take_switch(const RawSwitch& raw);
  // The scan waits while somebody speaks.
  void wait_for_voice(bool is_speaking, int64_t now_ms);
  [[nodiscard]] Gestures pass(int64_t now_ms);
  // The window lost the hands (another window, the mentor's screens): every press is let go.
  [[nodiscard]] Gestures let_go();

  // When pass() has something to do; empty = never.
  std::optional<int64_t> due_ms() const;
  // The element with the keyboard's ring; empty = none.
  const ElementId& focus() const { return keys_.focus(); }

 private:
  TouchSettings settings_;
  ScanSettings scanning_;
  DwellSettings dwelling_;
  Frame frame_;
  SameTouch same_touch_;
  Touch touch_;
  Pen pen_;
  Keys keys_;
  Scan scan_;
  Dwell dwell_;
  Explore explore_;
};

}  // namespace aktiv::input
