// A finger that draws on the pad. While it is down it is the only one that counts; a stroke is what
// it did from coming down to being lifted. Owned by Input; the loop's thread. Cannot fail.
#pragma once

#include <optional>
#include <set>

#include "kiosk/input/frame.h"
#include "kiosk/input/gesture.h"
#include "kiosk/input/raw.h"
#include "kiosk/input/settings.h"

namespace aktiv::input {

class Pen {
 public:
  // Both must outlive it; frame is the one shown now.
  Pen(const TouchSettings& settings, const Frame& frame) : settings_(settings), frame_(frame) {}

  // False: this finger has nothing to do with the pad.
  bool take(const RawTouch& raw, Gestures& out);
  // Another frame is shown: a line on a pad that is gone is dropped.
  void frame_changed(Gestures& out);
  void pass(int64_t now_ms, Gestures& out);
  std::optional<int64_t> due_ms() const;
  // What was drawn so far stays: a line that the window interrupts is still the person's.
  void let_go(Gestures& out);

 private:
  struct Line {
    uint64_t finger = 0;
    std::string screen;
    Stroke stroke;
    int64_t heard_ms = 0;
  };

  bool down(const RawTouch& raw, Gestures& out);
  void begin(const RawTouch& raw, Gestures& out);
  void follow(const RawTouch& raw, Gestures& out);
  DrawnPoint point_of(const RawTouch& raw) const;
  bool is_on_pad(const RawTouch& raw) const;

  const TouchSettings& settings_;
  const Frame& frame_;
  std::optional<Line> line_;
  std::set<uint64_t> uncounted_;  // fingers that are down and do not count until they are lifted
};

}  // namespace aktiv::input
