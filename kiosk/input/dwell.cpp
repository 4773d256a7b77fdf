#include "kiosk/input/dwell.h"

#include <algorithm>
#include <cmath>

namespace aktiv::input {
namespace {

constexpr double smoothing_ms = 120;  // a gaze trembles faster, and moves slower
constexpr double jump = 3;            // times steady_mm: eyes that look elsewhere, not a tremble

double apart_mm(double x, double y, double other_x, double other_y) {
  return std::hypot(x - other_x, y - other_y);
}

}  // namespace

Dwell::Dwell(const DwellSettings& settings, const Frame& frame, SameTouch& same_touch)
    : settings_(settings), frame_(frame), same_touch_(same_touch) {}

void Dwell::take(const RawPointer& raw, Gestures& out) {
  if (!settings_.is_on) return;
  const Point at{raw.x_px / frame_.px_per_mm, raw.y_px / frame_.px_per_mm};
  // A mouse that lies still tells nothing for minutes, and then it is somebody again.
  const bool is_new_move = !at_ || apart_mm(at_->x, at_->y, at.x, at.y) > settings_.steady_mm;
  if (is_new_move) out.push_back(Activity{});
  smooth(at, raw.at_ms);
  follow(raw.at_ms, out);
}

void Dwell::smooth(Point raw, int64_t at_ms) {
  const double far = settings_.steady_mm * jump;
  if (!at_ || apart_mm(at_->x, at_->y, raw.x, raw.y) > far) {
    at_ = raw;
  } else {
    const double passed = static_cast<double>(std::max<int64_t>(1, at_ms - heard_ms_));
    const double share = 1 - std::exp(-passed / smoothing_ms);
    at_->x += (raw.x - at_->x) * share;
    at_->y += (raw.y - at_->y) * share;
  }
  heard_ms_ = at_ms;
}

// What is stayed on is kept while the gaze trembles at its edge.
const Target* Dwell::looked_at() const {
  if (!at_) return nullptr;
  const Target* kept = stay_ ? frame_.find(stay_->on) : nullptr;
  if (kept && distance_mm(kept->rect, at_->x, at_->y) <= settings_.steady_mm / 2) return kept;
  const Target* target = frame_.at(at_->x, at_->y, 0);
  return target && target->is_enabled ? target : nullptr;
}

void Dwell::follow(int64_t now_ms, Gestures& out) {
  const bool has_looked_away =
      chose_at_ && at_ &&
      apart_mm(at_->x, at_->y, chose_at_->x, chose_at_->y) > settings_.steady_mm;
  if (has_looked_away) chose_at_.reset();
  const Target* target = looked_at();
  if (stay_ && (!target || target->id != stay_->on)) rest(out);
  if (!target || stay_ || !at_) return;
  const int64_t ready_ms = chose_at_ ? chose_ms_ + settings_.again_ms : chose_ms_;
  stay_ = Stay{target->id, std::max(now_ms, ready_ms), 0};
  out.push_back(Filling{stay_->on, 0});
}

int64_t Dwell::full_ms() const {
  return stay_->began_ms + settings_.ms;
}

std::optional<int64_t> Dwell::due_ms() const {
  if (!settings_.is_on || !stay_) return std::nullopt;
  return stay_->began_ms + int64_t{settings_.ms} * (stay_->twelfths + 1) / 12;
}

void Dwell::pass(int64_t now_ms, Gestures& out) {
  if (!settings_.is_on || !stay_ || now_ms < *due_ms()) return;
  if (now_ms < full_ms()) {
    stay_->twelfths = static_cast<int>((now_ms - stay_->began_ms) * 12 / settings_.ms);
    out.push_back(Filling{stay_->on, stay_->twelfths});
    return;
  }
  const ElementId chosen = stay_->on;
  rest(out);
  chose_at_ = at_;
  chose_ms_ = now_ms;
  same_touch_.answered(now_ms);
  out.push_back(Activity{true});
  out.push_back(Tapped{chosen});
  follow(now_ms, out);  // still there: it may be meant again, after a pause
}

void Dwell::frame_changed(Gestures& out) {
  if (!settings_.is_on || !stay_) return;
  const Target* target = frame_.find(stay_->on);
  const bool is_there = target && target->is_enabled && looked_at() == target;
  if (!is_there) rest(out);
}

void Dwell::rest(Gestures& out) {
  if (stay_) out.push_back(Filling{});
  stay_.reset();
}

}  // namespace aktiv::input
