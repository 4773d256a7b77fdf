// A theme as checked values: colours by role, sizes and strokes in millimetres. Read from
// share/aktiv/theme/<name>.toml. Errors: a Fault naming file and line, and what would be right.
// Values.
#pragma once

#include <filesystem>
#include <string>

#include "dialogue/model/result.h"
#include "dialogue/scene/layout.h"
#include "kiosk/ui/text/typeface.h"

namespace aktiv::ui {

struct Colours {
  Colour paper, ink, card, accent, accent_ink, accent_soft, sun, sun_ink, sun_soft, muted, step;
  Colour focus, focus_edge;  // the ring, and what parts it from the thing that it is around
  Colour tile;               // under pictures, where they do not stand on the card itself
  Colour calm, calm_ink, calm_muted;

  bool operator==(const Colours&) const = default;
};

// Millimetres on the full glass.
struct Strokes {
  double card = 0, button = 0, tile = 0, stone = 0, chosen = 0, pressed = 0;
  double focus_ink = 0, focus_sun = 0, lit = 0;
  double pen = 0;  // of a drawing's side

  bool operator==(const Strokes&) const = default;
};

struct Marks {
  double badge = 0, badge_ring = 0;                      // millimetres on the full glass
  double badge_overhang = 0, button_badge_overhang = 0;  // of the badge
  double word_pad_x = 0, word_corner = 0;                // em
  double tile_corner = 0;                                // millimetres; 0 = no tile
  PictureId crown;                                       // on the band above a portrait screen

  bool operator==(const Marks&) const = default;
};

struct Theme {
  std::string name;
  Colours colours;
  Sizes sizes;
  Strokes strokes;
  Marks marks;

  bool operator==(const Theme&) const = default;
};

// `like = "light"`: whatever the file does not say is as in the theme of that name beside it.
Result<Theme> read_theme(const std::filesystem::path& file);
// share: the folder that holds theme/.
Result<Theme> read_theme(const std::filesystem::path& share, const std::string& name);

// WCAG 2.2's relative luminance, 0–1, and contrast ratio, 1–21.
double luminance(const Colour& colour);
double contrast(double luminance, double other);
double contrast(const Colour& a, const Colour& b);

}  // namespace aktiv::ui
