// Scanning: the ring goes from one thing to the next in the scan order, and a switch chooses what
// it stands at. By itself, by a second switch, or for as long as the switch is held. Owned by
// Input; the loop's thread. Cannot fail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/same_touch.h"
#include "kiosk/input/settings.h"

namespace aktiv::input {

// What the ring stops at, in turn: single things, or lines and groups that open.
using ScanStops = std::vector<std::vector<ElementId>>;
ScanStops stops_of(const Frame& frame, ScanPattern pattern);
// From the first stop to one thing.
struct ScanPath {
  int stop = 0;
  int within = 0;  // what opens
  bool opens = false;

  int moves() const { return stop + within; }
  int presses() const { return opens ? 2 : 1; }
};
// nullopt: the ring never comes there.
std::optional<ScanPath> path_to(const ScanStops& stops, const ElementId& element);

class Scan {
 public:
  // All must outlive it; frame is the one shown now.
  Scan(const ScanSettings& settings, const TouchSettings& touch, const Frame& frame,
       SameTouch& same_touch);

  void take(const RawSwitch& raw, Gestures& out);
  void frame_changed(Gestures& out);
  void settings_changed(Gestures& out);
  // While somebody speaks nothing moves: what is heard is what the ring stands at.
  void wait_for_voice(bool is_speaking, int64_t now_ms);
  void pass(int64_t now_ms, Gestures& out);
  // When pass() has something to do; empty = never.
  std::optional<int64_t> due_ms() const;
  // A finger took over: no ring is drawn until the next switch.
  void rest(Gestures& out);

 private:
  struct Held {
    int64_t began_ms = 0;
    bool has_counted = false;
  };

  bool is_off() const { return settings_.way == ScanWay::off; }
  bool is_resting() const { return at_ < 0; }
  bool is_about_to_choose() const {
    return held_ && !held_->has_counted && settings_.way != ScanWay::held;
  }
  void begin(int64_t now_ms, Gestures& out);
  void step(int64_t now_ms, Gestures& out);
  void choose(int64_t now_ms, Gestures& out);
  void open(size_t group, int64_t now_ms, Gestures& out);
  void press(int64_t now_ms, Gestures& out);
  void stand_at(int at, int64_t now_ms, Gestures& out);
  void stand_at_first(int64_t now_ms, Gestures& out);
  void tell(Gestures& out) const;
  const ScanStops& stops() const { return group_ ? inside_ : stops_; }

  const ScanSettings& settings_;
  const TouchSettings& touch_;
  const Frame& frame_;
  SameTouch& same_touch_;
  std::string screen_;
  ScanStops stops_;              // of the screen
  std::optional<size_t> group_;  // the stop that is open
  ScanStops inside_;             // and what is in it, one by one
  int at_ = -1;                  // among stops(); -1 = it rests
  int rounds_ = 0;               // without a choice
  bool is_to_begin_ = false;     // with the next pass
  bool is_speaking_ = false;
  std::optional<int64_t> due_ms_;
  std::optional<Held> held_;
};

}  // namespace aktiv::input
