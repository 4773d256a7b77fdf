#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// What is asked about, and its answers as one row of equal cards, from the most to the least. The
// row is never broken: an order that turns a corner is no longer seen as one.
namespace aktiv::layout {
namespace {

constexpr double row_gap = 8.0;
constexpr double beside_share = 0.24;  // of the width, for what is asked about
constexpr double above_share = 0.32;   // of the height
constexpr double upright_share = 0.26;
constexpr double roomy = 130.0;  // millimetres: height for a picture above the cards
constexpr double widest_stack = 190.0;
constexpr double least_asked = 0.14;  // of the height: a smaller picture says nothing

// What the stack takes where each of its cards is as high as the person's target.
double least_stack(const Page& page) {
  const double count = static_cast<double>(page.groups.places.size());
  return count * page.ground.target + (count - 1) * page.ground.gap;
}

// Upright glass is narrow: many cards lie above each other, each with its word beside its picture.
// The gap between them gives way before the cards do.
void place_stack(Page& page, const Indices& ids, const RectMm& room) {
  const double count = static_cast<double>(ids.size());
  const double spare = (room.h - count * page.ground.target) / (count - 1);
  const double gap = std::max(page.ground.gap, std::min(spare, row_gap * 0.6 * page.ground.share));
  const double height = std::min((room.h - (count - 1) * gap) / count, room.w * 0.3);
  const double width = std::min(room.w, widest_stack * page.ground.scale);
  const double top = room.y + (room.h - count * height - (count - 1) * gap) / 2;
  std::vector<RectMm> rects;
  for (size_t i = 0; i < ids.size(); ++i)
    rects.push_back({room.x + (room.w - width) / 2, top + static_cast<double>(i) * (height + gap),
                     width, height});
  fill_cards(page, ids, rects, page.ground.em(page.ground.sizes.card * 1.1));
}

double height_above(const Page& page, double height, double gap) {
  if (!page.ground.is_portrait) return height * above_share;
  const double beside_stack = height - gap - least_stack(page);
  return std::clamp(beside_stack, height * least_asked, height * upright_share);
}

RectMm place_asked(Page& page, RectMm room) {
  const Indices& asked = page.groups.pictures;
  if (asked.empty()) return room;
  const double gap = 2 * page.ground.gap;
  const bool is_above =
      page.ground.is_portrait || (room.h >= roomy && page.groups.places.size() > 3);
  if (is_above) {
    const double height = height_above(page, room.h, gap);
    place_pictures(page, asked, {room.x, room.y, room.w, height});
    return {room.x, room.y + height + gap, room.w, room.h - height - gap};
  }
  const double width = room.w * beside_share;
  place_pictures(page, asked, {room.x, room.y, width, room.h});
  return {room.x + width + gap, room.y, room.w - width - gap, room.h};
}

}  // namespace

void lay_scale(Page& page) {
  place_bottom(page);
  place_question_and_caption(page);
  RectMm room = place_texts(page, page.groups.texts, page.free, From::bottom, true);
  room = place_asked(page, room);
  const Indices& ids = page.groups.places;
  if (page.ground.is_portrait && ids.size() > 3) return place_stack(page, ids, room);
  place_row(page, ids, room, std::max(page.ground.gap, row_gap * page.ground.share));
}

}  // namespace aktiv::layout
