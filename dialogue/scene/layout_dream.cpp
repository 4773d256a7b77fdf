#include <algorithm>
#include <utility>

#include "dialogue/scene/layout_parts.h"

// What is dreamt of, as one large picture: what it is about largest, the best thing about it in a
// field of its own, own words and drawings with it; dreams from before small in a band beside it.
namespace aktiv::layout {
namespace {

constexpr double band_width = 0.19;   // of a wide glass
constexpr double band_height = 0.13;  // of an upright one
constexpr double large_share = 0.36;  // of the panel
constexpr double best_share = 0.26;
constexpr size_t few = 3;                // cards: as large as each other
constexpr double words_of_small = 10.0;  // em: a picture says more
constexpr double words_of_large = 11.5;

struct Dream {
  Indices large, small, best, before;
};

Dream dream_of(const Page& page) {
  Dream dream;
  Indices cards;
  for (int index : page.groups.pictures)
    (page.element(index).look == Look::primary ? dream.best : cards).push_back(index);
  const size_t large = cards.size() <= few ? cards.size() : cards.size() > 5 ? 2 : 1;
  dream.large.assign(cards.begin(), cards.begin() + static_cast<std::ptrdiff_t>(large));
  dream.small.assign(cards.begin() + static_cast<std::ptrdiff_t>(large), cards.end());
  for (int index : page.groups.tiles)
    if (page.element(index).inside.empty()) dream.before.push_back(index);
  return dream;
}

// Takes a share from a side of the room: the left (the top of an upright glass) or the right.
RectMm take(const Page& page, RectMm& room, double share, bool from_end) {
  const double gap = 2 * page.ground.gap;
  RectMm taken = room;
  if (page.ground.is_portrait) {
    taken.h = room.h * share;
    if (from_end) taken.y = room.bottom() - taken.h;
    if (!from_end) room.y += taken.h + gap;
    room.h -= taken.h + gap;
    return taken;
  }
  taken.w = room.w * share;
  if (from_end) taken.x = room.right() - taken.w;
  if (!from_end) room.x += taken.w + gap;
  room.w -= taken.w + gap;
  return taken;
}

// At least as wide as going on, which stands below it.
double band_share(Page& page, const RectMm& panel) {
  if (page.groups.next < 0) return band_width;
  return std::max(band_width, page.placed(page.groups.next).rect.w / panel.w);
}

void fill_band(Page& page, const Indices& before, const RectMm& band) {
  const double corner = page.ground.card_corner();
  page.layout.shapes.push_back(box_shape(band, Tone::soft, corner));
  const RectMm inner = inside_of(band, std::max(2.5, 5.0 * page.ground.share));
  std::vector<RectMm> rects =
      tile_rects(static_cast<int>(before.size()), inner, 62.0 * page.ground.share, page.ground.gap);
  const RectMm& last = rects.back();
  double right = 0;
  for (const RectMm& rect : rects) right = std::max(right, rect.right());
  const double dx = (inner.right() - right) / 2;
  const double dy = (inner.bottom() - last.bottom()) / 2;
  for (size_t i = 0; i < before.size(); ++i) {
    rects[i].x += dx;
    rects[i].y += dy;
    fill_tile(page, before[i], rects[i]);
  }
}

void fill_best(Page& page, const Indices& best, const RectMm& field) {
  page.layout.shapes.push_back(box_shape(field, Tone::chosen, page.ground.card_corner()));
  place_pictures(page, best, inside_of(field, std::max(2.5, 5.0 * page.ground.share)),
                 words_of_large);
}

}  // namespace

void lay_dream(Page& page) {
  const Indices own_words = std::exchange(page.groups.texts, {});  // they stand in the picture
  RectMm panel = begin_result(page);
  const Dream dream = dream_of(page);
  if (!dream.before.empty()) {
    const RectMm tall = beside_next(page, panel);
    const double share = page.ground.is_portrait ? band_height : band_share(page, panel);
    fill_band(page, dream.before, take(page, panel, share, true));
    // The picture goes down beside going on; the band stands above it.
    if (!page.ground.is_portrait) panel.h = tall.h, panel.w = std::min(panel.w, tall.w);
  }
  page.layout.shapes.push_back(box_shape(panel, Tone::card, page.ground.card_corner()));
  RectMm room = inside_of(panel, std::max(2.5, 6.0 * page.ground.share));
  room = place_texts(page, own_words, room, From::bottom, true, Weight::semibold);
  if (!dream.best.empty()) {
    const bool is_alone = dream.large.empty();
    const RectMm field = is_alone ? room : take(page, room, best_share, true);
    fill_best(page, dream.best, field);
    if (is_alone) return;
  }
  if (dream.small.empty()) return place_pictures(page, dream.large, room);
  const RectMm first = take(page, room, large_share, false);
  place_pictures(page, dream.large, first, words_of_large);
  place_pictures(page, dream.small, room, words_of_small);
}

}  // namespace aktiv::layout
