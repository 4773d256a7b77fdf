#include "kiosk/input/input.h"

#include <algorithm>

namespace aktiv::input {

Input::Input(TouchSettings settings)
    : settings_(settings.within_limits()),
      touch_(settings_, frame_, same_touch_),
      pen_(settings_, frame_),
      keys_(settings_, frame_, same_touch_) {}

void Input::set(TouchSettings settings) {
  settings_ = settings.within_limits();
}

Gestures Input::show(const Scene& scene, const Layout& layout) {
  Gestures out;
  frame_ = frame_of(scene, layout);
  touch_.frame_changed(out);
  pen_.frame_changed(out);
  keys_.frame_changed(out);
  return out;
}

Gestures Input::touch(const RawTouch& raw) {
  Gestures out;
  if (raw.phase == Phase::down) keys_.rest(out);
  // One finger counts: where another presses a key, a finger on the pad is the second.
  if (!touch_.is_busy() && pen_.take(raw, out)) return out;
  touch_.take(raw, out);
  return out;
}

Gestures Input::key(const RawKey& raw) {
  Gestures out;
  keys_.take(raw, out);
  return out;
}

Gestures Input::pass(int64_t now_ms) {
  Gestures out;
  touch_.pass(now_ms, out);
  pen_.pass(now_ms, out);
  return out;
}

std::optional<int64_t> Input::due_ms() const {
  const auto touch = touch_.due_ms(), pen = pen_.due_ms();
  return touch && pen ? std::min(touch, pen) : touch ? touch : pen;
}

Gestures Input::let_go() {
  Gestures out;
  touch_.let_go(out);
  pen_.let_go(out);
  keys_.rest(out);
  return out;
}

}  // namespace aktiv::input
