#include "kiosk/input/explore.h"

#include <cmath>

namespace aktiv::input {
namespace {

constexpr int64_t longest_tap_ms = 600;

}  // namespace

Explore::Explore(const TouchSettings& settings, const Frame& frame, SameTouch& same_touch)
    : settings_(settings), frame_(frame), same_touch_(same_touch) {}

void Explore::take(const RawTouch& raw, Gestures& out) {
  const double x = raw.x_px / frame_.px_per_mm, y = raw.y_px / frame_.px_per_mm;
  switch (raw.phase) {
    case Phase::down: {
      out.push_back(Activity{true});
      if (finger_ && raw.at_ms - finger_->heard_ms < settings_.lost_ms) {
        out.push_back(Ignored{Why::second_finger});
        return;
      }
      const NamedSpot* under = frame_.named_at(x, y);
      const bool is_again = under != nullptr && under->id == heard_;
      finger_ = Finger{raw.finger, x, y, raw.at_ms, raw.at_ms, true, is_again};
      if (!is_again) hear(x, y, out);
      return;
    }
    case Phase::move:
      if (!finger_ || finger_->id != raw.finger) return;
      out.push_back(Activity{});
      finger_->heard_ms = raw.at_ms;
      if (std::hypot(x - finger_->from_x, y - finger_->from_y) >= settings_.drag_mm)
        finger_->is_tap = false;
      if (!finger_->is_tap) hear(x, y, out);
      return;
    case Phase::up:
      if (finger_ && finger_->id == raw.finger) lift(raw.at_ms, out);
      return;
    case Phase::cancel:
      if (finger_ && finger_->id == raw.finger) finger_.reset();
      return;
  }
}

void Explore::hear(double x_mm, double y_mm, Gestures& out) {
  const NamedSpot* under = frame_.named_at(x_mm, y_mm);
  const ElementId id = under != nullptr ? under->id : ElementId();
  if (id == heard_) return;
  heard_ = id;
  out.push_back(FocusMoved{id});
}

void Explore::lift(int64_t now_ms, Gestures& out) {
  out.push_back(Activity{});
  const Finger finger = *finger_;
  finger_.reset();
  const bool means_it =
      finger.is_tap && finger.is_again && now_ms - finger.down_ms <= longest_tap_ms;
  if (!means_it) return;
  const Target* target = frame_.find(heard_);
  if (target == nullptr || !target->is_enabled) {
    out.push_back(Ignored{Why::disabled});
    return;
  }
  if (same_touch_.is_same(now_ms, settings_.same_touch_ms)) {
    out.push_back(Ignored{Why::same_touch});
    return;
  }
  same_touch_.answered(now_ms);
  out.push_back(Tapped{target->id});
}

void Explore::frame_changed(Gestures& out) {
  if (frame_.screen == screen_) return;
  screen_ = frame_.screen;
  rest(out);
}

void Explore::rest(Gestures& out) {
  finger_.reset();
  if (!heard_.empty()) out.push_back(FocusMoved{});
  heard_ = {};
}

}  // namespace aktiv::input
