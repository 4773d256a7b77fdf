#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// The lowest rows: the mentor's sign, keys, the outs and going on. Outs are as large as each other,
// so that "I don't know" weighs no less than any other answer.
namespace aktiv::layout {
namespace {

constexpr double out_gap = 6.35;  // 24 px at 1080p
constexpr double vertical_pad_em = 0.25;
constexpr double most_of_height = 0.3;  // more would leave the cards too little

struct OutPlan {
  int rows = 1;
  int columns = 1;
  double width = 0;
  double height = 0;
  double em = 0;
  bool is_whole = true;
  bool is_stacked = false;

  double total_height(double gap) const { return rows * height + (rows - 1) * gap; }
};

double gap_of(const Page& page) {
  return std::max(page.ground.gap, out_gap * page.ground.share);
}

double widest(Page& page, const Indices& ids, double em) {
  double width = 0;
  for (int index : ids) width = std::max(width, button_width(page, index, em));
  return width;
}

// Columns as wide as the row allows; labels wrap inside.
OutPlan wrapped(Page& page, int columns, double room, double em) {
  const Indices& ids = page.groups.outs;
  const int count = static_cast<int>(ids.size());
  OutPlan plan{(count + columns - 1) / columns, columns, 0, 0, em, true};
  const double share = (room - (columns - 1) * gap_of(page)) / columns;
  const double narrow = std::max(page.ground.target, share);
  double width = narrow;
  for (int index : ids) width = std::min(width, button_words_width(page, index, narrow, em));
  const GroupFit fit =
      fit_group(page, ids, Weight::semibold, em, width, page.ground.h * most_of_height);
  plan.em = fit.em;
  plan.width = narrow;
  plan.height = std::max(page.ground.target, fit.tallest + 2 * vertical_pad_em * fit.em);
  plan.is_whole = fit.is_whole;
  return plan;
}

// Pictures above the words, all in one row; words wrap where the row is narrow.
OutPlan stacked(Page& page, double room) {
  const Indices& ids = page.groups.outs;
  const int count = static_cast<int>(ids.size());
  const double em = page.ground.em(page.ground.sizes.button);
  const double share = std::max(page.ground.target, (room - (count - 1) * gap_of(page)) / count);
  const double pad = stacked_button_width(page, ids[0], em) -
                     page.measure(page.label(ids[0]), em, Weight::semibold, 0).w;
  double natural = 0;
  for (int index : ids) natural = std::max(natural, stacked_button_width(page, index, em));
  const double width = std::min(natural, share);
  const GroupFit fit = fit_group(page, ids, Weight::semibold, em, width - std::max(0.0, pad),
                                 page.ground.h * most_of_height);
  const double height =
      stacked_button_height(page.ground, em) + std::max(0.0, fit.tallest - 1.3 * em);
  return {1, count, width, height, fit.em, fit.is_whole, true};
}

OutPlan plan_outs(Page& page, double room) {
  const Indices& ids = page.groups.outs;
  const int count = static_cast<int>(ids.size());
  const double em = page.ground.em(page.ground.sizes.button);
  const double natural = widest(page, ids, em);
  const double one_row = count * natural + (count - 1) * gap_of(page);
  if (one_row <= room) return {1, count, natural, std::max(page.ground.target, 1.6 * em), em, true};
  if (page.ground.is_compact) {
    const OutPlan above = stacked(page, room);
    const bool fits = count * above.width + (count - 1) * gap_of(page) <= room + 0.01;
    if (above.is_whole && fits) return above;
  }
  OutPlan best = wrapped(page, count, room, em);
  for (int columns = count - 1; columns >= 1; --columns) {
    const OutPlan other = wrapped(page, columns, room, em);
    const bool is_lower = other.total_height(gap_of(page)) < best.total_height(gap_of(page));
    if (other.is_whole > best.is_whole || (other.is_whole == best.is_whole && is_lower))
      best = other;
  }
  page.note(best.is_whole && best.total_height(gap_of(page)) <= page.ground.h * most_of_height);
  return best;
}

struct Keys {
  double height = 0;
  double end = 0;  // where the lowest row goes on
  bool is_one_row = true;
};

// A keyboard and a pad need the height that a second row of keys would take.
bool needs_height(const Page& page) {
  return page.ground.is_compact && (!page.groups.letters.empty() || page.groups.pad >= 0);
}

double key_width(Page& page, int index, double em, bool is_stacked) {
  return is_stacked ? stacked_button_width(page, index, em) : button_width(page, index, em);
}

// There, keys that have no room in one row stand as their pictures; the voice says their words.
bool keys_are_bare(Page& page, double room, double em, bool is_stacked) {
  if (!needs_height(page)) return false;
  double width = -gap_of(page);
  for (int index : page.groups.keys) {
    if (!page.has_picture(index)) return false;
    width += key_width(page, index, em, is_stacked) + gap_of(page);
  }
  return width > room;
}

void fill_bare_key(Page& page, int index, const RectMm& rect) {
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.corner = std::min(page.ground.button_corner(), rect.h / 2);
  const double side = std::min(rect.w, rect.h) * 0.62;
  placed.picture = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
}

// Low glass: where keys and outs have no room in one row beside each other, pictures go above the
// words.
bool bottom_is_stacked(Page& page, double room) {
  if (!page.ground.is_compact || page.groups.keys.empty()) return false;
  if (page.groups.outs.empty() && !needs_height(page)) return false;
  const double em = page.ground.em(page.ground.sizes.button);
  double width = 0;
  for (const Indices* group : {&page.groups.keys, &page.groups.outs})
    for (int index : *group) width += button_width(page, index, em) + gap_of(page);
  return width > room;
}

// The keys in rows from the left, the lowest row first; rows above have the whole width.
Keys place_keys(Page& page, double left, double right, bool is_stacked) {
  const Ground& ground = page.ground;
  if (page.groups.keys.empty()) return {0, left, true};
  const double em = ground.em(ground.sizes.button);
  const double height =
      is_stacked ? stacked_button_height(ground, em) : std::max(ground.target, 1.6 * em);
  const double whole = ground.w - ground.margin;
  const bool is_bare = keys_are_bare(page, right - left, em, is_stacked);
  double x = left;
  double bottom = ground.row_bottom;
  bool is_one_row = true;
  for (int index : page.groups.keys) {
    const double natural = is_bare ? height : key_width(page, index, em, is_stacked);
    const double width = std::min(natural, whole - ground.margin);
    const bool is_first_above = !is_one_row && x == ground.margin;
    if (x + width > (is_one_row ? right : whole) && !is_first_above) {
      x = ground.margin;
      bottom -= height + ground.gap;
      is_one_row = false;
    }
    const RectMm rect{x, bottom - height, width, height};
    if (is_bare)
      fill_bare_key(page, index, rect);
    else
      fill_button(page, index, rect, em, is_stacked);
    x += width + gap_of(page);
  }
  return {ground.row_bottom - bottom + height, x, is_one_row};
}

void place_outs(Page& page, const OutPlan& plan, const RectMm& room, bool is_centred) {
  const Indices& ids = page.groups.outs;
  const double gap = gap_of(page);
  const int count = static_cast<int>(ids.size());
  double y = room.bottom() - plan.total_height(gap);
  for (int row = 0; row < plan.rows; ++row, y += plan.height + gap) {
    const int first = row * plan.columns;
    const int in_row = std::min(plan.columns, count - first);
    const double width = in_row * plan.width + (in_row - 1) * gap;
    double x = is_centred ? room.x + (room.w - width) / 2 : room.x;
    for (int i = first; i < first + in_row; ++i, x += plan.width + gap)
      fill_button(page, ids[static_cast<size_t>(i)], {x, y, plan.width, plan.height}, plan.em,
                  plan.is_stacked);
  }
}

double place_next(Page& page) {
  if (page.groups.next < 0) return 0;
  const Ground& ground = page.ground;
  const double em = ground.em(ground.sizes.button);
  const double width = std::min(button_width(page, page.groups.next, em), ground.w / 2);
  const double height = std::max(ground.target, 1.6 * em);
  fill_button(page, page.groups.next,
              {ground.w - ground.margin - width, ground.row_bottom - height, width, height}, em,
              false);
  return width + gap_of(page);
}

double place_mentor(Page& page) {
  if (page.groups.mentor < 0) return 0;
  fill_button(page, page.groups.mentor, page.ground.mentor, page.ground.fixed_em,
              page.ground.fixed_is_stacked);
  return page.ground.mentor.w + gap_of(page);
}

// Outs stand in the lowest row where it has room for them, else in rows of their own above it.
double place_outs_above(Page& page, const Keys& keys, double right, double lowest) {
  const Ground& ground = page.ground;
  if (page.groups.outs.empty()) return lowest;
  const double full = ground.w - 2 * ground.margin;
  const bool is_alone = lowest == 0;
  const OutPlan own = plan_outs(page, full);
  if (is_alone) {
    const RectMm room{ground.margin, 0, full, ground.row_bottom};
    place_outs(page, own, room, true);
    return own.total_height(gap_of(page));
  }
  const double above = lowest + gap_of(page) + own.total_height(gap_of(page));
  const double left = keys.end;
  if (keys.is_one_row && right - left > ground.target) {
    const OutPlan beside = plan_outs(page, right - left);
    const double height = std::max(lowest, beside.total_height(gap_of(page)));
    // A tall glass has height to spare: one word a line is harder to read than a row more.
    const bool is_narrow =
        page.ground.is_portrait && beside.total_height(gap_of(page)) > lowest + 1;
    if (height < above && !is_narrow && beside.em >= own.em * 0.99) {
      const RectMm room{left, 0, right - left, ground.row_bottom};
      place_outs(page, beside, room, left > ground.margin);
      return height;
    }
  }
  const RectMm room{ground.margin, 0, full, ground.row_bottom - lowest - gap_of(page)};
  place_outs(page, own, room, true);
  return above;
}

}  // namespace

void place_bottom(Page& page) {
  const Ground& ground = page.ground;
  const double right = ground.w - ground.margin - place_next(page);
  const double left = ground.margin + place_mentor(page);
  const bool is_stacked = bottom_is_stacked(page, right - left);
  const Keys keys = place_keys(page, left, right, is_stacked);
  double lowest = keys.height;
  if (page.groups.next >= 0) lowest = std::max(lowest, page.placed(page.groups.next).rect.h);
  if (page.groups.mentor >= 0) lowest = std::max(lowest, ground.mentor.h);
  const double used = place_outs_above(page, keys, right, lowest);
  const double bottom = ground.row_bottom - used - (used > 0 ? 2 * ground.gap : 0);
  page.free.h = bottom - page.free.y;
}

}  // namespace aktiv::layout
