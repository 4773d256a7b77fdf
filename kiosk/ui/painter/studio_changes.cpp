#include <algorithm>
#include <cmath>

#include "kiosk/ui/painter/studio.h"

// What differs between two screens of the same glass, as rectangles.
namespace aktiv::ui {
namespace {

bool looks_alike(const Element& a, const Element& b) {
  return a.id == b.id && a.role == b.role && a.look == b.look && a.phrase.shown == b.phrase.shown &&
         a.picture == b.picture && a.is_selected == b.is_selected && a.is_enabled == b.is_enabled &&
         a.drawing == b.drawing;
}

bool is_scanned(const UiState& state, const ElementId& id) {
  return std::ranges::find(state.scanned, id) != state.scanned.end();
}

bool has_ring(const UiState& state, const ElementId& id) {
  const auto is = [&id](const ElementId& other) { return !other.empty() && other == id; };
  return is(state.focus) || is(state.filling) || is_scanned(state, id);
}

struct Shown {
  bool is_pressed, is_lit, is_focus, is_scanned, is_dragged;
  int twelfths;  // of the ring that fills; -1 = none
  std::optional<size_t> lit_word;

  bool operator==(const Shown&) const = default;
};

Shown marks_of(const Painted& painted, size_t index, const LitSpot& lit) {
  const ElementId& id = painted.scene.elements[index].id;
  const UiState& state = painted.state;
  const bool is_here = lit.where == LitSpot::Where::element && lit.element == index;
  const auto is = [&id](const ElementId& other) { return !other.empty() && other == id; };
  return {is(state.pressed),
          is(state.lit),
          is(state.focus),
          is_scanned(state, id),
          is(state.dragged),
          is(state.filling) ? state.twelfths : -1,
          is_here ? std::optional(lit.word) : std::nullopt};
}

// Rectangles that touch become one, so that no pixel is drawn twice.
std::vector<PixelRect> apart(std::vector<PixelRect> rects) {
  for (size_t i = 0; i < rects.size(); ++i) {
    for (size_t j = i + 1; j < rects.size(); ++j) {
      if (!rects[i].meets(rects[j])) continue;
      rects[i] = rects[i].united(rects[j]);
      rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(j));
      i = static_cast<size_t>(-1);
      break;
    }
  }
  return rects;
}

}  // namespace

PixelRect Painter::Studio::words_bounds(const PlacedText& text, const Ground& ground) const {
  if (text.text.empty()) return {};
  const double pad = text.em * ground.px_per_mm * (theme.marks.word_pad_x + 0.1);
  return snapped(text.box, ground.px_per_mm).grown(static_cast<int>(std::ceil(pad)) + 1);
}

PixelRect Painter::Studio::element_bounds(const Painted& painted, size_t index) const {
  const Ground ground = ground_of(painted.scene, painted.layout);
  const Element& element = painted.scene.elements[index];
  const PlacedElement& placed = painted.layout.elements[index];
  PixelRect bounds = look_bounds(placed, state_of(element, painted.state), ground);
  if (has_ring(painted.state, element.id))
    bounds = bounds.grown(static_cast<int>(std::ceil(ring_of(theme, ground).width())) + 2);
  // A lit word may stand out past a label that has no surface around it.
  if (!placed.has_surface) bounds = bounds.united(words_bounds(placed.label, ground));
  return bounds;
}

PixelRect Painter::Studio::dragged_bounds(const Painted& painted) const {
  for (size_t i = 0; i < painted.scene.elements.size(); ++i) {
    if (painted.state.dragged.empty() || painted.scene.elements[i].id != painted.state.dragged)
      continue;
    const Ground ground = ground_of(painted.scene, painted.layout);
    PixelRect bounds = look_bounds(painted.layout.elements[i],
                                   {false, painted.scene.elements[i].is_selected}, ground);
    bounds.x = static_cast<int>(std::lround(painted.state.dragged_x_px));
    bounds.y = static_cast<int>(std::lround(painted.state.dragged_y_px));
    return bounds;
  }
  return {};
}

std::vector<PixelRect> Painter::Studio::changes(const Painted& before, const Painted& now) const {
  const PixelRect whole{0, 0, now.layout.display.width_px, now.layout.display.height_px};
  const bool is_other_ground =
      before.layout.display != now.layout.display || before.scene.is_dark != now.scene.is_dark ||
      before.layout.panels != now.layout.panels || before.layout.crown != now.layout.crown ||
      before.layout.band != now.layout.band || before.scene.arrangement != now.scene.arrangement;
  if (is_other_ground) return {whole};
  const Ground ground = ground_of(now.scene, now.layout);
  const LitSpot was_lit = lit_spot(before.scene, before.layout, before.state.word);
  const LitSpot is_lit = lit_spot(now.scene, now.layout, now.state.word);
  std::vector<PixelRect> rects;
  const auto add = [&](const PixelRect& rect) {
    if (!rect.within(whole).empty()) rects.push_back(rect.within(whole));
  };
  const auto compare_words = [&](const PlacedText& was, const PlacedText& is,
                                 LitSpot::Where where) {
    if (was == is && was_lit.word_in(where) == is_lit.word_in(where)) return;
    add(words_bounds(was, ground));
    add(words_bounds(is, ground));
  };
  compare_words(before.layout.question, now.layout.question, LitSpot::Where::question);
  compare_words(before.layout.caption, now.layout.caption, LitSpot::Where::caption);
  const bool stones_differ = before.layout.stones != now.layout.stones ||
                             before.scene.progress.done != now.scene.progress.done;
  for (const auto* stones : {&before.layout.stones, &now.layout.stones})
    for (const RectMm& stone : *stones)
      if (stones_differ) add(snapped(stone, ground.px_per_mm).grown(2));
  const size_t shapes = std::max(before.layout.shapes.size(), now.layout.shapes.size());
  for (size_t i = 0; i < shapes; ++i) {
    const bool was_there = i < before.layout.shapes.size();
    const bool is_there = i < now.layout.shapes.size();
    if (was_there && is_there && before.layout.shapes[i] == now.layout.shapes[i]) continue;
    if (was_there) add(shape_bounds(before.layout.shapes[i], ground));
    if (is_there) add(shape_bounds(now.layout.shapes[i], ground));
  }
  const size_t most = std::max(before.scene.elements.size(), now.scene.elements.size());
  for (size_t i = 0; i < most; ++i) {
    const bool was_there = i < before.scene.elements.size();
    const bool is_there = i < now.scene.elements.size();
    if (was_there && is_there && looks_alike(before.scene.elements[i], now.scene.elements[i]) &&
        before.layout.elements[i] == now.layout.elements[i] &&
        marks_of(before, i, was_lit) == marks_of(now, i, is_lit))
      continue;
    if (was_there) add(element_bounds(before, i));
    if (is_there) add(element_bounds(now, i));
  }
  const PixelRect was_dragged = dragged_bounds(before);
  const PixelRect is_dragged = dragged_bounds(now);
  if (was_dragged != is_dragged) add(was_dragged), add(is_dragged);
  return apart(std::move(rects));
}

}  // namespace aktiv::ui
