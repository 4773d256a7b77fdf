// Where each element of a scene stands, in millimetres from the display's real size. A pure
// function: measuring text comes in as an argument, so that drive, audit, tests and the window
// agree.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/reach.h"
#include "dialogue/model/result.h"
#include "dialogue/scene/scene.h"

namespace aktiv {

struct RectMm {
  double x = 0, y = 0, w = 0, h = 0;

  bool operator==(const RectMm&) const = default;
  bool contains(double px, double py) const {
    return px >= x && px < x + w && py >= y && py < y + h;
  }
  double right() const { return x + w; }
  double bottom() const { return y + h; }
};

// Wished sizes in millimetres on a glass whose shorter side is `full_glass` (about 24 inches); a
// smaller glass takes its share, never under `legible`. Read from assets/theme/*.toml by
// kiosk/ui/theme; a test there keeps these defaults, which drive uses, equal to that file.
struct Sizes {
  double full_glass = 285.75;
  double question = 19.05;  // em: 72 px at 1080p
  double card = 13.0;       // em
  double button = 10.6;     // em
  double caption = 10.6;    // em
  double greeting = 32.0;   // em, the welcome screen
  double calm = 24.0;       // em, the dark screens
  double legible = 9.2;     // em whose capital H is 6.1 mm (cap height 0.668 em), EN 301 549 5.1.4
  double target = 27.0;     // 103 px at 1080p
  double default_target = 25.0;  // accessibility.md, audit 2
  double least_target = 20.0;    // accessibility.md, audit 1
  double gap = 3.0;              // accessibility.md, audit 4
  double card_corner = 10.6;
  double button_corner = 7.4;
  double step = 2.65;  // the soft step under a card, onto which a pressed card steps down

  bool operator==(const Sizes&) const = default;
};

// The glass in front of the person. Sizes in millimetres; density from the display or from
// configuration.
struct Display {
  int width_px = 1920;
  int height_px = 1080;
  double px_per_mm = 96.0 / 25.4;
  double text_scale = 1.0;  // 1.0–2.0
  Reach reach = Reach::whole;
  Sizes sizes = {};

  double width_mm() const { return width_px / px_per_mm; }
  double height_mm() const { return height_px / px_per_mm; }
  // The share of the wished sizes that this glass can carry.
  double glass_share() const {
    const double shorter = width_mm() < height_mm() ? width_mm() : height_mm();
    const double share = shorter / sizes.full_glass;
    return share < 0.45 ? 0.45 : share > 1.25 ? 1.25 : share;
  }
  bool operator==(const Display&) const = default;
};

enum class Weight { regular, semibold, bold };

struct TextSize {
  double w = 0, h = 0;  // millimetres
  int lines = 1;
};

// em: font size in millimetres; wrap: width in millimetres, 0 = one line.
using TextMeasure =
    std::function<TextSize(std::string_view text, double em, Weight weight, double wrap)>;

// Text to draw: the box is where it is laid, words wrap at its width. `runs_from_right`: the page
// around it does, so that what is not in the middle begins at the right edge, in any letters.
struct PlacedText {
  std::string text;
  RectMm box;
  double em = 0;
  Weight weight = Weight::regular;
  bool is_centred = true;
  bool runs_from_right = false;

  bool operator==(const PlacedText&) const = default;
};

struct PlacedElement {
  ElementId id;
  RectMm rect;              // what is seen, the soft step included, and at least what can be hit
  RectMm picture;           // w = 0: none
  PlacedText label;         // text empty: none
  double corner = 0;        // mm
  double step = 0;          // mm of `rect` under the card's body: a pressed card steps down onto it
  bool has_surface = true;  // false: picture and words stand on the paper or on a panel

  bool operator==(const PlacedElement&) const = default;
};

struct PointMm {
  double x = 0, y = 0;

  bool operator==(const PointMm&) const = default;
};

// How a shape is painted; the theme knows the colours. Chosen is never colour alone: its edge is
// thick, and a tick stands on it.
enum class Tone {
  card,    // as a card: its surface and an ink edge
  soft,    // the accent's soft surface, an accent edge
  faint,   // between soft and card
  chosen,  // soft, with the thick edge of what is chosen
  accent,  // the accent alone
  ink,     // lines
};

// A plain shape under the elements: a slice, a ring, a ramp, a line.
struct Shape {
  enum class Kind {
    ellipse,  // fills `rect`
    slice,    // of the wheel that fills `rect`, between two angles
    area,     // `points` are its corners
    line,     // through `points`, `width` thick, with round ends
    box,      // fills `rect`, its corners `width` round
    tick,     // a disc with a tick that fills `rect`
  };

  Kind kind = Kind::box;
  Tone tone = Tone::card;
  RectMm rect;
  double from = 0, to = 0;  // degrees, clockwise from the top
  std::vector<PointMm> points;
  double width = 0;
  ElementId of;  // the element that stands on it; empty: none

  bool operator==(const Shape&) const = default;
};

struct Layout {
  Display display;
  PlacedText question;
  PlacedText caption;
  std::vector<RectMm> stones;  // progress, one a stone
  std::vector<RectMm> panels;  // plain surfaces behind elements that have none of their own
  std::vector<Shape> shapes;   // on paper and panels, under the elements, the lowest first
  RectMm band;                 // along the lower edge, under `mark`; w = 0: none
  PlacedText mark;
  RectMm crown;  // a calm band beside what can be reached, above it or at its side; w = 0: none
  std::vector<PlacedElement> elements;  // same order as the scene's

  const PlacedElement* find(const ElementId& id) const {
    for (const auto& placed : elements)
      if (placed.id == id) return &placed;
    return nullptr;
  }
};

// Where everything that is touched stands: the whole glass, its lowest 60 %, or 70 % of it from the
// left or right; never less than the smallest glass that carries the dialogue.
RectMm reachable(const Display& display);

// Cannot fail; what does not fit at the wished size is set smaller but never under the smallest
// legible size (capital H 6.1 mm at 500 mm, EN 301 549 5.1.4); the audit reports what then
// overlaps.
Layout lay_out(const Scene& scene, const Display& display, const TextMeasure& measure);

// How many choices one page carries on this glass, outs and fixed buttons not counted (decisions:
// from 10.1 inches fewer a page). Paging never shows more than the smaller of this and the way's
// own number.
int choices_a_page(const Display& display);

// Which displays can carry the dialogue: from 10.1 inches. Refusal says what and why.
Status fits(const Display& display);

}  // namespace aktiv
