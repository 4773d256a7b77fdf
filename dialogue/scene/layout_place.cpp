#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// Places to put a card: a heading with its face, and below it the cards that already lie there.
namespace aktiv::layout {

Indices tiles_in(const Page& page, const ElementId& place) {
  Indices inside;
  for (int index : page.groups.tiles)
    if (page.element(index).inside == place) inside.push_back(index);
  return inside;
}

void fill_tile(Page& page, int index, const RectMm& rect) {
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.corner = std::min(page.ground.button_corner() * 0.8, rect.h * 0.2);
  const double side = 0.8;
  placed.picture = {rect.x + rect.w * (1 - side) / 2, rect.y + rect.h * (1 - side) / 2,
                    rect.w * side, rect.h * side};
}

namespace {

constexpr double tile_aspect = 1.25;
constexpr double sorting_tile = 27.0;  // 134 x 107 px at 1080p
constexpr double board_tile = 62.0;
constexpr double heading_share = 0.6;           // of the place's height, at most
constexpr double compact_heading_share = 0.75;  // while sorting: the face tells more than the tiles
constexpr double word_of_tile = 0.4;            // of its height, at most: the picture says more
constexpr double face_em = 1.5;
constexpr double least_face = 6.0;  // millimetres
constexpr double largest_board_face = 8.0;
constexpr double face_gap_em = 0.45;

struct Heading {
  GroupFit fit;
  bool is_stacked = false;
  bool has_words = true;
  double face = 0, height = 0, pad = 0;
};

Heading plan_heading(Page& page, const RectMm& rect) {
  const Ground& ground = page.ground;
  Heading heading;
  heading.pad = std::clamp(0.05 * std::min(rect.w, rect.h), 1.6, 5.0);
  const double em = ground.em(ground.sizes.card * 0.93);
  const bool is_board = page.scene.arrangement == Arrangement::board;
  const double share = ground.is_compact && !is_board ? compact_heading_share : heading_share;
  const double most = rect.h * share - heading.pad;
  const double beside = (face_em + face_gap_em) * em;
  const double width = rect.w - 2 * heading.pad;
  heading.fit = fit_group(page, page.groups.places, Weight::bold, em, width - beside, most);
  heading.face = face_em * heading.fit.em;
  if (!heading.fit.is_whole) {
    heading.is_stacked = true;
    heading.face = std::min(heading.face, most * 0.4);
    heading.fit = fit_group(page, page.groups.places, Weight::bold, em, width, most - heading.face);
  }
  // The smallest glass shows the faces alone: on the board so that the cards below them can be
  // seen, and where a word leaves no face that tells anything. The voice says the words.
  const bool has_no_face = heading.is_stacked && heading.face < least_face;
  heading.has_words = !page.ground.is_compact || (!is_board && !has_no_face);
  if (!heading.has_words) {
    heading.is_stacked = true;
    heading.fit.tallest = 0;
    heading.face = is_board ? std::min(largest_board_face, most) : most;
  }
  page.note(heading.fit.is_whole || !heading.has_words);
  heading.height = heading.is_stacked ? heading.face + heading.fit.tallest
                                      : std::max(heading.face, heading.fit.tallest);
  return heading;
}

void fill_heading(Page& page, int index, const RectMm& rect, const Heading& heading) {
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.corner = std::min(page.ground.card_corner(), rect.h * 0.2);
  const double top = rect.y + heading.pad;
  const bool has_face = page.has_picture(index);
  const double beside =
      has_face && !heading.is_stacked ? heading.face + face_gap_em * heading.fit.em : 0;
  const double width = rect.w - 2 * heading.pad - beside;
  const TextSize size = page.measure(page.label(index), heading.fit.em, Weight::bold, width);
  if (heading.is_stacked) {
    placed.picture = {rect.x + (rect.w - heading.face) / 2, top, heading.face, heading.face};
    if (!heading.has_words) return;
    const RectMm box{rect.x + heading.pad, top + heading.face, width, size.h};
    return place_text(placed.label, page.label(index), box, heading.fit.em, Weight::bold, true);
  }
  const double left = rect.x + (rect.w - beside - size.w) / 2;
  if (has_face)
    placed.picture = {left, top + (heading.height - heading.face) / 2, heading.face, heading.face};
  const RectMm box{left + beside, top + (heading.height - size.h) / 2, size.w, size.h};
  place_text(placed.label, page.label(index), box, heading.fit.em, Weight::bold, false);
}

// On the board a tile carries its word where the word can be read; while sorting it is its picture
// alone.
bool has_room_for_words(Page& page, const Indices& tiles, const RectMm& tile) {
  const double em = page.ground.em(page.ground.sizes.caption);
  for (int index : tiles) {
    const TextSize size = page.measure(page.label(index), em, Weight::semibold, tile.w - 3);
    if (size.w > tile.w - 3 || size.h > tile.h * word_of_tile) return false;
  }
  return true;
}

struct Tiles {
  Indices ids;
  std::vector<RectMm> rects;
};

Tiles tiles_of(Page& page, int place, const RectMm& rect, const Heading& heading) {
  Tiles tiles{tiles_in(page, page.element(place).id), {}};
  const double top = heading.pad + heading.height + 1.5;
  const RectMm room{rect.x + heading.pad, rect.y + top, rect.w - 2 * heading.pad,
                    rect.h - top - heading.pad};
  const bool is_board = page.scene.arrangement == Arrangement::board;
  const double tallest = (is_board ? board_tile : sorting_tile) * std::max(0.75, page.ground.share);
  tiles.rects = tile_rects(static_cast<int>(tiles.ids.size()), room, tallest, page.ground.gap);
  return tiles;
}

// All tiles carry their words or none does: a card without a word would look lesser.
void fill_tiles(Page& page, std::span<const Tiles> places) {
  bool has_words = page.scene.arrangement == Arrangement::board;
  for (const Tiles& tiles : places)
    has_words =
        has_words && (tiles.ids.empty() || has_room_for_words(page, tiles.ids, tiles.rects[0]));
  for (const Tiles& tiles : places) {
    if (has_words)
      fill_cards(page, tiles.ids, tiles.rects, page.ground.em(page.ground.sizes.caption));
    for (size_t i = 0; i < tiles.ids.size(); ++i) {
      if (has_words)
        page.placed(tiles.ids[i]).step = 0;
      else
        fill_tile(page, tiles.ids[i], tiles.rects[i]);
    }
  }
}

}  // namespace

std::vector<RectMm> tile_rects(int count, const RectMm& room, double tallest, double gap) {
  double best = 0;
  int columns = 1;
  for (int tried = 1; tried <= count; ++tried) {
    const int rows = (count + tried - 1) / tried;
    const double w = (room.w - (tried - 1) * gap) / tried;
    const double h = (room.h - (rows - 1) * gap) / rows;
    const double height = std::min({w / tile_aspect, h, tallest});
    if (height < best - 1e-9) continue;
    best = height;
    columns = tried;
  }
  std::vector<RectMm> rects;
  rects.reserve(static_cast<size_t>(count));
  const double width = best * tile_aspect;
  for (int i = 0; i < count; ++i)
    rects.push_back({room.x + (i % columns) * (width + gap), room.y + (i / columns) * (best + gap),
                     width, best});
  return rects;
}

void fill_places(Page& page, std::span<const RectMm> rects) {
  if (rects.empty()) return;
  const Heading heading = plan_heading(page, rects[0]);
  std::vector<Tiles> tiles;
  for (size_t i = 0; i < page.groups.places.size(); ++i) {
    fill_heading(page, page.groups.places[i], rects[i], heading);
    tiles.push_back(tiles_of(page, page.groups.places[i], rects[i], heading));
  }
  fill_tiles(page, tiles);
}

}  // namespace aktiv::layout
