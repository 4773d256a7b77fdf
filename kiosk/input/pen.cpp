#include "kiosk/input/pen.h"

#include <algorithm>
#include <cmath>

namespace aktiv::input {

bool Pen::take(const RawTouch& raw, Gestures& out) {
  if (raw.phase == Phase::down) return down(raw, out);
  const bool is_over = raw.phase == Phase::up || raw.phase == Phase::cancel;
  if (uncounted_.contains(raw.finger)) {
    if (is_over) uncounted_.erase(raw.finger);
    return true;
  }
  if (!line_ || line_->finger != raw.finger) return false;
  out.push_back(Activity{});
  if (raw.phase != Phase::cancel) follow(raw, out);
  if (is_over) let_go(out);
  return true;
}

bool Pen::down(const RawTouch& raw, Gestures& out) {
  uncounted_.erase(raw.finger);
  const bool is_lost =
      line_ && (line_->finger == raw.finger || raw.at_ms - line_->heard_ms >= settings_.lost_ms);
  if (is_lost) let_go(out);
  if (!line_ && !is_on_pad(raw)) return false;
  out.push_back(Activity{true});
  const bool is_palm = raw.contact_px / frame_.px_per_mm >= settings_.palm_mm;
  if (line_ || is_palm) {
    uncounted_.insert(raw.finger);
    out.push_back(Ignored{line_ ? Why::second_finger : Why::palm});
    return true;
  }
  begin(raw, out);
  return true;
}

void Pen::begin(const RawTouch& raw, Gestures& out) {
  line_ = Line{raw.finger, frame_.screen, {point_of(raw)}, raw.at_ms};
  out.push_back(Drawing{line_->stroke});
}

// A point that lies where the last one did says nothing new.
void Pen::follow(const RawTouch& raw, Gestures& out) {
  line_->heard_ms = raw.at_ms;
  const DrawnPoint point = point_of(raw);
  if (point == line_->stroke.back() || line_->stroke.size() >= kMostDrawnPoints) return;
  line_->stroke.push_back(point);
  out.push_back(Drawing{line_->stroke});
}

void Pen::frame_changed(Gestures& out) {
  if (!line_ || (frame_.pad && line_->screen == frame_.screen)) return;
  uncounted_.insert(line_->finger);
  line_.reset();
  out.push_back(Ignored{Why::old_screen});
}

void Pen::pass(int64_t now_ms, Gestures& out) {
  const auto due = due_ms();
  if (due && now_ms >= *due) let_go(out);
}

std::optional<int64_t> Pen::due_ms() const {
  if (!line_) return std::nullopt;
  return line_->heard_ms + settings_.lost_ms;
}

void Pen::let_go(Gestures& out) {
  if (!line_) return;
  out.push_back(Drew{std::move(line_->stroke)});
  line_.reset();
}

// A finger that slides off the pad draws along its edge.
DrawnPoint Pen::point_of(const RawTouch& raw) const {
  const auto along = [&](double px, double from, double length) {
    const double share = (px / frame_.px_per_mm - from) / length;
    return std::clamp(static_cast<int>(std::lround(share * kDrawingSide)), 0, kDrawingSide);
  };
  const RectMm& pad = *frame_.pad;
  return {along(raw.x_px, pad.x, pad.w), along(raw.y_px, pad.y, pad.h)};
}

bool Pen::is_on_pad(const RawTouch& raw) const {
  return frame_.pad &&
         distance_mm(*frame_.pad, raw.x_px / frame_.px_per_mm, raw.y_px / frame_.px_per_mm) <= 0;
}

}  // namespace aktiv::input
