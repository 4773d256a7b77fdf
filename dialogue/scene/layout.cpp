#include "dialogue/scene/layout.h"

#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout_parts.h"

namespace aktiv {
namespace layout {
namespace {

constexpr std::string_view mentor_key = "key:mentor";
constexpr double crown_share = 0.28;      // of a portrait glass: above reach
constexpr double least_diagonal_in = 10.0;
constexpr double least_side_mm = 130.0;
constexpr double mm_an_inch = 25.4;

void sort_key(const Element& element, int index, Groups& groups) {
  if (element.id.value == mentor_key) groups.mentor = index;
  else groups.keys.push_back(index);
}

void sort_element(const Element& element, int index, Groups& groups) {
  if (element.look == Look::tile) return groups.tiles.push_back(index);
  switch (element.role) {
    case Role::choice: return groups.choices.push_back(index);
    case Role::place: return groups.places.push_back(index);
    case Role::movable: return groups.movables.push_back(index);
    case Role::out: return groups.outs.push_back(index);
    case Role::fixed: return groups.fixed.push_back(index);
    case Role::next: groups.next = index; return;
    case Role::picture: return groups.pictures.push_back(index);
    case Role::text: return groups.texts.push_back(index);
    case Role::key: return sort_key(element, index, groups);
    case Role::speaker: groups.speaker = index; return;
  }
}

// The room above the lowest rows and below the fixed buttons.
void open_page(Page& page) {
  const Ground& ground = page.ground;
  const bool has_bar = !page.groups.fixed.empty() || page.scene.progress.total > 0;
  double top = ground.edge;
  if (!ground.is_portrait && has_bar) top = ground.fixed[0].bottom() + ground.gap * 1.6;
  if (ground.is_portrait && page.scene.arrangement != Arrangement::welcome) {
    const double crown = ground.h * crown_share * std::max(0.0, 2 - ground.scale);
    const bool has_crown = crown > ground.h * 0.1 && !page.scene.is_dark;
    if (has_crown) page.layout.crown = {0, 0, ground.w, crown};
    if (has_crown) top = crown + ground.edge;
    page.stones.y = top;
    if (page.scene.progress.total > 0) top += ground.stones.h + ground.gap;
  }
  page.free = {ground.margin, top, ground.w - 2 * ground.margin, ground.row_bottom - top};
}

void arrange(Page& page) {
  switch (page.scene.arrangement) {
    case Arrangement::welcome: return lay_welcome(page);
    case Arrangement::tell: return lay_tell(page);
    case Arrangement::two_across:
    case Arrangement::two_stacked:
    case Arrangement::grid: return lay_choices(page);
    case Arrangement::sorting: return lay_sorting(page);
    case Arrangement::summary: return lay_summary(page);
    case Arrangement::board: return lay_board(page);
    case Arrangement::calm: return lay_calm(page);
    case Arrangement::keypad: return lay_keypad(page);
  }
}

std::string in_words(double value) { return std::to_string(static_cast<int>(std::lround(value))); }

}  // namespace

Groups groups_of(const Scene& scene) {
  Groups groups;
  for (size_t i = 0; i < scene.elements.size(); ++i)
    sort_element(scene.elements[i], static_cast<int>(i), groups);
  return groups;
}

}  // namespace layout

Layout lay_out(const Scene& scene, const Display& display, const TextMeasure& measure) {
  Layout layout;
  layout.display = display;
  layout.elements.resize(scene.elements.size());
  for (size_t i = 0; i < scene.elements.size(); ++i) layout.elements[i].id = scene.elements[i].id;
  const layout::Ground ground = layout::ground_of(display);
  layout::Page page{scene, ground, measure, layout, layout::groups_of(scene), {}, ground.stones};
  layout::open_page(page);
  layout::place_fixed(page);
  layout::place_stones(page);
  layout::arrange(page);
  return layout;
}

int choices_a_page(const Display& display) {
  const double area = display.width_mm() * display.height_mm();
  const double a_card = 45.0 * 45.0 * 2.0;  // a card with its word, and as much for the frame around it
  const double scale = std::clamp(display.text_scale, 1.0, 2.0);
  const double carried = area / (a_card * scale);
  return carried >= 12 ? 12 : carried >= 8 ? 8 : 6;
}

Status fits(const Display& display) {
  const double w = display.width_mm();
  const double h = display.height_mm();
  const double diagonal_in = std::hypot(w, h) / layout::mm_an_inch;
  const double shorter = std::min(w, h);
  if (diagonal_in >= layout::least_diagonal_in && shorter >= layout::least_side_mm) return {};
  return Fault{"the display is too small: " + layout::in_words(w) + " x " + layout::in_words(h) + " mm",
               "display", "at least 10.1 inches with its shorter side 130 mm or more, so that targets of "
                          "20 mm and letters of 6 mm fit"};
}

}  // namespace aktiv
