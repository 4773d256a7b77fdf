#include "kiosk/input/scan.h"

#include <algorithm>
#include <utility>

namespace aktiv::input {
namespace {

// Things side by side: each overlaps the first of them by half of the lower one's height.
bool is_in_line(const RectMm& first, const RectMm& next) {
  const double shared = std::min(first.bottom(), next.bottom()) - std::max(first.y, next.y);
  return shared >= std::min(first.h, next.h) / 2;
}

int kind_of(Role role) {
  switch (role) {
    case Role::choice:
    case Role::place:
    case Role::movable:
    case Role::picture:
    case Role::text:
    case Role::pad:
      return 0;
    case Role::letter:
      return 1;
    case Role::out:
      return 2;
    case Role::key:
      return 3;
    case Role::next:
    case Role::speaker:
      return 4;
    case Role::fixed:
      return 5;
  }
  return 0;
}

bool belongs(const Target& first, const Target& next, ScanPattern pattern) {
  switch (pattern) {
    case ScanPattern::one_by_one:
      return false;
    case ScanPattern::lines:
      return is_in_line(first.rect, next.rect);
    case ScanPattern::groups:
      return kind_of(first.role) == kind_of(next.role);
  }
  return false;
}

}  // namespace

// In the scan order, so that eyes, voice and switches meet the same screen.
ScanStops stops_of(const Frame& frame, ScanPattern pattern) {
  ScanStops stops;
  const Target* first = nullptr;
  for (const ElementId& id : frame.walk()) {
    const Target* target = frame.find(id);
    if (first != nullptr && belongs(*first, *target, pattern)) {
      stops.back().push_back(id);
    } else {
      stops.push_back({id});
      first = target;
    }
  }
  // One line alone is nothing to choose a line from.
  if (stops.size() != 1) return stops;
  ScanStops single;
  for (const ElementId& id : stops.front()) single.push_back({id});
  return single;
}

std::optional<ScanPath> path_to(const ScanStops& stops, const ElementId& element) {
  for (size_t at = 0; at < stops.size(); ++at) {
    const auto found = std::ranges::find(stops[at], element);
    if (found != stops[at].end())
      return ScanPath{static_cast<int>(at), static_cast<int>(found - stops[at].begin()),
                      stops[at].size() > 1};
  }
  return std::nullopt;
}

Scan::Scan(const ScanSettings& settings, const TouchSettings& touch, const Frame& frame,
           SameTouch& same_touch)
    : settings_(settings), touch_(touch), frame_(frame), same_touch_(same_touch) {}

std::optional<int64_t> Scan::due_ms() const {
  if (is_off()) return std::nullopt;
  std::optional<int64_t> due = is_speaking_ ? std::nullopt : due_ms_;
  if (is_to_begin_ && !is_speaking_) due = 0;
  if (!is_about_to_choose()) return due;
  const int64_t counts_ms = held_->began_ms + settings_.accept_ms;
  return due ? std::min(*due, counts_ms) : counts_ms;
}

void Scan::pass(int64_t now_ms, Gestures& out) {
  if (is_off()) return;
  if (is_about_to_choose()) {
    if (now_ms - held_->began_ms >= settings_.accept_ms) {
      held_->has_counted = true;
      press(held_->began_ms, out);
    }
    return;  // the ring stands still under a hand that is about to choose
  }
  if (is_speaking_) return;
  if (is_to_begin_) return begin(now_ms, out);
  if (due_ms_ && now_ms >= *due_ms_) step(now_ms, out);
}

void Scan::take(const RawSwitch& raw, Gestures& out) {
  if (is_off()) return;
  if (!raw.is_down) {
    const auto held = std::exchange(held_, std::nullopt);
    if (!held || raw.which != Switch::choose || settings_.way != ScanWay::held) return;
    due_ms_.reset();
    out.push_back(Activity{true});
    if (!is_resting()) choose(raw.at_ms, out);
    return;
  }
  if (raw.which == Switch::step) {
    out.push_back(Activity{true});
    is_resting() ? begin(raw.at_ms, out) : step(raw.at_ms, out);
    return;
  }
  if (is_about_to_choose()) return;  // else its letting go was lost
  if (same_touch_.is_same(raw.at_ms, touch_.same_touch_ms)) {
    out.push_back(Ignored{Why::same_touch});
    return;
  }
  held_ = Held{raw.at_ms};
  if (settings_.way == ScanWay::held) {
    out.push_back(Activity{true});
    return begin(raw.at_ms, out);
  }
  pass(raw.at_ms, out);  // counts at once where nothing is to be waited for
}

void Scan::press(int64_t now_ms, Gestures& out) {
  out.push_back(Activity{true});
  if (is_resting()) return begin(now_ms, out);  // first see what would be chosen
  choose(now_ms, out);
}

void Scan::choose(int64_t now_ms, Gestures& out) {
  const auto& stop = stops()[static_cast<size_t>(at_)];
  if (stop.size() > 1) return open(static_cast<size_t>(at_), now_ms, out);
  const ElementId chosen = stop.front();
  same_touch_.answered(now_ms);
  rounds_ = 0;
  group_.reset();
  at_ = -1;
  due_ms_.reset();
  tell(out);
  is_to_begin_ = settings_.way == ScanWay::by_itself;  // on whatever stands here then
  out.push_back(Tapped{chosen});
}

void Scan::open(size_t group, int64_t now_ms, Gestures& out) {
  group_ = group;
  inside_.clear();
  for (const ElementId& id : stops_[group]) inside_.push_back({id});
  rounds_ = 0;
  same_touch_.answered(now_ms);
  if (settings_.way == ScanWay::held) {  // the next hold goes through it
    at_ = -1;
    out.push_back(ScanMoved{stops_[group]});
    return;
  }
  stand_at_first(now_ms, out);
}

void Scan::begin(int64_t now_ms, Gestures& out) {
  is_to_begin_ = false;
  rounds_ = 0;
  if (stops().empty()) return;
  stand_at_first(now_ms, out);
}

void Scan::step(int64_t now_ms, Gestures& out) {
  const int next = at_ + 1;
  if (next < static_cast<int>(stops().size())) return stand_at(next, now_ms, out);
  if (group_) {  // through it once without a choice: out of it again
    const auto group = static_cast<int>(*group_);
    group_.reset();
    return stand_at(group, now_ms, out);
  }
  ++rounds_;
  if (settings_.way == ScanWay::by_itself && rounds_ >= settings_.rounds) return rest(out);
  stand_at(0, now_ms, out);
}

void Scan::stand_at(int at, int64_t now_ms, Gestures& out) {
  at_ = at;
  due_ms_.reset();
  if (settings_.way != ScanWay::by_step) due_ms_ = now_ms + settings_.period_ms;
  tell(out);
}

// The first one stands longer: the hand comes back from the press that opened this, and the eyes
// from elsewhere.
void Scan::stand_at_first(int64_t now_ms, Gestures& out) {
  stand_at(0, now_ms, out);
  if (due_ms_) *due_ms_ += settings_.period_ms / 2;
}

void Scan::tell(Gestures& out) const {
  out.push_back(
      ScanMoved{is_resting() ? std::vector<ElementId>() : stops()[static_cast<size_t>(at_)]});
}

void Scan::rest(Gestures& out) {
  due_ms_.reset();
  held_.reset();
  is_to_begin_ = false;
  const bool has_ring = !is_resting() || group_;
  group_.reset();
  at_ = -1;
  if (has_ring) tell(out);
}

// The same things in the same places on the same screen: the ring stays where it is.
void Scan::frame_changed(Gestures& out) {
  if (is_off()) return;
  ScanStops stops = stops_of(frame_, settings_.pattern);
  const bool is_same = frame_.screen == screen_ && stops == stops_;
  screen_ = frame_.screen;
  if (is_same) return;
  stops_ = std::move(stops);
  rest(out);
  is_to_begin_ = settings_.way == ScanWay::by_itself;
}

void Scan::settings_changed(Gestures& out) {
  screen_.clear();
  stops_.clear();
  rest(out);
  frame_changed(out);
}

void Scan::wait_for_voice(bool is_speaking, int64_t now_ms) {
  if (is_speaking_ && !is_speaking && due_ms_) due_ms_ = now_ms + settings_.period_ms;
  is_speaking_ = is_speaking;
}

}  // namespace aktiv::input
