#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// What was chosen, as pictures with their words, beside what can be done with it; and the board.
namespace aktiv::layout {
namespace {

constexpr double panel_share = 0.40;
constexpr double compact_panel_share = 0.46;
constexpr double panel_pad = 7.0;
constexpr double favourites_share = 0.36;
constexpr double compact_favourites_share = 0.24;  // of the width: height is scarce

// A whole picture is worth more than half a word, and the voice has said them.
bool have_room(const Page& page, const Indices& ids, double width, double height) {
  return std::ranges::all_of(ids, [&](int index) {
    const double room = width - std::min(height, width / 2);
    const TextSize size =
        page.measure(page.label(index), page.ground.sizes.legible, Weight::semibold, room);
    return size.w <= room && size.h <= height;
  });
}

void place_list(Page& page, const RectMm& room) {
  const Indices& ids = page.groups.pictures;
  const double em = page.ground.em(page.ground.sizes.button * 1.1);
  const int count = static_cast<int>(ids.size());
  const double gap = page.ground.gap;
  const double row = (room.h - (count - 1) * gap) / count;
  const int columns = room.h / count < 13.0 || row < em * 1.35 ? 2 : 1;
  const int rows = (count + columns - 1) / columns;
  const double width = (room.w - (columns - 1) * gap) / columns;
  const double height = std::min((room.h - (rows - 1) * gap) / rows, width * 0.5);
  std::vector<RectMm> rects;
  for (int i = 0; i < count; ++i)
    rects.push_back({room.x + (i % columns) * (width + gap),
                     room.y + (i / columns) * (height + gap), width, height});
  const bool is_last_try = page.ground.scale <= 1;  // larger words are made smaller first
  if (is_last_try && !have_room(page, ids, width, height)) return fill_bare(page, ids, rects);
  fill_pictures(page, ids, rects, em);
}

void place_panel(Page& page, const RectMm& panel, const Indices& heading) {
  page.layout.panels.push_back(panel);
  const double pad = std::max(2.5, panel_pad * page.ground.share);
  RectMm room{panel.x + pad, panel.y + pad, panel.w - 2 * pad, panel.h - 2 * pad};
  room = place_texts(page, heading, room, From::top, false, Weight::semibold);
  const bool has_words = std::any_of(page.groups.pictures.begin(), page.groups.pictures.end(),
                                     [&](int index) { return !page.label(index).empty(); });
  const bool is_alone = page.groups.pictures.size() == 1 && !page.ground.is_compact;
  if (!has_words || is_alone) return place_pictures(page, page.groups.pictures, room);
  place_list(page, room);
}

void begin(Page& page) {
  place_bottom(page);
  place_question_and_caption(page);
}

// The favourites stand on top of the board, with air around them and no card: they are shown, not
// asked.
RectMm place_favourites(Page& page, const RectMm& room) {
  if (page.groups.pictures.empty()) return room;
  if (page.ground.is_compact) {
    const double width = room.w * compact_favourites_share;
    place_pictures(page, page.groups.pictures, {room.x, room.y, width, room.h});
    const double taken = width + page.ground.gap;
    return {room.x + taken, room.y, room.w - taken, room.h};
  }
  const RectMm top{room.x, room.y, room.w, room.h * favourites_share};
  place_pictures(page, page.groups.pictures, top);
  const double used = top.h + page.ground.gap;
  return {room.x, room.y + used, room.w, room.h - used};
}

void place_columns(Page& page, const RectMm& room) {
  const double gap = std::max(page.ground.gap, 6.5 * page.ground.share);
  const double count = static_cast<double>(page.groups.places.size());
  const bool is_tall = page.ground.is_portrait;
  const double width = is_tall ? room.w : (room.w - (count - 1) * gap) / count;
  const double height = is_tall ? (room.h - (count - 1) * gap) / count : room.h;
  std::vector<RectMm> rects;
  for (size_t i = 0; i < page.groups.places.size(); ++i) {
    const double n = static_cast<double>(i);
    rects.push_back({room.x + (is_tall ? 0 : n * (width + gap)),
                     room.y + (is_tall ? n * (height + gap) : 0), width, height});
  }
  fill_places(page, rects);
}

}  // namespace

void lay_summary(Page& page) {
  begin(page);
  if (page.groups.pictures.empty()) {
    const RectMm room = place_texts(page, page.groups.texts, page.free, From::bottom, true);
    return place_grid(page, page.groups.choices, room);
  }
  const auto [heading, below] = texts_of(page);
  const double gap = std::max(page.ground.gap, 12.0 * page.ground.share);
  if (page.ground.is_compact) page.free = place_texts(page, below, page.free, From::bottom, true);
  RectMm panel = page.free;
  RectMm rest = page.free;
  if (page.ground.is_portrait) {
    panel.h = page.free.h * panel_share;
    rest.y += panel.h + gap;
    rest.h -= panel.h + gap;
  } else {
    panel.w = page.free.w * (page.groups.choices.empty() ? 1
                             : page.ground.is_compact    ? compact_panel_share
                                                         : panel_share);
    rest.x += panel.w + gap;
    rest.w -= panel.w + gap;
  }
  place_panel(page, panel, heading);
  if (page.groups.choices.empty()) return;
  if (!page.ground.is_compact) rest = place_texts(page, below, rest, From::bottom, false);
  place_row(page, page.groups.choices, rest, std::max(page.ground.gap, 10.0 * page.ground.share));
}

void lay_board(Page& page) {
  begin(page);
  page.note(page.free.h >= page.ground.sizes.least_target);  // larger words are made smaller first
  page.free = place_texts(page, page.groups.texts, page.free, From::bottom, true);
  if (!page.groups.choices.empty()) {
    const double height = page.groups.pictures.empty() && page.groups.places.empty()
                              ? page.free.h
                              : page.free.h * 0.42;
    place_grid(page, page.groups.choices,
               {page.free.x, page.free.bottom() - height, page.free.w, height});
    page.free.h -= height + page.ground.gap;
  }
  if (!page.groups.places.empty()) return place_columns(page, place_favourites(page, page.free));
  if (page.groups.pictures.empty()) return;
  page.layout.panels.push_back(page.free);
  const double pad = std::max(2.0, 6.0 * page.ground.share);
  place_pictures(
      page, page.groups.pictures,
      {page.free.x + pad, page.free.y + pad, page.free.w - 2 * pad, page.free.h - 2 * pad});
}

}  // namespace aktiv::layout
