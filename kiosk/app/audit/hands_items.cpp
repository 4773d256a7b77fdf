#include "kiosk/app/audit/hands_items.h"

#include <array>
#include <vector>

#include "kiosk/input/hand.h"

namespace aktiv::app {
namespace {

using input::Hand;
using input::Key;
using input::middle_of;
using input::Spot;

constexpr int64_t between_ms = 1000;  // of two presses: longer than a tremble
constexpr int64_t between_taps_ms = 150;
constexpr double stroke_mm = 40;

Hand listening_hand(const input::Shown& shown) {
  input::TouchSettings settings;
  settings.explores = true;
  return Hand(shown, settings);
}

bool is_only(const Hand& hand, const ElementId& id) {
  return hand.tapped() == std::vector<std::string>{id.value};
}

// To the one that is `number`th in the order, from nowhere.
bool by_keys(const input::Shown& shown, const ElementId& id, int number) {
  Hand hand(shown);
  for (int i = 0; i < number; ++i) hand.strike(Key::forward);
  hand.wait(between_ms);
  hand.strike(Key::choose);
  return is_only(hand, id);
}

bool by_staying(const input::Shown& shown, const ElementId& id, const Spot& at) {
  Hand hand(shown);
  input::DwellSettings settings;
  settings.is_on = true;
  (void)hand.input.set(settings);
  hand.look(at.x, at.y);
  hand.live(settings.ms);
  return is_only(hand, id);
}

// Where it is heard: a card may lie on a place's middle.
Spot heard_spot(const input::Frame& frame, const ElementId& id) {
  const RectMm& rect = frame.find(id)->rect;
  for (const double down : {0.5, 0.1, 0.9})
    for (const double along : {0.5, 0.1, 0.9}) {
      const Spot at{rect.x + rect.w * along, rect.y + rect.h * down};
      const auto* named = frame.named_at(at.x, at.y);
      if (named != nullptr && named->id == id) return at;
    }
  return middle_of(rect);
}

bool by_gliding(const input::Shown& shown, const ElementId& id, const Spot& at) {
  Hand hand = listening_hand(shown);
  hand.tap(at.x, at.y);
  const bool is_heard_first = hand.tapped().empty();
  hand.wait(between_ms);
  hand.tap(at.x, at.y);
  return is_heard_first && is_only(hand, id);
}

bool by_strokes(const input::Shown& shown, const ElementId& id, int number) {
  Hand hand = listening_hand(shown);
  const Spot from{shown.layout.display.width_mm() / 2, shown.layout.display.height_mm() / 2};
  for (int i = 0; i < number; ++i) {
    hand.wait(between_ms);
    hand.stroke(from, stroke_mm);
  }
  hand.wait(between_ms);
  hand.tap(1, 1);
  hand.wait(between_taps_ms);
  hand.tap(1, 1);
  return is_only(hand, id);
}

}  // namespace

void check_other_hands(audit::Report& report, const std::string& name, const Scene& scene,
                       const Layout& layout) {
  const input::Shown shown{scene, layout};
  const input::Frame frame = input::frame_of(scene, layout);
  int number = 0;
  for (const ElementId& id : frame.walk()) {
    ++number;
    const Spot at = middle_of(frame.find(id)->rect);
    const auto expect = [&](bool is_held, const char* how) {
      report.expect(18, is_held, name + " " + id.value,
                    [&] { return std::string("not chosen ") + how; });
    };
    expect(by_keys(shown, id, number), "by keys");
    expect(by_staying(shown, id, at), "by staying on it");
    expect(by_gliding(shown, id, heard_spot(frame, id)), "by ear");
    expect(by_strokes(shown, id, number), "by strokes");
  }
}

}  // namespace aktiv::app
