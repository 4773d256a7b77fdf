// An invented hand on a screen, through the same code that hears the glass: for stories, and for
// the audit that lays a finger on every screen. Pure.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/input/input.h"

namespace aktiv::input {

// A place on the glass, in millimetres.
struct Spot {
  double x = 0, y = 0;
};
inline Spot middle_of(const RectMm& rect) {
  return {rect.x + rect.w / 2, rect.y + rect.h / 2};
}

struct Shown {
  Scene scene;
  Layout layout;
};

// One hand, in millimetres, on a clock that only moves when told. Keeps what happened.
class Hand {
 public:
  explicit Hand(const Shown& shown, TouchSettings settings = {}) : input(settings) { show(shown); }

  void show(const Shown& next) {
    px_per_mm_ = next.layout.display.px_per_mm;
    keep(input.show(next.scene, next.layout));
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
  // Quickly across the glass, as one turns a page; far_mm < 0: to the left.
  void stroke(const Spot& from, double far_mm) {
    constexpr int steps = 5;
    down(from.x, from.y);
    for (int step = 1; step <= steps; ++step) {
      wait(20);
      move(from.x + far_mm * step / steps, from.y);
    }
    up(from.x + far_mm, from.y);
  }
  void key(Key key, bool is_down, bool is_repeat = false) {
    keep(input.key({key, is_down, is_repeat, now_ms}));
  }
  void look(double x, double y) { keep(input.pointer({x * px_per_mm_, y * px_per_mm_, now_ms})); }
  void press_switch(Switch which, int held_ms = 80) {
    hold_switch(which, held_ms);
    release_switch(which);
  }
  void hold_switch(Switch which, int64_t ms) {
    keep(input.take_switch({which, true, now_ms}));
    now_ms += ms;
    keep(input.pass(now_ms));
  }
  void release_switch(Switch which) { keep(input.take_switch({which, false, now_ms})); }
  // Time passes as a loop lets it: whatever is due happens when it is.
  void live(int64_t ms) {
    const int64_t until = now_ms + ms;
    while (input.due_ms() && *input.due_ms() <= until) {
      now_ms = std::max(now_ms, *input.due_ms());
      keep(input.pass(now_ms));
    }
    now_ms = until;
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
    keep(input.touch(
        {finger, phase, x * px_per_mm_, y * px_per_mm_, contact_mm * px_per_mm_, now_ms}));
  }
  void keep(const Gestures& gestures) {
    happened.insert(happened.end(), gestures.begin(), gestures.end());
  }
  double px_per_mm_ = 1;
};

}  // namespace aktiv::input
