// The few shapes that screens are made of. Lengths in pixels of the context drawn on.
#pragma once

#include "kiosk/ui/painter/image.h"
#include "kiosk/ui/text/typeface.h"

namespace aktiv::ui {

struct Box {
  double x = 0, y = 0, w = 0, h = 0;

  Box inset(double by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};

inline Box box_of(const PixelRect& rect) {
  return {static_cast<double>(rect.x), static_cast<double>(rect.y), static_cast<double>(rect.w),
          static_cast<double>(rect.h)};
}

void fill_round(cairo_t* context, const Box& box, double corner, const Colour& colour);
// An outline that lies inside the box.
void outline_round(cairo_t* context, const Box& box, double corner, double width,
                   const Colour& colour);
void fill_disc(cairo_t* context, double x, double y, double radius, const Colour& colour);
// A disc with a tick: chosen, for eyes that do not tell colours apart.
void draw_badge(cairo_t* context, double x, double y, double diameter, double ring,
                const Colour& disc, const Colour& mark);
void draw_speaker(cairo_t* context, const Box& box, const Colour& colour);
// Where reading goes: to the right, or to the left where it runs from the right.
void draw_onward_arrow(cairo_t* context, const Box& box, const Colour& colour,
                       bool runs_from_right);

}  // namespace aktiv::ui
