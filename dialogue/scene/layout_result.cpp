#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// Results that are cards: held up on a hand, and on a sheet to give to a new place.
namespace aktiv::layout {

RectMm inside_of(const RectMm& rect, double pad) {
  return {rect.x + pad, rect.y + pad, rect.w - 2 * pad, rect.h - 2 * pad};
}

Shape ellipse(const RectMm& rect, Tone tone) {
  Shape shape;
  shape.kind = Shape::Kind::ellipse;
  shape.tone = tone;
  shape.rect = rect;
  return shape;
}

Shape box_shape(const RectMm& rect, Tone tone, double corner) {
  Shape shape;
  shape.kind = Shape::Kind::box;
  shape.tone = tone;
  shape.rect = rect;
  shape.width = corner;
  return shape;
}

Shape line_shape(std::vector<PointMm> points, Tone tone, double width) {
  Shape shape;
  shape.kind = Shape::Kind::line;
  shape.tone = tone;
  shape.points = std::move(points);
  shape.width = width;
  return shape;
}

namespace {

constexpr std::string_view hand_id = "picture:hand";
constexpr double choices_width = 0.27;   // beside a result, of the width
constexpr double choices_height = 0.25;  // below it, of the height
constexpr double hand_share = 0.30;      // of the height
constexpr double low_hand_share = 0.22;
constexpr double hand_aspect = 4.0;     // posters/hand
constexpr double first_share = 1.18;    // the most important card, of the others
constexpr double wide_card = 1.15;      // width over height
constexpr double low_card = 1.7;        // where height is scarce
constexpr double tall_card = 1.2;       // height over width
constexpr double primary_height = 0.3;  // of an upright sheet
constexpr double primary_width = 0.22;  // of a wide one
constexpr size_t many = 6;              // pictures: more need the room of their words
constexpr double small_words = 9.6;     // em

}  // namespace

RectMm begin_result(Page& page) {
  place_bottom(page);
  place_question_and_caption(page);
  RectMm room = place_texts(page, texts_of(page).below, page.free, From::bottom, true);
  const Indices& ids = page.groups.choices;
  if (ids.empty()) return room;
  const double gap = std::max(page.ground.gap, 8.0 * page.ground.share);
  if (page.ground.is_portrait) {
    const double height = room.h * choices_height;
    place_grid(page, ids, {room.x, room.bottom() - height, room.w, height});
    return {room.x, room.y, room.w, room.h - height - gap};
  }
  const double width = room.w * choices_width;
  place_grid(page, ids, {room.right() - width, room.y, width, room.h});
  return {room.x, room.y, room.w - width - gap, room.h};
}

RectMm beside_next(Page& page, const RectMm& room) {
  const Groups& groups = page.groups;
  const bool is_alone = groups.next >= 0 && groups.mentor < 0 && groups.keys.empty() &&
                        groups.outs.empty() && groups.choices.empty() &&
                        texts_of(page).below.empty();
  if (page.ground.is_portrait || !is_alone) return room;
  const double right = page.placed(groups.next).rect.x - 2 * page.ground.gap;
  return {room.x, room.y, right - room.x, page.ground.row_bottom - room.y};
}

namespace {

struct Held {
  Indices cards;
  int hand = -1;
};

Held held_of(const Page& page) {
  Held held;
  for (int index : page.groups.pictures) {
    if (page.element(index).id.value == hand_id)
      held.hand = index;
    else
      held.cards.push_back(index);
  }
  return held;
}

// As wide as the row allows, and no taller than what stands on a hand.
std::vector<RectMm> held_rects(const Page& page, const RectMm& room, size_t count, double gap) {
  const double others = static_cast<double>(count) - 1;
  const double most_w = (room.w - others * gap) / (first_share + others);
  const double most_h = room.h / first_share;
  const double width = std::min(most_w, most_h * (page.ground.is_compact ? low_card : wide_card));
  const double height = std::min(most_h, width * tall_card);
  const RectMm first{room.x + (room.w - first_share * width) / 2,
                     room.bottom() - first_share * height, first_share * width,
                     first_share * height};
  std::vector<RectMm> rects = {first};
  const double y = room.bottom() - height;
  if (count > 1) rects.push_back({first.x - gap - width, y, width, height});
  if (count > 2) rects.push_back({first.right() + gap, y, width, height});
  // Two cards stand in the middle together.
  if (count == 2)
    for (RectMm& rect : rects) rect.x += (gap + width) / 2;
  return rects;
}

void place_hand(Page& page, int index, const RectMm& room, double width) {
  const double w = std::min({room.w, room.h * hand_aspect, width});
  PlacedElement& placed = page.placed(index);
  placed.rect = {room.x + (room.w - w) / 2, room.y, w, w / hand_aspect};
  placed.picture = placed.rect;
  placed.has_surface = false;
}

// The words of the first are as large as its card; the others share theirs.
void fill_held(Page& page, const Indices& ids, const std::vector<RectMm>& rects) {
  const double em = page.ground.em(page.ground.sizes.card);
  const std::span<const int> all(ids);
  const std::span<const RectMm> places(rects);
  fill_cards(page, all.first(1), places.first(1), em * 1.12);
  if (ids.size() < 2) return;
  fill_cards(page, all.subspan(1), places.subspan(1), em);
  // All carry their words or none does: a card without a word would look lesser.
  const bool has_words = std::ranges::none_of(ids, [&](int index) {
    return page.placed(index).label.text.empty() && !page.label(index).empty();
  });
  for (size_t i = 0; !has_words && i < ids.size(); ++i) {
    page.placed(ids[i]).label = {};
    page.placed(ids[i]).picture = inside_of(rects[i], 0.08 * rects[i].h);
  }
}

}  // namespace

void lay_hand(Page& page) {
  RectMm room = begin_result(page);
  const auto [heading, below] = texts_of(page);
  room = place_texts(page, heading, room, From::top, true);
  const Held held = held_of(page);
  if (held.cards.empty()) return;
  const double gap = std::max(page.ground.gap, 9.0 * page.ground.share);
  const size_t count = std::min<size_t>(3, held.cards.size());
  const Indices cards(held.cards.begin(), held.cards.begin() + static_cast<std::ptrdiff_t>(count));
  const double share = page.ground.is_compact ? low_hand_share : hand_share;
  const double hand = held.hand < 0 ? 0 : std::min(room.h * share, room.w / hand_aspect);
  RectMm above{room.x, room.y, room.w, room.h - hand};
  std::vector<RectMm> rects = held_rects(page, above, count, gap);
  const double used = rects[0].h + hand;
  for (RectMm& rect : rects) rect.y -= (room.h - used) / 2;
  fill_held(page, cards, rects);
  if (held.hand < 0) return;
  const double top = rects[0].bottom();
  place_hand(page, held.hand, {room.x, top, room.w, hand}, room.w);
}

namespace {

struct Sheet {
  Indices large, small;
};

Sheet sheet_of(const Page& page) {
  Sheet sheet;
  for (int index : page.groups.pictures)
    (page.element(index).look == Look::primary ? sheet.large : sheet.small).push_back(index);
  return sheet;
}

// First and largest: on top of an upright sheet, at the left of a wide one.
RectMm place_large(Page& page, const Indices& ids, const RectMm& room, bool is_alone) {
  if (ids.empty()) return room;
  if (is_alone) return place_pictures(page, ids, room), room;
  const double gap = 2 * page.ground.gap;
  if (page.ground.is_portrait) {
    const double height = room.h * primary_height;
    place_pictures(page, ids, {room.x, room.y, room.w, height});
    return {room.x, room.y + height + gap, room.w, room.h - height - gap};
  }
  const double width = room.w * primary_width;
  place_pictures(page, ids, {room.x, room.y, width, room.h});
  return {room.x + width + gap, room.y, room.w - width - gap, room.h};
}

}  // namespace

void lay_sheet(Page& page) {
  const RectMm panel = begin_result(page);
  page.layout.panels.push_back(panel);
  RectMm room = inside_of(panel, std::max(2.0, 6.0 * page.ground.share));
  room = place_texts(page, texts_of(page).heading, room, From::top, true, Weight::semibold);
  const Sheet sheet = sheet_of(page);
  const RectMm rest = place_large(page, sheet.large, room, sheet.small.empty());
  if (!sheet.small.empty())
    place_pictures(page, sheet.small, rest, sheet.small.size() > many ? small_words : 0);
}

}  // namespace aktiv::layout
