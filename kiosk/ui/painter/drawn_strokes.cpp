#include "kiosk/ui/painter/drawn_strokes.h"

#include <cairo.h>

#include <algorithm>

namespace aktiv::ui {
namespace {

void set_pen(cairo_t* context, const Colour& colour, double width) {
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
  cairo_set_line_width(context, width);
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
}

}  // namespace

Box drawing_in(const Box& box) {
  const double side = std::min(box.w, box.h);
  return {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
}

void draw_strokes(cairo_t* context, const std::vector<Stroke>& strokes, const Inked& from,
                  const Box& square, double pen, const Colour& colour) {
  set_pen(context, colour, std::max(1.0, pen * square.w));
  const double unit = square.w / kDrawingSide;
  for (size_t i = from.strokes; i < strokes.size(); ++i) {
    const Stroke& stroke = strokes[i];
    // A stroke that was begun goes on from its last point.
    const size_t first = i == from.strokes && from.points > 0 ? from.points - 1 : 0;
    if (first >= stroke.size()) continue;
    cairo_new_path(context);
    for (size_t k = first; k < stroke.size(); ++k)
      cairo_line_to(context, square.x + stroke[k].x * unit, square.y + stroke[k].y * unit);
    if (stroke.size() - first == 1) cairo_close_path(context);  // a dot
    cairo_stroke(context);
  }
}

}  // namespace aktiv::ui
