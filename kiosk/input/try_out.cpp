#include "kiosk/input/try_out.h"

#include <algorithm>
#include <optional>

#include "kiosk/input/settings.h"

namespace aktiv::input {
namespace {

constexpr int64_t apart_ms = 1200;     // after so long a rest another press is meant
constexpr int same_touch_least = 300;  // who has never trembled here may tremble tomorrow
constexpr int margin_ms = 100;
constexpr int round_ms = 50;

int rounded_up(int64_t ms) {
  return static_cast<int>((ms + round_ms - 1) / round_ms * round_ms);
}

}  // namespace

void TryOut::take(Phase phase, uint64_t finger, int64_t at_ms) {
  switch (phase) {
    case Phase::down:
      down_[finger] = at_ms;
      return;
    case Phase::move:
      return;
    case Phase::up:
    case Phase::cancel:
      break;
  }
  const auto began = down_.extract(finger);
  if (began.empty()) return;
  const Contact contact{began.mapped(), at_ms};
  const bool belongs = !tries_.empty() && contact.down_ms - tries_.back().back().up_ms < apart_ms;
  if (!belongs) tries_.emplace_back();
  tries_.back().push_back(contact);
}

// A tremble is as long after the press as it was here, and somewhat more. Where the brushes are all
// shorter than the presses that were meant, a hold between the two tells them apart, nearer to the
// brushes, so that nobody must press longer than they do.
TouchProposal TryOut::proposal() const {
  int64_t longest_gap = 0, longest_brush = 0;
  std::optional<int64_t> shortest_meant;
  for (const Try& tried : tries_) {
    const auto meant = std::ranges::max_element(tried, {}, &Contact::lasted_ms);
    shortest_meant = std::min(shortest_meant.value_or(meant->lasted_ms()), meant->lasted_ms());
    for (auto contact = tried.begin(); contact != tried.end(); ++contact) {
      if (contact != meant) longest_brush = std::max(longest_brush, contact->lasted_ms());
      if (contact != tried.begin())
        longest_gap = std::max(longest_gap, contact->down_ms - std::prev(contact)->up_ms);
    }
  }
  TouchSettings wished;
  wished.same_touch_ms = same_touch_least;
  if (longest_gap > 0)
    wished.same_touch_ms = std::max(same_touch_least, rounded_up(longest_gap + margin_ms));
  if (longest_brush > 0 && shortest_meant && longest_brush < *shortest_meant)
    wished.hold_ms = rounded_up(longest_brush + (*shortest_meant - longest_brush) / 3);
  const TouchSettings limited = wished.within_limits();
  return {limited.same_touch_ms, limited.hold_ms};
}

}  // namespace aktiv::input
