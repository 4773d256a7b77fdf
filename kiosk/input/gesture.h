// What a hand meant, as facts. The app turns Tapped, Dropped and Drew into intents and the rest
// into looks. Values.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/strokes.h"

namespace aktiv::input {

// Somebody is there: the idle clock starts again. is_new_touch: a hand came down; speech falls
// silent.
struct Activity {
  bool is_new_touch = false;
  bool operator==(const Activity&) const = default;
};

// The pressed look comes and goes; a finger that slides off and back presses again.
struct Pressed {
  ElementId element;
  bool operator==(const Pressed&) const = default;
};
struct Released {
  ElementId element;
  bool operator==(const Released&) const = default;
};

// Chosen: the finger was lifted on the element that it had pressed.
struct Tapped {
  ElementId element;
  bool operator==(const Tapped&) const = default;
};

// Where the finger is, how far the card has come from its place, and what it would be put on.
struct Drag {
  ElementId element;
  double x_mm = 0, y_mm = 0;
  double dx_mm = 0, dy_mm = 0;
  ElementId over;  // empty = nothing
  bool operator==(const Drag&) const = default;
};
struct DragBegan {
  Drag drag;
  bool operator==(const DragBegan&) const = default;
};
struct DragMoved {
  Drag drag;
  bool operator==(const DragMoved&) const = default;
};
// onto empty: the card returns.
struct Dropped {
  ElementId element;
  ElementId onto;
  bool operator==(const Dropped&) const = default;
};

// A line on the pad, as far as it has come; and whole, when the finger was lifted. Points on the
// square of dialogue/model/strokes.h.
struct Drawing {
  Stroke stroke;
  bool operator==(const Drawing&) const = default;
};
struct Drew {
  Stroke stroke;
  bool operator==(const Drew&) const = default;
};

// Where the keyboard stands; empty = no ring is drawn.
struct FocusMoved {
  ElementId element;
  bool operator==(const FocusMoved&) const = default;
};

// Where the scan stands: one thing, or a line or group of them that opens; empty = no ring.
struct ScanMoved {
  std::vector<ElementId> elements;
  bool operator==(const ScanMoved&) const = default;
};

// What is about to be chosen by staying on it or by holding it, and how much of its ring is full;
// empty = nothing.
struct Filling {
  ElementId element;
  int twelfths = 0;  // 12 = full: what was stayed on is Tapped, what is held may be let go
  bool operator==(const Filling&) const = default;
};

// A touch that does not count, and why: for the mentor's touch test and for traces, never for the
// citizen.
enum class Why { same_touch, second_finger, palm, disabled, too_short, old_screen, lost };
struct Ignored {
  Why why = Why::same_touch;
  bool operator==(const Ignored&) const = default;
};

using Gesture = std::variant<Activity, Pressed, Released, Tapped, DragBegan, DragMoved, Dropped,
                             Drawing, Drew, FocusMoved, ScanMoved, Filling, Ignored>;
using Gestures = std::vector<Gesture>;

}  // namespace aktiv::input
