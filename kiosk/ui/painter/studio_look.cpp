#include <cairo.h>

#include <cmath>

#include "kiosk/ui/painter/studio.h"

// One element into one image.
namespace aktiv::ui {
namespace {

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextRelease>;

constexpr double most_round =
    0.15;  // of a tile's side, so that it cuts nothing off a small picture

bool shows_badge(const PlacedElement& placed, const LookState& state) {
  return state.is_selected && placed.has_surface;
}

// On a button the tick is smaller and stands further out, so that it covers no letter.
struct Badge {
  double side = 0, overhang = 0;
};

Badge badge_of(const PlacedElement& placed, const Theme& theme, const Ground& ground) {
  const double shorter = std::min(placed.rect.w, placed.rect.h) * ground.px_per_mm;
  const bool is_card = placed.step > 0;
  const double side =
      std::round(std::min(ground.px(theme.marks.badge), shorter * (is_card ? 0.45 : 0.36)));
  return {side, std::floor(side * (is_card ? theme.marks.badge_overhang
                                           : theme.marks.button_badge_overhang))};
}

}  // namespace

LookState state_of(const Element& element, const UiState& state) {
  return {!state.pressed.empty() && element.id == state.pressed, element.is_selected};
}

PixelRect Painter::Studio::look_bounds(const PlacedElement& placed, const LookState& state,
                                       const Ground& ground) const {
  const PixelRect rect = snapped(placed.rect, ground.px_per_mm);
  if (!shows_badge(placed, state)) return rect;
  return rect.grown(static_cast<int>(badge_of(placed, theme, ground).overhang));
}

std::shared_ptr<cairo_surface_t> Painter::Studio::picture(const PictureId& id, int width_px,
                                                          int height_px) {
  if (id.empty() || width_px < 4 || height_px < 4) return nullptr;
  const std::string name =
      "picture " + id.value + " " + std::to_string(width_px) + " " + std::to_string(height_px);
  if (auto kept = shelf.find(name)) return kept;
  auto drawn = pictures.render(id, width_px, height_px);
  if (drawn) return shelf.keep(name, *std::move(drawn));
  if (told.insert(id.value).second) faults.push_back(drawn.error());
  return nullptr;
}

void Painter::Studio::draw_picture(cairo_t* context, const Element& element,
                                   const PlacedElement& placed, const LookState& state,
                                   const Ground& ground) {
  PixelRect where = snapped(placed.picture, ground.px_per_mm);
  if (where.empty()) return;
  where.y += step_down_px(placed, state, ground);
  const Dress dress = dress_of(element, placed, state, theme, ground);
  if (element.role == Role::speaker) return draw_speaker(context, box_of(where), dress.words);
  if (element.role == Role::next && !ground.is_welcome)
    return draw_onward_arrow(context, box_of(where), dress.words, ground.runs_from_right);
  if (!element.drawing.empty() && element.role != Role::pad) {
    const auto strokes = strokes_from_text(element.drawing);
    if (strokes)
      draw_strokes(context, *strokes, {}, drawing_in(box_of(where)), theme.strokes.pen,
                   theme.colours.ink);
    else if (told.insert(element.id.value).second)
      faults.push_back(strokes.error());
    return;
  }
  const auto image = picture(element.picture, where.w, where.h);
  if (!image) return;
  if (const double corner = ground.px(theme.marks.tile_corner); corner > 0)
    fill_round(context, box_of(where), std::min(corner, std::min(where.w, where.h) * most_round),
               theme.colours.tile);
  cairo_save(context);
  if (ground.runs_from_right && pictures.points_onward(element.picture)) {
    cairo_translate(context, 2 * where.x + where.w, 0);
    cairo_scale(context, -1, 1);
  }
  cairo_set_source_surface(context, image.get(), where.x, where.y);
  cairo_paint(context);
  cairo_restore(context);
}

void Painter::Studio::draw_look(cairo_t* context, const Element& element,
                                const PlacedElement& placed, const LookState& state,
                                const Ground& ground) {
  draw_surface(context, element, placed, state, theme, ground);
  draw_picture(context, element, placed, state, ground);
  const Dress dress = dress_of(element, placed, state, theme, ground);
  typeface->draw(context, placed.label, ground.px_per_mm, dress.words, 0,
                 step_down_px(placed, state, ground));
  if (!shows_badge(placed, state)) return;
  const PixelRect rect = snapped(placed.rect, ground.px_per_mm);
  const Badge badge = badge_of(placed, theme, ground);
  draw_badge(context, rect.right() + badge.overhang - badge.side,
             rect.y - badge.overhang + step_down_px(placed, state, ground), badge.side,
             ground.px(theme.marks.badge_ring), theme.colours.accent, theme.colours.accent_ink);
}

std::shared_ptr<cairo_surface_t> Painter::Studio::look(const Element& element,
                                                       const PlacedElement& placed,
                                                       const LookState& state,
                                                       const Ground& ground) {
  const std::string name = name_of(element, placed, state, ground);
  if (auto kept = shelf.find(name)) return kept;
  const PixelRect bounds = look_bounds(placed, state, ground);
  Image image = make_image(bounds.w, bounds.h);
  {
    const Context context(cairo_create(image.get()));
    cairo_translate(context.get(), -bounds.x, -bounds.y);
    draw_look(context.get(), element, placed, state, ground);
  }
  cairo_surface_flush(image.get());
  return shelf.keep(name, std::move(image));
}

}  // namespace aktiv::ui
