#include "kiosk/ui/painter/look.h"

#include <cmath>

#include "dialogue/model/language.h"

namespace aktiv::ui {
namespace {

bool is_button(const Element& element) {
  switch (element.role) {
    case Role::out:
    case Role::fixed:
    case Role::key:
    case Role::next:
    case Role::letter:
      return true;
    case Role::choice:
    case Role::place:
    case Role::movable:
    case Role::picture:
    case Role::text:
    case Role::speaker:
    case Role::pad:
      return false;
  }
  return false;
}

bool is_primary(const Element& element) {
  return element.role == Role::next || element.look == Look::primary;
}

double edge_mm(const Element& element, const Strokes& strokes) {
  if (element.look == Look::tile) return strokes.tile;
  return is_button(element) ? strokes.button : strokes.card;
}

Dress accent_dress(const LookState& state, const Theme& theme, const Ground& ground) {
  const Colours& c = theme.colours;
  Dress dress{c.accent, c.accent, c.accent_ink, 0, true};
  if (ground.is_dark) {  // the accent alone is not seen against the calm ground
    dress.edge = c.calm_ink;
    dress.stroke_px = std::max(1.0, std::round(ground.px(theme.strokes.button)));
  }
  if (!state.is_pressed) return dress;
  dress.edge = ground.is_dark ? c.sun : c.focus_edge;
  dress.stroke_px = std::round(ground.px(theme.strokes.pressed));
  return dress;
}

}  // namespace

Ground ground_of(const Scene& scene, const Layout& layout) {
  return {layout.display.px_per_mm, layout.display.glass_share(), scene.is_dark,
          scene.arrangement == Arrangement::welcome, runs_from_right(scene.language)};
}

Ring ring_of(const Theme& theme, const Ground& ground) {
  return {std::round(std::max(2.0, ground.px(theme.strokes.focus_ink))),
          std::round(std::max(3.0, ground.px(theme.strokes.focus_sun)))};
}

Dress dress_of(const Element& element, const PlacedElement& placed, const LookState& state,
               const Theme& theme, const Ground& ground) {
  const Colours& c = theme.colours;
  const Colour on_paper = ground.is_dark ? c.calm_ink : c.ink;
  if (element.role == Role::text) {
    const bool is_heading = placed.label.weight != Weight::regular;
    const Colour words = ground.is_dark ? c.calm_muted : is_heading ? c.ink : c.muted;
    return {c.paper, c.paper, words, 0, false};
  }
  if (ground.is_welcome && element.role == Role::picture)
    return {c.sun_soft, c.ink, c.ink, std::round(ground.px(theme.strokes.card)), true};
  if (!placed.has_surface) return {c.card, c.card, on_paper, 0, false};
  const bool has_accent = element.role == Role::speaker || is_primary(element);
  if (has_accent && element.is_enabled) return accent_dress(state, theme, ground);
  if (element.role == Role::pad)
    return {c.card, c.ink, c.muted, std::round(ground.px(theme.strokes.card)), true};
  Dress dress{c.card, c.ink, c.ink, std::round(ground.px(edge_mm(element, theme.strokes))), true};
  if (element.look == Look::quiet) dress.fill = c.paper;
  if (!element.is_enabled) dress.fill = c.paper, dress.edge = dress.words = c.muted;
  if (state.is_selected) {
    dress.fill = c.accent_soft;
    dress.edge = c.accent;
    dress.stroke_px = std::round(
        ground.px(element.look == Look::tile ? theme.strokes.pressed : theme.strokes.chosen));
  } else if (state.is_pressed && placed.step <= 0) {
    dress.fill = c.accent_soft;
    dress.stroke_px = std::round(ground.px(theme.strokes.pressed));
  }
  dress.stroke_px = std::max(1.0, dress.stroke_px);
  return dress;
}

PixelRect body_of(const PlacedElement& placed, const LookState& state, const Ground& ground) {
  PixelRect body = snapped(placed.rect, ground.px_per_mm);
  const int step = static_cast<int>(std::lround(placed.step * ground.px_per_mm));
  body.h -= step;
  body.y += step_down_px(placed, state, ground);
  return body;
}

int step_down_px(const PlacedElement& placed, const LookState& state, const Ground& ground) {
  return state.is_pressed ? static_cast<int>(std::lround(placed.step * ground.px_per_mm)) : 0;
}

void draw_surface(cairo_t* context, const Element& element, const PlacedElement& placed,
                  const LookState& state, const Theme& theme, const Ground& ground) {
  const Dress dress = dress_of(element, placed, state, theme, ground);
  if (!dress.has_surface) return;
  const Box body = box_of(body_of(placed, state, ground));
  const double corner = placed.corner * ground.px_per_mm;
  if (placed.step > 0 && !state.is_pressed && !ground.is_dark) {
    Box shadow = body;
    shadow.y += std::round(placed.step * ground.px_per_mm);
    fill_round(context, shadow, corner, theme.colours.step);
  }
  fill_round(context, body, corner, dress.edge);
  fill_round(context, body.inset(dress.stroke_px), corner - dress.stroke_px, dress.fill);
}

std::string name_of(const Element& element, const PlacedElement& placed, const LookState& state,
                    const Ground& ground) {
  const PixelRect rect = snapped(placed.rect, ground.px_per_mm);
  std::string name = element.picture.value;
  name += '\x1f';
  name += element.phrase.shown;
  name += '\x1f';
  if (element.role != Role::pad) name += element.drawing;
  const auto add = [&name](long number) {
    name += '\x1f';
    name += std::to_string(number);
  };
  // Positions inside the element in tenths of a pixel: two looks that differ by less are the same.
  const auto inside = [&](double mm, int origin) {
    add(std::lround((mm * ground.px_per_mm - origin) * 10));
  };
  add(static_cast<long>(element.role) * 8 + static_cast<long>(element.look));
  add(state.is_pressed + 2 * state.is_selected + 4 * ground.is_dark + 8 * ground.is_welcome +
      16 * element.is_enabled + 32 * placed.has_surface + 64 * ground.runs_from_right);
  add(rect.w), add(rect.h);
  add(std::lround(placed.step * 100)), add(std::lround(placed.corner * 100));
  inside(placed.picture.x, rect.x), inside(placed.picture.y, rect.y);
  inside(placed.picture.right(), rect.x), inside(placed.picture.bottom(), rect.y);
  inside(placed.label.box.x, rect.x), inside(placed.label.box.y, rect.y);
  inside(placed.label.box.w, 0), add(std::lround(placed.label.em * ground.px_per_mm * 20));
  return name;
}

}  // namespace aktiv::ui
