// Where each element of a scene stands, in millimetres from the display's real size. A pure function:
// measuring text comes in as an argument, so that drive, audit, tests and the window agree.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/scene/scene.h"

namespace aktiv {

struct RectMm {
  double x = 0, y = 0, w = 0, h = 0;

  bool operator==(const RectMm&) const = default;
  bool contains(double px, double py) const { return px >= x && px < x + w && py >= y && py < y + h; }
  double right() const { return x + w; }
  double bottom() const { return y + h; }
};

// The glass in front of the person. Sizes in millimetres; density from the display or from configuration.
struct Display {
  int width_px = 1920;
  int height_px = 1080;
  double px_per_mm = 96.0 / 25.4;
  double text_scale = 1.0;          // 1.0–2.0

  double width_mm() const { return width_px / px_per_mm; }
  double height_mm() const { return height_px / px_per_mm; }
  bool operator==(const Display&) const = default;
};

enum class Weight { regular, semibold, bold };

struct TextSize {
  double w = 0, h = 0;              // millimetres
  int lines = 1;
};

// em: font size in millimetres; wrap: width in millimetres, 0 = one line.
using TextMeasure =
    std::function<TextSize(std::string_view text, double em, Weight weight, double wrap)>;

// Text to draw: the box is where it is laid, words wrap at its width.
struct PlacedText {
  std::string text;
  RectMm box;
  double em = 0;
  Weight weight = Weight::regular;
  bool is_centred = true;

  bool operator==(const PlacedText&) const = default;
};

struct PlacedElement {
  ElementId id;
  RectMm rect;                      // what is seen and, at least, what can be hit
  RectMm picture;                   // w = 0: none
  PlacedText label;                 // text empty: none
  double corner = 0;                // mm

  bool operator==(const PlacedElement&) const = default;
};

struct Layout {
  Display display;
  PlacedText question;
  PlacedText caption;
  std::vector<RectMm> stones;       // progress, one a stone
  std::vector<PlacedElement> elements;   // same order as the scene's

  const PlacedElement* find(const ElementId& id) const {
    for (const auto& placed : elements)
      if (placed.id == id) return &placed;
    return nullptr;
  }
};

// Cannot fail; what does not fit at the wished size is set smaller but never under the smallest legible
// size (capital H 6.1 mm at 500 mm, EN 301 549 5.1.4); the audit reports what then overlaps.
Layout lay_out(const Scene& scene, const Display& display, const TextMeasure& measure);

// Which displays can carry the dialogue: from 10.1 inches. Refusal says what and why.
Status fits(const Display& display);

}  // namespace aktiv
