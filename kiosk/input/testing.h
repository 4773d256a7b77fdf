// A screen and a hand for this room's stories: two cards side by side, an out, a fixed button; or a
// card to sort.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/input/input.h"

namespace aktiv::input {

struct Screen {
  Scene scene;
  Layout layout;

  Screen& with(std::string id, Role role, RectMm rect) {
    Element element;
    element.id = ElementId(std::move(id));
    element.role = role;
    element.order = static_cast<int>(scene.elements.size()) + 1;
    PlacedElement placed;
    placed.id = element.id;
    placed.rect = rect;
    scene.elements.push_back(element);
    layout.elements.push_back(placed);
    return *this;
  }
  Element& element(const std::string& id) {
    return *std::find_if(scene.elements.begin(), scene.elements.end(),
                         [&](const Element& element) { return element.id.value == id; });
  }
};

inline Screen screen(const std::string& id) {
  Screen screen;
  screen.scene.screen = id;
  screen.layout.display.px_per_mm = 4;
  return screen;
}

inline Screen two_cards(const std::string& id = "t1_q#1") {
  return screen(id)
      .with("card:jobs/bage", Role::choice, {20, 40, 60, 60})
      .with("card:jobs/have", Role::choice, {83, 40, 60, 60})
      .with("out:dont_know", Role::out, {20, 110, 60, 20})
      .with("fixed:stop", Role::fixed, {120, 140, 25, 20})
      .with("question", Role::text, {20, 5, 120, 20});
}

inline Screen sorting() {
  return screen("t2_q#1")
      .with("card:jobs/bage", Role::movable, {60, 10, 40, 40})
      .with("place:kan_lide", Role::place, {10, 80, 60, 40})
      .with("place:kan_ikke_lide", Role::place, {90, 80, 60, 40})
      .with("out:unknown", Role::out, {10, 130, 40, 20});
}

// One hand, in millimetres, on a clock that only moves when told. Keeps what happened.
class Hand {
 public:
  explicit Hand(Screen shown, TouchSettings settings = {}) : input(settings) {
    show(std::move(shown));
  }

  void show(Screen next) {
    screen_ = std::move(next);
    keep(input.show(screen_.scene, screen_.layout));
  }
  void wait(int64_t ms) {
    now_ms += ms;
    keep(input.pass(now_ms));
  }
  void down(double x, double y, uint64_t finger = 1, double contact_mm = 8) {
    touch(Phase::down, x, y, finger, contact_mm);
  }
  void move(double x, double y, uint64_t finger = 1, double contact_mm = 8) {
    touch(Phase::move, x, y, finger, contact_mm);
  }
  void up(double x, double y, uint64_t finger = 1) { touch(Phase::up, x, y, finger, 0); }
  void taken_away(uint64_t finger) { touch(Phase::cancel, 0, 0, finger, 0); }
  void tap(double x, double y, uint64_t finger = 1) {
    down(x, y, finger);
    now_ms += 80;
    up(x, y, finger);
  }
  void key(Key key, bool is_down, bool is_repeat = false) {
    keep(input.key({key, is_down, is_repeat, now_ms}));
  }
  void strike(Key which) {
    key(which, true);
    now_ms += 80;
    key(which, false);
  }

  template <class T>
  std::vector<T> all() const {
    std::vector<T> found;
    for (const auto& gesture : happened)
      if (const auto* fact = std::get_if<T>(&gesture)) found.push_back(*fact);
    return found;
  }
  std::vector<std::string> tapped() const {
    std::vector<std::string> ids;
    for (const auto& tap : all<Tapped>()) ids.push_back(tap.element.value);
    return ids;
  }
  std::vector<Why> ignored() const {
    std::vector<Why> reasons;
    for (const auto& ignored : all<Ignored>()) reasons.push_back(ignored.why);
    return reasons;
  }
  // Of what looks pressed: as often let go as pressed?
  bool nothing_looks_pressed() const { return all<Pressed>().size() == all<Released>().size(); }

  Input input;
  int64_t now_ms = 1'000'000;
  Gestures happened;

 private:
  void touch(Phase phase, double x, double y, uint64_t finger, double contact_mm) {
    const double px = screen_.layout.display.px_per_mm;
    keep(input.touch({finger, phase, x * px, y * px, contact_mm * px, now_ms}));
  }
  void keep(const Gestures& gestures) {
    happened.insert(happened.end(), gestures.begin(), gestures.end());
  }
  Screen screen_;
};

}  // namespace aktiv::input
