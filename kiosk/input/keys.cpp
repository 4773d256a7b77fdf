#include "kiosk/input/keys.h"

#include <algorithm>

namespace aktiv::input {

Keys::Keys(const TouchSettings& settings, const Frame& frame, SameTouch& same_touch)
    : settings_(settings), frame_(frame), same_touch_(same_touch) {}

void Keys::take(const RawKey& raw, Gestures& out) {
  const bool is_choosing = raw.key == Key::choose;
  if (is_choosing && !raw.is_down) return let_go(raw, out);
  if (!raw.is_down || raw.is_repeat)
    return;  // a key held by mistake must not race through the screen
  out.push_back(Activity{is_choosing});
  switch (raw.key) {
    case Key::forward:
      return step(1, out);
    case Key::back:
      return step(-1, out);
    case Key::choose:
      return press(raw, out);
    case Key::other:
      return;
  }
}

void Keys::step(int by, Gestures& out) {
  if (held_) return;
  const auto walk = frame_.walk();
  if (walk.empty()) return;
  const auto count = static_cast<int>(walk.size());
  const auto found = std::find(walk.begin(), walk.end(), focus_);
  const int first = by > 0 ? 0 : count - 1;
  const int next =
      found == walk.end() ? first : (static_cast<int>(found - walk.begin()) + by + count) % count;
  focus_on(walk[static_cast<size_t>(next)], out);
}

void Keys::press(const RawKey& raw, Gestures& out) {
  const auto* target = frame_.find(focus_);
  if (!target) return step(1, out);  // first see what would be chosen
  if (same_touch_.is_same(raw.at_ms, settings_.same_touch_ms)) {
    out.push_back(Ignored{Why::same_touch});
    return;
  }
  held_ = Held{frame_.screen, *target, raw.at_ms};
  out.push_back(Pressed{target->id});
}

void Keys::let_go(const RawKey& raw, Gestures& out) {
  if (!held_) return;
  const auto held = *held_;
  held_.reset();
  out.push_back(Activity{});
  out.push_back(Released{held.target.id});
  if (raw.at_ms - held.began_ms < settings_.hold_ms) {
    out.push_back(Ignored{Why::too_short});
    return;
  }
  same_touch_.answered(raw.at_ms);
  out.push_back(Tapped{held.target.id});
}

void Keys::frame_changed(Gestures& out) {
  const auto* target = held_ ? frame_.find(held_->target.id) : nullptr;
  if (held_ && (held_->screen != frame_.screen || !target || *target != held_->target)) {
    out.push_back(Released{held_->target.id});
    out.push_back(Ignored{Why::old_screen});
    held_.reset();
  }
  if (focus_.empty()) return;
  const auto walk = frame_.walk();
  if (std::find(walk.begin(), walk.end(), focus_) != walk.end()) return;
  focus_on(walk.empty() ? ElementId() : walk.front(), out);
}

void Keys::rest(Gestures& out) {
  if (held_) out.push_back(Released{held_->target.id});
  held_.reset();
  if (!focus_.empty()) focus_on({}, out);
}

void Keys::focus_on(ElementId element, Gestures& out) {
  focus_ = std::move(element);
  out.push_back(FocusMoved{focus_});
}

}  // namespace aktiv::input
