#include "kiosk/ui/painter/shapes.h"

#include <cairo.h>

#include <algorithm>
#include <numbers>

namespace aktiv::ui {
namespace {

constexpr double pi = std::numbers::pi;

void trace_round(cairo_t* context, const Box& box, double corner) {
  const double r = std::max(0.0, std::min({corner, box.w / 2, box.h / 2}));
  cairo_new_sub_path(context);
  cairo_arc(context, box.x + box.w - r, box.y + r, r, -pi / 2, 0);
  cairo_arc(context, box.x + box.w - r, box.y + box.h - r, r, 0, pi / 2);
  cairo_arc(context, box.x + r, box.y + box.h - r, r, pi / 2, pi);
  cairo_arc(context, box.x + r, box.y + r, r, pi, 3 * pi / 2);
  cairo_close_path(context);
}

void set(cairo_t* context, const Colour& colour) {
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
}

void set_pen(cairo_t* context, const Colour& colour, double width) {
  set(context, colour);
  cairo_set_line_width(context, width);
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
}

}  // namespace

void fill_round(cairo_t* context, const Box& box, double corner, const Colour& colour) {
  if (box.w <= 0 || box.h <= 0) return;
  trace_round(context, box, corner);
  set(context, colour);
  cairo_fill(context);
}

void outline_round(cairo_t* context, const Box& box, double corner, double width,
                   const Colour& colour) {
  trace_round(context, box, corner);
  trace_round(context, box.inset(width), corner - width);
  set(context, colour);
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill(context);
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
}

void fill_disc(cairo_t* context, double x, double y, double radius, const Colour& colour) {
  cairo_new_path(context);
  cairo_arc(context, x, y, radius, 0, 2 * pi);
  set(context, colour);
  cairo_fill(context);
}

void draw_badge(cairo_t* context, double x, double y, double diameter, double ring,
                const Colour& disc, const Colour& mark) {
  const double r = diameter / 2;
  fill_disc(context, x + r, y + r, r, mark);
  fill_disc(context, x + r, y + r, r - ring, disc);
  set_pen(context, mark, diameter * 0.105);
  cairo_move_to(context, x + diameter * 0.31, y + diameter * 0.53);
  cairo_line_to(context, x + diameter * 0.44, y + diameter * 0.67);
  cairo_line_to(context, x + diameter * 0.69, y + diameter * 0.34);
  cairo_stroke(context);
}

void draw_speaker(cairo_t* context, const Box& box, const Colour& colour) {
  const double u = std::min(box.w, box.h) / 24;
  const double x = box.x + (box.w - 24 * u) / 2;
  const double y = box.y + (box.h - 24 * u) / 2;
  const auto at = [&](double px, double py) { cairo_line_to(context, x + px * u, y + py * u); };
  cairo_new_path(context);
  set_pen(context, colour, 1.6 * u);
  at(2.5, 9), at(6.5, 9), at(12, 4), at(12, 20), at(6.5, 15), at(2.5, 15);
  cairo_close_path(context);
  cairo_fill_preserve(context);
  cairo_stroke(context);
  cairo_set_line_width(context, 2.2 * u);
  for (const double radius : {4.0, 8.0}) {
    cairo_new_sub_path(context);
    cairo_arc(context, x + 13 * u, y + 12 * u, radius * u, -pi / 3.6, pi / 3.6);
  }
  cairo_stroke(context);
}

void draw_onward_arrow(cairo_t* context, const Box& box, const Colour& colour,
                       bool runs_from_right) {
  const double side = std::min(box.w, box.h);
  const double onward = runs_from_right ? -side : side;
  const double x = box.x + box.w / 2 - onward / 2;
  const double y = box.y + box.h / 2;
  const double tip = x + onward * 0.92;
  set_pen(context, colour, side * 0.11);
  cairo_new_path(context);
  cairo_move_to(context, x + onward * 0.08, y);
  cairo_line_to(context, tip, y);
  cairo_move_to(context, tip - onward * 0.28, y - side * 0.28);
  cairo_line_to(context, tip, y);
  cairo_line_to(context, tip - onward * 0.28, y + side * 0.28);
  cairo_stroke(context);
}

}  // namespace aktiv::ui
