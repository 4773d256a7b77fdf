// One element as it looks: its surface, picture and words, in one image ready to be laid on the
// screen.
#pragma once

#include <string>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"
#include "kiosk/ui/painter/image.h"
#include "kiosk/ui/painter/shapes.h"
#include "kiosk/ui/theme/theme.h"

namespace aktiv::ui {

struct LookState {
  bool is_pressed = false;
  bool is_selected = false;

  bool operator==(const LookState&) const = default;
};

// What an element is painted on: the calm dark paper or the light one, and how large a millimetre
// is.
struct Ground {
  double px_per_mm = 1;
  double share = 1;  // of the theme's millimetres
  bool is_dark = false;
  bool is_welcome = false;
  bool runs_from_right = false;

  double px(double theme_mm) const { return theme_mm * share * px_per_mm; }
};

Ground ground_of(const Scene& scene, const Layout& layout);

// Around what has the focus, in pixels: sun, with ink within.
struct Ring {
  double ink = 0, sun = 0;

  double width() const { return ink + sun; }
};
Ring ring_of(const Theme& theme, const Ground& ground);

struct Dress {
  Colour fill, edge, words;
  double stroke_px = 0;
  bool has_surface = true;
};

Dress dress_of(const Element& element, const PlacedElement& placed, const LookState& state,
               const Theme& theme, const Ground& ground);

// The element's body in pixels: the rectangle without the soft step, or stepped down onto it.
PixelRect body_of(const PlacedElement& placed, const LookState& state, const Ground& ground);

// The same name means the same pixels.
std::string name_of(const Element& element, const PlacedElement& placed, const LookState& state,
                    const Ground& ground);

// The surface, without picture and words, drawn with the origin at the screen's.
void draw_surface(cairo_t* context, const Element& element, const PlacedElement& placed,
                  const LookState& state, const Theme& theme, const Ground& ground);

// How far the words and the picture stand below their place while the element is pressed.
int step_down_px(const PlacedElement& placed, const LookState& state, const Ground& ground);

}  // namespace aktiv::ui
