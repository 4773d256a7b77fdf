#include <cairo.h>

#include <algorithm>

#include "kiosk/ui/painter/studio.h"

// The drawing on the pad. Apart from the shelf: it changes with every move of the finger, and each
// of its states would push other looks out.
namespace aktiv::ui {
namespace {

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextRelease>;

// What of `now` was there before; nothing where the drawing is another one.
Inked kept_of(const std::vector<Stroke>& before, const std::vector<Stroke>& now) {
  if (before.empty() || now.size() < before.size()) return {};
  const size_t last = before.size() - 1;
  for (size_t i = 0; i < last; ++i)
    if (before[i] != now[i]) return {};
  const Stroke& was = before[last];
  if (now[last].size() < was.size() || !std::equal(was.begin(), was.end(), now[last].begin()))
    return {};
  return {last, was.size()};
}

}  // namespace

void Painter::Studio::draw_pad(cairo_t* context, const Element& element,
                               const PlacedElement& placed, const Ground& ground) {
  const PixelRect where = snapped(placed.rect, ground.px_per_mm);
  if (where.empty()) return;
  if (on_pad.text != element.drawing || on_pad.where != where || !on_pad.image) {
    auto strokes = strokes_from_text(element.drawing);
    if (!strokes) {
      if (told.insert(element.id.value).second) faults.push_back(strokes.error());
      return;
    }
    const Inked kept =
        on_pad.image && on_pad.where == where ? kept_of(on_pad.strokes, *strokes) : Inked{};
    if (kept.points == 0) on_pad.image = make_image(where.w, where.h);
    const Box square =
        drawing_in({0, 0, static_cast<double>(where.w), static_cast<double>(where.h)});
    const Context owner(cairo_create(on_pad.image.get()));
    draw_strokes(owner.get(), *strokes, kept, square, theme.strokes.pen, theme.colours.ink);
    cairo_surface_flush(on_pad.image.get());
    on_pad.text = element.drawing;
    on_pad.strokes = *std::move(strokes);
    on_pad.where = where;
  }
  cairo_set_source_surface(context, on_pad.image.get(), where.x, where.y);
  cairo_paint(context);
}

}  // namespace aktiv::ui
