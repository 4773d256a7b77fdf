#include <cairo.h>

#include <cmath>
#include <numbers>

#include "kiosk/ui/painter/studio.h"

// Slices, rings, stairs, ramps and lines under the elements: drawn once into one image and kept
// with the looks, for smooth edges are dear.
namespace aktiv::ui {
namespace {

constexpr double pi = std::numbers::pi;

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextRelease>;

struct Paint {
  Colour fill, edge;
  double edge_mm = 0;  // of the theme
};

Colour between(const Colour& a, const Colour& b) {
  return {(a.r + b.r) / 2, (a.g + b.g) / 2, (a.b + b.b) / 2};
}

Paint paint_of(Tone tone, const Theme& theme) {
  const Colours& c = theme.colours;
  const Strokes& strokes = theme.strokes;
  switch (tone) {
    case Tone::card:
      return {c.card, c.ink, strokes.card};
    case Tone::soft:
      return {c.accent_soft, c.accent, strokes.card};
    case Tone::faint:
      return {between(c.accent_soft, c.card), c.accent, strokes.card};
    case Tone::chosen:
      return {c.accent_soft, c.accent, strokes.chosen};
    case Tone::accent:
      return {c.accent, c.accent, 0};
    case Tone::ink:
      return {c.ink, c.ink, 0};
  }
  return {c.card, c.ink, strokes.card};
}

void trace_ellipse(cairo_t* context, const Box& box) {
  cairo_save(context);
  cairo_translate(context, box.x + box.w / 2, box.y + box.h / 2);
  cairo_scale(context, box.w / 2, box.h / 2);
  cairo_new_path(context);
  cairo_arc(context, 0, 0, 1, 0, 2 * pi);
  cairo_close_path(context);
  cairo_restore(context);
}

void trace_slice(cairo_t* context, const Shape& shape, const Box& box) {
  const auto angle = [](double degrees) { return (degrees - 90) * pi / 180; };
  const double x = box.x + box.w / 2;
  const double y = box.y + box.h / 2;
  cairo_new_path(context);
  cairo_move_to(context, x, y);
  cairo_arc(context, x, y, box.w / 2, angle(shape.from), angle(shape.to));
  cairo_close_path(context);
}

void trace_points(cairo_t* context, const Shape& shape, double px_per_mm) {
  cairo_new_path(context);
  for (const PointMm& point : shape.points)
    cairo_line_to(context, point.x * px_per_mm, point.y * px_per_mm);
}

void set(cairo_t* context, const Colour& colour) {
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
}

// The edge lies inside the shape, as around a card.
void fill_with_edge(cairo_t* context, const Paint& paint, double edge_px) {
  set(context, paint.fill);
  cairo_fill_preserve(context);
  if (edge_px <= 0) return cairo_new_path(context);
  cairo_save(context);
  cairo_clip_preserve(context);
  set(context, paint.edge);
  cairo_set_line_width(context, 2 * edge_px);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke(context);
  cairo_restore(context);
}

std::string name_of_shapes(const std::vector<Shape>& shapes, const Ground& ground) {
  std::string name = "shapes";
  const auto add = [&name](double number) {
    name += ' ';
    name += std::to_string(std::lround(number * 100));
  };
  add(ground.px_per_mm);
  for (const Shape& shape : shapes) {
    name += '/';
    add(static_cast<double>(shape.kind)), add(static_cast<double>(shape.tone));
    add(shape.rect.x), add(shape.rect.y), add(shape.rect.w), add(shape.rect.h);
    add(shape.from), add(shape.to), add(shape.width);
    for (const PointMm& point : shape.points) add(point.x), add(point.y);
  }
  return name;
}

}  // namespace

PixelRect Painter::Studio::shape_bounds(const Shape& shape, const Ground& ground) const {
  RectMm around = shape.rect;
  if (!shape.points.empty()) {
    double left = shape.points[0].x, right = left, top = shape.points[0].y, bottom = top;
    for (const PointMm& point : shape.points) {
      left = std::min(left, point.x), right = std::max(right, point.x);
      top = std::min(top, point.y), bottom = std::max(bottom, point.y);
    }
    const double half = shape.width / 2;
    around = {left - half, top - half, right - left + 2 * half, bottom - top + 2 * half};
  }
  return snapped(around, ground.px_per_mm).grown(2);
}

void Painter::Studio::draw_shape(cairo_t* context, const Shape& shape, const Ground& ground) const {
  const Paint paint = paint_of(shape.tone, theme);
  const double edge = paint.edge_mm > 0 ? std::max(1.0, std::round(ground.px(paint.edge_mm))) : 0;
  const Box box = box_of(snapped(shape.rect, ground.px_per_mm));
  switch (shape.kind) {
    case Shape::Kind::ellipse:
      trace_ellipse(context, box);
      return fill_with_edge(context, paint, edge);
    case Shape::Kind::slice:
      trace_slice(context, shape, box);
      return fill_with_edge(context, paint, edge);
    case Shape::Kind::area:
      trace_points(context, shape, ground.px_per_mm);
      cairo_close_path(context);
      return fill_with_edge(context, paint, edge);
    case Shape::Kind::line:
      trace_points(context, shape, ground.px_per_mm);
      set(context, paint.edge);
      cairo_set_line_width(context, shape.width * ground.px_per_mm);
      cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
      return cairo_stroke(context);
    case Shape::Kind::box: {
      const double corner = shape.width * ground.px_per_mm;
      fill_round(context, box, corner, paint.edge);
      return fill_round(context, box.inset(edge), corner - edge, paint.fill);
    }
    case Shape::Kind::tick:
      return draw_badge(context, box.x, box.y, box.w, ground.px(theme.marks.badge_ring),
                        theme.colours.accent, theme.colours.accent_ink);
  }
}

void Painter::Studio::draw_shapes(cairo_t* context, const Painted& now, const Ground& ground,
                                  const PixelRect& region) {
  const std::vector<Shape>& shapes = now.layout.shapes;
  PixelRect bounds;
  for (const Shape& shape : shapes) bounds = bounds.united(shape_bounds(shape, ground));
  if (!bounds.meets(region)) return;
  const std::string name = name_of_shapes(shapes, ground);
  auto image = shelf.find(name);
  if (!image) {
    Image drawn = make_image(bounds.w, bounds.h);
    {
      const Context owner(cairo_create(drawn.get()));
      cairo_translate(owner.get(), -bounds.x, -bounds.y);
      for (const Shape& shape : shapes) draw_shape(owner.get(), shape, ground);
    }
    cairo_surface_flush(drawn.get());
    image = shelf.keep(name, std::move(drawn));
  }
  cairo_set_source_surface(context, image.get(), bounds.x, bounds.y);
  cairo_paint(context);
}

}  // namespace aktiv::ui
