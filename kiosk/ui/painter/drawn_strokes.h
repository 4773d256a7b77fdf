// A drawing made with a finger, as lines. Lengths in pixels of the context drawn on.
#pragma once

#include <vector>

#include "dialogue/model/strokes.h"
#include "kiosk/ui/painter/shapes.h"

namespace aktiv::ui {

// How much of a drawing is there already: whole strokes, and points of the one after them.
struct Inked {
  size_t strokes = 0;
  size_t points = 0;
};

// The square in the middle of the box.
Box drawing_in(const Box& box);

// What comes after `from`. pen: thickness, of the square's side.
void draw_strokes(cairo_t* context, const std::vector<Stroke>& strokes, const Inked& from,
                  const Box& square, double pen, const Colour& colour);

}  // namespace aktiv::ui
