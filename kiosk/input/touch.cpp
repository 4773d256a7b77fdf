#include "kiosk/input/touch.h"

#include <algorithm>
#include <cmath>

namespace aktiv::input {
namespace {

constexpr int full = 12;  // of a ring, in twelfths

}  // namespace

Touch::Touch(const TouchSettings& settings, const Frame& frame, SameTouch& same_touch)
    : settings_(settings), frame_(frame), same_touch_(same_touch) {}

void Touch::take(const RawTouch& raw, Gestures& out) {
  const Point at{raw.x_px / frame_.px_per_mm, raw.y_px / frame_.px_per_mm};
  switch (raw.phase) {
    case Phase::down:
      return down(raw, at, out);
    case Phase::move:
      return move(raw, at, out);
    case Phase::up:
      return lift(raw, at, out);
    case Phase::cancel:
      uncounted_.erase(raw.finger);
      if (press_ && press_->finger == raw.finger) let_go(out);
      return;
  }
}

void Touch::down(const RawTouch& raw, Point at, Gestures& out) {
  out.push_back(Activity{true});
  uncounted_.erase(raw.finger);
  const bool is_lost =
      press_ && (press_->finger == raw.finger || raw.at_ms - press_->heard_ms >= settings_.lost_ms);
  if (is_lost) {
    let_go(out);
    out.push_back(Ignored{Why::lost});
  }
  if (!press_) return begin(raw, at, out);
  uncounted_.insert(raw.finger);
  out.push_back(Ignored{Why::second_finger});
}

// A finger that lies on nothing is not kept: a hand that rests beside the cards must not block the
// other.
void Touch::begin(const RawTouch& raw, Point at, Gestures& out) {
  if (raw.contact_px / frame_.px_per_mm >= settings_.palm_mm) {
    out.push_back(Ignored{Why::palm});
    return;
  }
  const auto* target = frame_.at(at.x, at.y, settings_.reach_mm);
  if (!target) return;
  if (!target->is_enabled) {
    out.push_back(Ignored{Why::disabled});
    return;
  }
  if (same_touch_.is_same(raw.at_ms, settings_.same_touch_ms)) {
    out.push_back(Ignored{Why::same_touch});
    return;
  }
  press_ = Press{raw.finger, frame_.screen, *target, at, at, raw.at_ms, raw.at_ms};
  out.push_back(Pressed{target->id});
}

void Touch::move(const RawTouch& raw, Point at, Gestures& out) {
  if (!press_ || press_->finger != raw.finger) return;
  out.push_back(Activity{});
  if (raw.contact_px / frame_.px_per_mm >= settings_.palm_mm) {
    let_go(out);
    uncounted_.insert(raw.finger);
    out.push_back(Ignored{Why::palm});
    return;
  }
  press_->now = at;
  press_->heard_ms = raw.at_ms;
  follow(out);
}

// The look follows the finger: on, off, on again; or the card follows it.
void Touch::follow(Gestures& out) {
  const bool was_shown = !press_->is_doubtful;
  press_->is_doubtful = false;
  if (press_->is_dragging) {
    out.push_back(was_shown ? Gesture(DragMoved{drag()}) : Gesture(DragBegan{drag()}));
    return;
  }
  if (is_dragged_far()) {
    if (was_shown) unpress(out);
    press_->is_dragging = true;
    out.push_back(DragBegan{drag()});
    return;
  }
  const bool was_pressed = was_shown && press_->is_on;
  press_->is_on = is_on_target();
  if (press_->is_on && !was_pressed) out.push_back(Pressed{press_->target.id});
  if (!press_->is_on && was_pressed) lose_look(out);
}

void Touch::lift(const RawTouch& raw, Point at, Gestures& out) {
  uncounted_.erase(raw.finger);
  if (!press_ || press_->finger != raw.finger) return;
  out.push_back(Activity{});
  press_->now = at;
  follow(out);
  if (press_->is_dragging) return drop(raw.at_ms, out);
  const auto press = *press_;
  unpress(out);
  press_.reset();
  if (!press.is_on) return;
  if (raw.at_ms - press.began_ms < settings_.hold_ms) {
    out.push_back(Ignored{Why::too_short});
    return;
  }
  same_touch_.answered(raw.at_ms);
  out.push_back(Tapped{press.target.id});
}

void Touch::drop(int64_t at_ms, Gestures& out) {
  const auto dragged = drag();
  press_.reset();
  if (!dragged.over.empty()) same_touch_.answered(at_ms);
  out.push_back(Dropped{dragged.element, dragged.over});
}

void Touch::frame_changed(Gestures& out) {
  if (!press_) return;
  const auto* target = frame_.find(press_->target.id);
  if (press_->screen == frame_.screen && target && *target == press_->target) return;
  uncounted_.insert(press_->finger);
  let_go(out);
  out.push_back(Ignored{Why::old_screen});
}

void Touch::pass(int64_t now_ms, Gestures& out) {
  fill(now_ms, out);
  const bool is_lost =
      press_ && !press_->is_doubtful && now_ms >= press_->heard_ms + settings_.lost_ms;
  if (!is_lost) return;
  if (press_->is_dragging)
    out.push_back(Dropped{press_->target.id, {}});
  else
    unpress(out);
  press_->is_doubtful = true;
}

std::optional<int64_t> Touch::due_ms() const {
  if (!press_ || press_->is_doubtful) return std::nullopt;
  const int64_t lost_ms = press_->heard_ms + settings_.lost_ms;
  const auto fill_ms = fill_due_ms();
  return fill_ms ? std::min(*fill_ms, lost_ms) : lost_ms;
}

// How long it must last is seen while it does.
std::optional<int64_t> Touch::fill_due_ms() const {
  const bool fills = press_ && settings_.hold_ms > 0 && press_->is_on && !press_->is_dragging &&
                     !press_->is_doubtful && press_->twelfths < full;
  if (!fills) return std::nullopt;
  return press_->began_ms + (int64_t{settings_.hold_ms} * (press_->twelfths + 1) + full - 1) / full;
}

void Touch::fill(int64_t now_ms, Gestures& out) {
  const auto due = fill_due_ms();
  if (!due || now_ms < *due) return;
  const int64_t passed = (now_ms - press_->began_ms) * full / settings_.hold_ms;
  press_->twelfths = static_cast<int>(std::min<int64_t>(full, passed));
  out.push_back(Filling{press_->target.id, press_->twelfths});
}

// Nothing is chosen; what looked pressed or lifted up looks as before.
void Touch::let_go(Gestures& out) {
  if (!press_) return;
  if (press_->is_dragging && !press_->is_doubtful)
    out.push_back(Dropped{press_->target.id, {}});
  else if (!press_->is_dragging && !press_->is_doubtful)
    unpress(out);
  press_.reset();
}

void Touch::unpress(Gestures& out) {
  if (press_->is_on) lose_look(out);
}

void Touch::lose_look(Gestures& out) {
  out.push_back(Released{press_->target.id});
  if (press_->twelfths > 0) out.push_back(Filling{});
  press_->twelfths = 0;
}

bool Touch::is_on_target() const {
  return distance_mm(press_->target.rect, press_->now.x, press_->now.y) <= settings_.reach_mm;
}

bool Touch::is_dragged_far() const {
  if (press_->target.role != Role::movable) return false;
  return std::hypot(press_->now.x - press_->from.x, press_->now.y - press_->from.y) >=
         settings_.drag_mm;
}

Drag Touch::drag() const {
  const auto& now = press_->now;
  const auto* over = frame_.place_at(now.x, now.y, settings_.reach_mm);
  return {press_->target.id,
          now.x,
          now.y,
          now.x - press_->from.x,
          now.y - press_->from.y,
          over ? over->id : ElementId()};
}

}  // namespace aktiv::input
