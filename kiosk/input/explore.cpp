#include "kiosk/input/explore.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace aktiv::input {
namespace {

constexpr int64_t longest_tap_ms = 600;
constexpr int64_t longest_stroke_ms = 350;  // slower is a finger that looks around
constexpr double least_stroke_mm = 20;
constexpr int64_t between_taps_ms = 500;

bool is_stroke(double dx_mm, double dy_mm, int64_t ms) {
  return ms <= longest_stroke_ms && std::abs(dx_mm) >= least_stroke_mm &&
         std::abs(dy_mm) * 2 <= std::abs(dx_mm);
}

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
      finger_ = Finger{raw.finger, x, y, raw.at_ms, raw.at_ms,    true,
                       is_again,   x, y, heard_,    is_by_stroke_};
      if (!is_again) hear(x, y, out);
      return;
    }
    case Phase::move:
      if (!finger_ || finger_->id != raw.finger) return;
      out.push_back(Activity{});
      finger_->heard_ms = raw.at_ms;
      finger_->x = x;
      finger_->y = y;
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
  is_by_stroke_ = false;
  out.push_back(FocusMoved{id});
}

void Explore::lift(int64_t now_ms, Gestures& out) {
  out.push_back(Activity{});
  const Finger finger = *finger_;
  finger_.reset();
  if (is_stroke(finger.x - finger.from_x, finger.y - finger.from_y, now_ms - finger.down_ms))
    return stroke(finger, out);
  if (finger.is_tap && now_ms - finger.down_ms <= longest_tap_ms) tap(finger, now_ms, out);
}

void Explore::tap(const Finger& finger, int64_t now_ms, Gestures& out) {
  const auto meant = std::exchange(meant_, std::nullopt);
  if (meant && finger.down_ms - meant->at_ms <= between_taps_ms)
    return choose(meant->id, now_ms, out);
  if (finger.is_again) return choose(heard_, now_ms, out);
  if (finger.was_stroke) meant_ = Meant{finger.before, now_ms};
}

// In the order of the scan and the keys, from what was heard before the finger came down.
void Explore::stroke(const Finger& finger, Gestures& out) {
  meant_.reset();
  const auto walk = frame_.walk();
  if (walk.empty()) return;
  const bool is_on = finger.x > finger.from_x;
  const auto before = std::ranges::find(walk, finger.before);
  auto to = is_on ? walk.begin() : walk.end() - 1;  // from nowhere: to the first, or the last
  if (before != walk.end()) {
    if (is_on)
      to = before + 1 == walk.end() ? walk.begin() : before + 1;
    else
      to = before == walk.begin() ? walk.end() - 1 : before - 1;
  }
  heard_ = *to;
  is_by_stroke_ = true;
  out.push_back(FocusMoved{heard_});
}

void Explore::choose(const ElementId& id, int64_t now_ms, Gestures& out) {
  const Target* target = frame_.find(id);
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
  is_by_stroke_ = false;
  meant_.reset();
}

}  // namespace aktiv::input
