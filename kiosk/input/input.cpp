#include "kiosk/input/input.h"

#include <algorithm>

namespace aktiv::input {

Input::Input(TouchSettings settings)
    : settings_(settings.within_limits()),
      touch_(settings_, frame_, same_touch_),
      pen_(settings_, frame_),
      keys_(settings_, frame_, same_touch_),
      scan_(scanning_, settings_, frame_, same_touch_),
      dwell_(dwelling_, frame_, same_touch_),
      explore_(settings_, frame_, same_touch_) {}

void Input::set(TouchSettings settings) {
  settings_ = settings.within_limits();
}

Gestures Input::set(ScanSettings settings) {
  Gestures out;
  if (settings.within_limits() == scanning_) return out;
  scanning_ = settings.within_limits();
  scan_.settings_changed(out);
  return out;
}

Gestures Input::set(DwellSettings settings) {
  Gestures out;
  dwelling_ = settings.within_limits();
  if (!dwelling_.is_on) dwell_.rest(out);
  return out;
}

Gestures Input::show(const Scene& scene, const Layout& layout) {
  Gestures out;
  frame_ = frame_of(scene, layout);
  touch_.frame_changed(out);
  pen_.frame_changed(out);
  keys_.frame_changed(out);
  scan_.frame_changed(out);
  dwell_.frame_changed(out);
  explore_.frame_changed(out);
  return out;
}

Gestures Input::touch(const RawTouch& raw) {
  Gestures out;
  if (raw.phase == Phase::down) {
    keys_.rest(out);
    scan_.rest(out);
    dwell_.rest(out);
  }
  if (settings_.explores) {
    explore_.take(raw, out);
    return out;
  }
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

Gestures Input::pointer(const RawPointer& raw) {
  Gestures out;
  dwell_.take(raw, out);
  return out;
}

Gestures Input::take_switch(const RawSwitch& raw) {
  Gestures out;
  keys_.rest(out);
  dwell_.rest(out);
  scan_.take(raw, out);
  return out;
}

void Input::wait_for_voice(bool is_speaking, int64_t now_ms) {
  scan_.wait_for_voice(is_speaking, now_ms);
}

Gestures Input::pass(int64_t now_ms) {
  Gestures out;
  touch_.pass(now_ms, out);
  pen_.pass(now_ms, out);
  scan_.pass(now_ms, out);
  dwell_.pass(now_ms, out);
  return out;
}

std::optional<int64_t> Input::due_ms() const {
  std::optional<int64_t> soonest;
  for (const auto due : {touch_.due_ms(), pen_.due_ms(), scan_.due_ms(), dwell_.due_ms()})
    if (due && (!soonest || *due < *soonest)) soonest = due;
  return soonest;
}

Gestures Input::let_go() {
  Gestures out;
  touch_.let_go(out);
  pen_.let_go(out);
  keys_.rest(out);
  scan_.rest(out);
  dwell_.rest(out);
  explore_.rest(out);
  return out;
}

}  // namespace aktiv::input
