#include "dialogue/scene/layout.h"

#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout_parts.h"

namespace aktiv::layout {
namespace {

constexpr std::string_view mentor_key = "key:mentor";
constexpr std::string_view place_prefix = "place:";
constexpr double scale_down = 0.9;
constexpr double band_em = 1.45;      // height of the band, of its letters
constexpr double crown_share = 0.28;  // of a portrait glass: above reach

// The pictures of a lock are its choices.
void sort_key(const Element& element, int index, Groups& groups) {
  if (element.id.value == mentor_key)
    groups.mentor = index;
  else if (element.is_sealed)
    groups.choices.push_back(index);
  else
    groups.keys.push_back(index);
}

// A column of the board is a place where nothing more can be put.
void sort_picture(const Element& element, int index, Groups& groups) {
  const bool is_column = element.id.value.starts_with(place_prefix);
  (is_column ? groups.places : groups.pictures).push_back(index);
}

void sort_element(const Element& element, int index, Groups& groups) {
  if (element.look == Look::tile) return groups.tiles.push_back(index);
  switch (element.role) {
    case Role::choice:
      return groups.choices.push_back(index);
    case Role::place:
      return groups.places.push_back(index);
    case Role::movable:
      return groups.movables.push_back(index);
    case Role::out:
      return groups.outs.push_back(index);
    case Role::fixed:
      return groups.fixed.push_back(index);
    case Role::next:
      groups.next = index;
      return;
    case Role::picture:
      return sort_picture(element, index, groups);
    case Role::text:
      return groups.texts.push_back(index);
    case Role::key:
      return sort_key(element, index, groups);
    case Role::speaker:
      groups.speaker = index;
      return;
    case Role::letter:
      return groups.letters.push_back(index);
    case Role::pad:
      groups.pad = index;
      return;
  }
}

// The room above the lowest rows and below the fixed buttons.
void open_page(Page& page) {
  const Ground& ground = page.ground;
  const bool has_bar = !page.groups.fixed.empty() || page.scene.progress.total > 0;
  double top = ground.edge;
  if (!ground.is_portrait && has_bar) top = ground.fixed[0].bottom() + ground.air;
  if (ground.is_portrait && page.scene.arrangement != Arrangement::welcome) {
    const double crown = ground.h * crown_share * std::max(0.0, 2 - page.layout.display.text_scale);
    const bool has_crown = crown > ground.h * 0.1 && may_have_crown(page.scene) &&
                           page.layout.display.reach == Reach::whole;
    if (has_crown) page.layout.crown = {0, 0, ground.w, crown};
    if (has_crown) top = crown + ground.edge;
    page.stones.y = top;
    if (page.scene.progress.total > 0) top += ground.stones.h + ground.gap;
  }
  page.free = {ground.margin, top, ground.w - 2 * ground.margin, ground.row_bottom - top};
}

void arrange(Page& page) {
  switch (page.scene.arrangement) {
    case Arrangement::welcome:
      return lay_welcome(page);
    case Arrangement::tell:
      return lay_tell(page);
    case Arrangement::two_across:
    case Arrangement::two_stacked:
    case Arrangement::grid:
      return lay_choices(page);
    case Arrangement::sorting:
      return lay_sorting(page);
    case Arrangement::summary:
      return lay_summary(page);
    case Arrangement::board:
      return lay_board(page);
    case Arrangement::calm:
      return lay_calm(page);
    case Arrangement::keypad:
      return lay_keypad(page);
    case Arrangement::scale:
      return lay_scale(page);
    case Arrangement::hand:
      return lay_hand(page);
    case Arrangement::sheet:
      return lay_sheet(page);
    case Arrangement::wheel:
      return lay_wheel(page);
    case Arrangement::rings:
      return lay_rings(page);
    case Arrangement::stairs:
    case Arrangement::path:
      return lay_stairs(page);
    case Arrangement::line:
      return lay_line(page);
    case Arrangement::dream:
      return lay_dream(page);
    case Arrangement::typing:
      return lay_typing(page);
    case Arrangement::drawing:
      return lay_drawing(page);
    case Arrangement::recording:
      return lay_recording(page);
  }
}

// A card that is too small to be met is worse than smaller letters.
bool targets_are_large(const Page& page) {
  const double least = page.ground.sizes.least_target;
  const auto is_large = [&](int index) {
    const RectMm& rect = page.layout.elements[static_cast<size_t>(index)].rect;
    return rect.w >= least && rect.h >= least;
  };
  const Groups& groups = page.groups;
  const Arrangement arrangement = page.scene.arrangement;
  const bool puts = arrangement == Arrangement::sorting || arrangement == Arrangement::scale;
  return std::all_of(groups.choices.begin(), groups.choices.end(), is_large) &&
         (!puts || std::all_of(groups.places.begin(), groups.places.end(), is_large)) &&
         std::all_of(groups.movables.begin(), groups.movables.end(), is_large) &&
         std::all_of(groups.letters.begin(), groups.letters.end(), is_large);
}

// Answers whether everything found room.
bool lay_page(const Scene& scene, const Ground& ground, const TextMeasure& measure,
              Layout& layout) {
  Page page{scene, ground, measure, layout, groups_of(scene), {}, ground.stones, true};
  open_page(page);
  place_fixed(page);
  place_stones(page);
  arrange(page);
  return page.is_whole && targets_are_large(page);
}

Layout empty_layout(const Scene& scene, const Display& display) {
  Layout layout;
  layout.display = display;
  layout.elements.resize(scene.elements.size());
  for (size_t i = 0; i < scene.elements.size(); ++i) layout.elements[i].id = scene.elements[i].id;
  return layout;
}

}  // namespace

bool may_have_crown(const Scene& scene) {
  return !scene.is_dark && !scene.is_bare && scene.arrangement != Arrangement::welcome;
}

Groups groups_of(const Scene& scene) {
  Groups groups;
  for (size_t i = 0; i < scene.elements.size(); ++i)
    sort_element(scene.elements[i], static_cast<int>(i), groups);
  return groups;
}

Layout lay_whole(const Scene& scene, const Display& display, const TextMeasure& measure) {
  layout::Ground ground = layout::ground_of(display);
  for (;;) {
    Layout layout = layout::empty_layout(scene, display);
    const bool is_whole = layout::lay_page(scene, ground, measure, layout);
    if (is_whole || ground.scale <= 1) return layout;
    ground.scale = std::max(1.0, ground.scale * layout::scale_down);
  }
}

// The same screen on a glass that ends where the band begins.
Layout lay_above_band(const Scene& scene, const Display& display, const TextMeasure& measure) {
  const double em = display.sizes.legible;
  const double h = std::ceil(em * band_em * display.px_per_mm) / display.px_per_mm;
  Display above = display;
  above.height_px -= static_cast<int>(std::lround(h * display.px_per_mm));
  Layout layout = lay_whole(scene, above, measure);
  layout.display = display;
  layout.band = {0, display.height_mm() - h, display.width_mm(), h};
  const TextSize size = measure(scene.mark, em, Weight::bold, 0);
  layout.mark = {scene.mark,
                 {0, layout.band.y + (h - size.h) / 2, layout.band.w, size.h},
                 em,
                 Weight::bold,
                 true};
  return layout;
}

Layout lay_on_glass(const Scene& scene, const Display& display, const TextMeasure& measure) {
  return scene.mark.empty() ? lay_whole(scene, display, measure)
                            : lay_above_band(scene, display, measure);
}

}  // namespace aktiv::layout
