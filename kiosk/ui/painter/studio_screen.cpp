#include <cairo.h>

#include <cmath>
#include <numbers>

#include "kiosk/ui/painter/studio.h"

// A screen, or a part of one, from the looks of its elements.
namespace aktiv::ui {
namespace {

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextRelease>;

bool is_tile(const Element& element) {
  return element.look == Look::tile;
}

std::optional<size_t> index_of(const Scene& scene, const ElementId& id) {
  if (id.empty()) return std::nullopt;
  for (size_t i = 0; i < scene.elements.size(); ++i)
    if (scene.elements[i].id == id) return i;
  return std::nullopt;
}

}  // namespace

void Painter::Studio::draw_stones(cairo_t* context, const Painted& now, const Ground& ground) {
  const Colours& c = theme.colours;
  const double edge = std::max(1.0, std::round(ground.px(theme.strokes.stone)));
  for (size_t i = 0; i < now.layout.stones.size(); ++i) {
    // One radius for all: stones that differ by a pixel look like a mistake.
    const RectMm& rect = now.layout.stones[i];
    const double r = std::round(rect.w * ground.px_per_mm) / 2;
    const Box stone{std::round(rect.x * ground.px_per_mm),
                    std::round((rect.y + rect.h / 2) * ground.px_per_mm) - r, 2 * r, 2 * r};
    const int place = static_cast<int>(i);
    const bool is_current = place == now.scene.progress.done;
    fill_disc(context, stone.x + r, stone.y + r, r, is_current ? c.ink : c.accent);
    if (place < now.scene.progress.done) continue;
    fill_disc(context, stone.x + r, stone.y + r, r - edge, is_current ? c.focus : c.card);
  }
}

void Painter::Studio::draw_crown(cairo_t* context, const Painted& now, const Ground& ground,
                                 const PixelRect& region) {
  const PixelRect crown = snapped(now.layout.crown, ground.px_per_mm);
  if (!crown.meets(region)) return;
  fill_round(context, box_of(crown), 0, theme.colours.sun_soft);
  const int side = std::min(crown.w, crown.h) * 3 / 4;
  const auto image = picture(theme.marks.crown, side, side);
  if (!image) return;
  cairo_set_source_surface(context, image.get(), crown.x + (crown.w - side) / 2,
                           crown.y + (crown.h - side) / 2);
  cairo_paint(context);
}

void Painter::Studio::draw_ground(cairo_t* context, const Painted& now, const Ground& ground,
                                  const PixelRect& region) {
  const Colours& c = theme.colours;
  fill_round(context, box_of(region), 0, ground.is_dark ? c.calm : c.paper);
  draw_crown(context, now, ground, region);
  const double corner = now.layout.display.sizes.card_corner * ground.share * ground.px_per_mm;
  const double edge = std::max(1.0, std::round(ground.px(theme.strokes.card)));
  for (const RectMm& panel : now.layout.panels) {
    const Box box = box_of(snapped(panel, ground.px_per_mm));
    fill_round(context, box, corner, c.ink);
    fill_round(context, box.inset(edge), corner - edge, c.card);
  }
  draw_shapes(context, now, ground, region);
  draw_stones(context, now, ground);
}

// The word being heard lies on sun; it is written again over it, so that letters stay whole.
void Painter::Studio::draw_words(cairo_t* context, const PlacedText& text, const Colour& colour,
                                 const Ground& ground, std::optional<size_t> lit_word,
                                 double dy) const {
  typeface->draw(context, text, ground.px_per_mm, colour, 0, dy);
  if (!lit_word) return;
  const auto boxes = typeface->word_boxes(text, ground.px_per_mm);
  if (*lit_word >= boxes.size()) return;
  const double em = text.em * ground.px_per_mm;
  const WordBox& word = boxes[*lit_word];
  const double pad = std::round(em * theme.marks.word_pad_x);
  const PixelRect lit{
      static_cast<int>(std::floor(word.x - pad)), static_cast<int>(std::floor(word.y + dy)),
      static_cast<int>(std::ceil(word.w + 2 * pad)), static_cast<int>(std::ceil(word.h))};
  cairo_save(context);
  fill_round(context, box_of(lit), em * theme.marks.word_corner, theme.colours.sun);
  cairo_rectangle(context, lit.x, lit.y, lit.w, lit.h);
  cairo_clip(context);
  typeface->draw(context, text, ground.px_per_mm, theme.colours.sun_ink, 0, dy);
  cairo_restore(context);
}

void Painter::Studio::draw_focus(cairo_t* context, const PlacedElement& placed,
                                 const Ground& ground) const {
  const auto [ink, sun] = ring_of(theme, ground);
  const Box rect = box_of(snapped(placed.rect, ground.px_per_mm));
  const double corner = placed.corner * ground.px_per_mm;
  outline_round(context, rect.inset(-ink - sun), corner + ink + sun, sun, theme.colours.focus);
  outline_round(context, rect.inset(-ink), corner + ink, ink, theme.colours.focus_edge);
}

// A ring around it that fills from its top, as a clock does.
void Painter::Studio::draw_filling(cairo_t* context, const PlacedElement& placed,
                                   const Ground& ground, int twelfths) const {
  const Box rect = box_of(snapped(placed.rect, ground.px_per_mm));
  const double corner = placed.corner * ground.px_per_mm;
  const Ring ring = ring_of(theme, ground);
  outline_round(context, rect.inset(-ring.width()), corner + ring.width(), ring.width(),
                theme.colours.focus_edge);
  const double x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
  const double top = -std::numbers::pi / 2;
  cairo_save(context);
  cairo_move_to(context, x, y);
  cairo_arc(context, x, y, rect.w + rect.h, top, top + 2 * std::numbers::pi * twelfths / 12);
  cairo_close_path(context);
  cairo_clip(context);
  const double edge = ring.ink / 2;
  outline_round(context, rect.inset(-ring.width() + edge), corner + ring.width() - edge,
                ring.width() - 2 * edge, theme.colours.focus);
  cairo_restore(context);
}

// Where a card was taken from, so that the eye finds the way back.
void Painter::Studio::draw_slot(cairo_t* context, const PlacedElement& placed,
                                const Ground& ground) const {
  const Box body = box_of(body_of(placed, {}, ground));
  const double edge = std::max(1.0, std::round(ground.px(theme.strokes.button)));
  fill_round(context, body, placed.corner * ground.px_per_mm, theme.colours.muted);
  fill_round(context, body.inset(edge), placed.corner * ground.px_per_mm - edge,
             theme.colours.paper);
}

void Painter::Studio::draw_element(cairo_t* context, const Painted& now, size_t index,
                                   const Ground& ground, const LitSpot& lit,
                                   const PixelRect& region) {
  const Element& element = now.scene.elements[index];
  const PlacedElement& placed = now.layout.elements[index];
  const LookState state = state_of(element, now.state);
  const PixelRect bounds = look_bounds(placed, state, ground);
  if (bounds.empty() || !element_bounds(now, index).meets(region)) return;
  if (element.id == now.state.dragged) return draw_slot(context, placed, ground);
  const auto image = look(element, placed, state, ground);
  cairo_set_source_surface(context, image.get(), bounds.x, bounds.y);
  cairo_paint(context);
  if (element.role == Role::pad) draw_pad(context, element, placed, ground);
  const Dress dress = dress_of(element, placed, state, theme, ground);
  if (!now.state.lit.empty() && element.id == now.state.lit) {
    const Box body = box_of(body_of(placed, state, ground)).inset(dress.stroke_px);
    const double corner = placed.corner * ground.px_per_mm - dress.stroke_px;
    outline_round(context, body, corner, std::round(std::max(2.0, ground.px(theme.strokes.lit))),
                  theme.colours.sun);
  }
  const bool is_here = lit.where == LitSpot::Where::element && lit.element == index;
  if (is_here)
    draw_words(context, placed.label, dress.words, ground, lit.word,
               step_down_px(placed, state, ground));
}

void Painter::Studio::draw_dragged(cairo_t* context, const Painted& now, size_t index,
                                   const Ground& ground) {
  const Element& element = now.scene.elements[index];
  const PlacedElement& placed = now.layout.elements[index];
  const LookState state{false, element.is_selected};
  const auto image = look(element, placed, state, ground);
  const PixelRect at = dragged_bounds(now);
  cairo_set_source_surface(context, image.get(), at.x, at.y);
  cairo_paint(context);
}

void Painter::Studio::draw_region(cairo_surface_t* screen, const Painted& now,
                                  const PixelRect& region) {
  if (region.empty()) return;
  const Ground ground = ground_of(now.scene, now.layout);
  const LitSpot lit = lit_spot(now.scene, now.layout, now.state.word);
  const Context owner(cairo_create(screen));
  cairo_t* context = owner.get();
  cairo_rectangle(context, region.x, region.y, region.w, region.h);
  cairo_clip(context);
  draw_ground(context, now, ground, region);
  const Colours& c = theme.colours;
  if (words_bounds(now.layout.question, ground).meets(region))
    draw_words(context, now.layout.question, ground.is_dark ? c.calm_ink : c.ink, ground,
               lit.word_in(LitSpot::Where::question), 0);
  if (words_bounds(now.layout.caption, ground).meets(region))
    draw_words(context, now.layout.caption, ground.is_dark ? c.calm_muted : c.muted, ground,
               lit.word_in(LitSpot::Where::caption), 0);
  for (const bool tiles : {false, true})
    for (size_t i = 0; i < now.scene.elements.size(); ++i)
      if (is_tile(now.scene.elements[i]) == tiles)
        draw_element(context, now, i, ground, lit, region);
  if (now.layout.band.w > 0) {
    fill_round(context, box_of(snapped(now.layout.band, ground.px_per_mm)), 0, c.calm);
    typeface->draw(context, now.layout.mark, ground.px_per_mm, c.sun, 0, 0);
  }
  if (const auto focus = index_of(now.scene, now.state.focus))
    draw_focus(context, now.layout.elements[*focus], ground);
  for (const ElementId& id : now.state.scanned)
    if (const auto scanned = index_of(now.scene, id))
      draw_focus(context, now.layout.elements[*scanned], ground);
  if (const auto filling = index_of(now.scene, now.state.filling))
    draw_filling(context, now.layout.elements[*filling], ground, now.state.twelfths);
  if (const auto dragged = index_of(now.scene, now.state.dragged))
    draw_dragged(context, now, *dragged, ground);
}

}  // namespace aktiv::ui
