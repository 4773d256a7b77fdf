#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// Screens of big cards: two across, two stacked, a grid; and a screen that tells one thing.
namespace aktiv::layout {
namespace {

constexpr double across_gap = 26.0;  // 100 px at 1080p: a side is a side
constexpr double across_inset = 0.055;
constexpr double grid_inset = 0.035;
constexpr double side_share = 0.3;  // what is talked about stands beside the choices

// Air beside the cards on a wide glass; a narrow one needs its width.
RectMm inset(const Page& page, RectMm room, double share) {
  const double spare = std::clamp((page.ground.w - 230) / 250, 0.0, 1.0) * (2 - page.ground.scale);
  const double air = page.ground.is_portrait ? 0 : room.w * share * spare;
  return {room.x + air, room.y, room.w - 2 * air, room.h};
}

// Low glass: the question stands beside the stacked cards, not above them, so that both stay large.
RectMm question_beside(Page& page) {
  const RectMm whole = page.free;
  const double gap = page.ground.gap * 2;
  page.free.w = whole.w * 0.4;
  place_question(page, page.ground.sizes.question);
  place_caption(page, page.free, true);
  page.free = whole;
  return {whole.x + whole.w * 0.4 + gap, whole.y, whole.w * 0.6 - gap, whole.h};
}

void begin(Page& page) {
  place_bottom(page);
  place_question(page, page.ground.sizes.question);
  place_caption_above(page);
}

RectMm beside_pictures(Page& page, RectMm room) {
  if (page.groups.pictures.empty()) return room;
  const double gap = page.ground.gap * 2;
  if (page.ground.is_portrait) {
    const double height = room.h * side_share;
    place_pictures(page, page.groups.pictures, {room.x, room.y, room.w, height});
    return {room.x, room.y + height + gap, room.w, room.h - height - gap};
  }
  const double width = room.w * side_share;
  place_pictures(page, page.groups.pictures, {room.x, room.y, width, room.h});
  return {room.x + width + gap, room.y, room.w - width - gap, room.h};
}

// Two wide cards above each other, for eyes and hands that meet one side only.
void place_stacked(Page& page, const Indices& ids, const RectMm& room) {
  const double gap = std::max(page.ground.gap, 8.0 * page.ground.share);
  const double count = static_cast<double>(ids.size());
  const double height = (room.h - (count - 1) * gap) / count;
  const double width =
      page.ground.is_compact ? room.w : std::min(room.w, std::max(room.w * 0.62, height * 2.2));
  std::vector<RectMm> rects;
  for (size_t i = 0; i < ids.size(); ++i)
    rects.push_back({room.x + (room.w - width) / 2,
                     room.y + static_cast<double>(i) * (height + gap), width, height});
  fill_cards(page, ids, rects, page.ground.em(page.ground.sizes.card * 1.1));
}

}  // namespace

void lay_choices(Page& page) {
  // What is asked about, or a caption, leaves no height for two above each other on the smallest
  // glass.
  const bool has_room = page.groups.pictures.empty() && page.scene.caption.empty();
  const bool is_stacked =
      page.scene.arrangement == Arrangement::two_stacked && (has_room || !page.ground.is_compact);
  if (is_stacked && page.ground.is_compact) {
    place_bottom(page);
    return place_stacked(page, page.groups.choices, question_beside(page));
  }
  begin(page);
  const Texts texts = texts_of(page);
  RectMm room = place_texts(page, texts.heading, page.free, From::top, true, Weight::bold);
  room = place_texts(page, texts.below, room, From::bottom, true);
  room = beside_pictures(page, room);
  const Indices& ids = page.groups.choices;
  if (ids.empty()) return;
  if (is_stacked) return place_stacked(page, ids, room);
  if (page.scene.arrangement != Arrangement::grid) {
    const double gap =
        std::max(page.ground.gap, across_gap * page.ground.share * page.ground.share);
    return place_row(page, ids, inset(page, room, across_inset), gap);
  }
  place_grid(page, ids, inset(page, room, grid_inset));
}

void lay_tell(Page& page) {
  begin(page);
  RectMm room = place_texts(page, page.groups.texts, page.free, From::bottom, true);
  const Indices& ids = page.groups.choices;
  if (page.groups.pictures.empty()) return place_grid(page, ids, room);
  if (!ids.empty()) {
    const double height = room.h * 0.5;
    place_grid(page, ids, {room.x, room.bottom() - height, room.w, height});
    room.h -= height + page.ground.gap;
  }
  place_pictures(page, page.groups.pictures, room);
}

}  // namespace aktiv::layout
