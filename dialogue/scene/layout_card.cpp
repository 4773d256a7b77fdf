#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout_parts.h"

// Equal cards: no card may look more important than its neighbour, so all get the same picture box,
// the same label size and the same first line.
namespace aktiv::layout {
namespace {

constexpr double picture_of_height =
    0.62;  // visual-language.md: pictures fill about 60 % of the card
constexpr double picture_of_width = 0.76;
constexpr double least_picture = 0.2;     // of the height: pictures shrink before words do,
constexpr double least_picture_mm = 6.0;  // and where words still have no room, pictures go
constexpr double beside_width = 0.42;
constexpr double wide_card = 1.9;
constexpr double tallest_card = 1.45;  // height over width
constexpr double widest_card = 1.45;   // width over height
constexpr double low_row = 45.0;       // millimetres: where height is scarce, cards grow wide
constexpr double widest_low_card = 3.0;

struct Inner {
  double pad = 0, w = 0, h = 0, gap = 0;
};

enum class Body { card, bare };  // bare: shown on the paper or a panel, without a card around it

Inner inner_of(const Page& page, const RectMm& rect, Body body) {
  const bool is_bare = body == Body::bare;
  const double step = is_bare ? 0 : page.ground.step();
  Inner inner;
  inner.pad = is_bare ? 0.4 : std::clamp(0.05 * std::min(rect.w, rect.h), 1.6, 8.0);
  inner.w = rect.w - 2 * inner.pad;
  inner.h = rect.h - step - 2 * inner.pad;
  inner.gap = std::max(1.2, 4.0 * page.ground.share);
  return inner;
}

struct Stacked {
  GroupFit fit;
  double picture_w = 0, picture_h = 0;
};

Stacked plan_stacked(Page& page, std::span<const int> ids, const Inner& inner, double em) {
  Stacked plan;
  const double keep = std::max(least_picture_mm, least_picture * inner.h) + inner.gap;
  plan.fit = fit_group(page, ids, Weight::semibold, em, inner.w, inner.h - keep);
  if (!plan.fit.is_whole) plan.fit = fit_group(page, ids, Weight::semibold, em, inner.w, inner.h);
  const double rest = inner.h - (plan.fit.tallest > 0 ? plan.fit.tallest + inner.gap : 0);
  plan.picture_h = std::max(0.0, std::min(rest, (inner.h + 2 * inner.pad) * picture_of_height));
  plan.picture_w = std::min(inner.w, (inner.w + 2 * inner.pad) * picture_of_width);
  return plan;
}

struct Beside {
  GroupFit fit;
  double picture_w = 0, picture_h = 0;
};

Beside plan_beside(Page& page, std::span<const int> ids, const Inner& inner, double em) {
  Beside plan;
  plan.picture_h = inner.h * 0.9;
  plan.picture_w = std::min(inner.w * beside_width, plan.picture_h * 1.25);
  const double width = inner.w - plan.picture_w - 2 * inner.gap;
  plan.fit = fit_group(page, ids, Weight::semibold, em, width, inner.h);
  return plan;
}

double drawn_side(double w, double h) {
  return std::min(w, h);
}

void fill_stacked(Page& page, int index, const RectMm& rect, const Inner& inner,
                  const Stacked& plan) {
  PlacedElement& placed = page.placed(index);
  const bool has_label = !page.label(index).empty();
  const double label_h = has_label ? plan.fit.tallest + inner.gap : 0;
  const double spare = inner.h - plan.picture_h - label_h;
  const double top = rect.y + inner.pad + std::max(0.0, spare / 2);
  placed.picture = {rect.x + (rect.w - plan.picture_w) / 2, top, plan.picture_w, plan.picture_h};
  if (!has_label) return;
  const TextSize size = page.measure(page.label(index), plan.fit.em, Weight::semibold, inner.w);
  const RectMm box{rect.x + inner.pad, top + plan.picture_h + inner.gap, inner.w, size.h};
  place_text(placed.label, page.label(index), box, plan.fit.em, Weight::semibold, true);
}

void fill_beside(Page& page, int index, const RectMm& rect, const Inner& inner,
                 const Beside& plan) {
  PlacedElement& placed = page.placed(index);
  const double top = rect.y + inner.pad;
  const double x = rect.x + inner.pad + inner.gap / 2;
  placed.picture = {x, top + (inner.h - plan.picture_h) / 2, plan.picture_w, plan.picture_h};
  const double left = placed.picture.right() + inner.gap;
  const double width = rect.right() - inner.pad - left;
  const TextSize size = page.measure(page.label(index), plan.fit.em, Weight::semibold, width);
  const RectMm box{left, top + (inner.h - size.h) / 2, width, size.h};
  place_text(placed.label, page.label(index), box, plan.fit.em, Weight::semibold, false);
}

void fill_words(Page& page, std::span<const int> ids, std::span<const RectMm> rects,
                const Inner& inner, double em) {
  const GroupFit fit = fit_group(page, ids, Weight::semibold, em, inner.w, inner.h);
  page.note(fit.is_whole);
  for (size_t i = 0; i < ids.size(); ++i) {
    const TextSize size = page.measure(page.label(ids[i]), fit.em, Weight::semibold, inner.w);
    const RectMm box{rects[i].x + inner.pad, rects[i].y + inner.pad + (inner.h - size.h) / 2,
                     inner.w, size.h};
    place_text(page.placed(ids[i]).label, page.label(ids[i]), box, fit.em, Weight::semibold, true);
  }
}

bool any_picture(const Page& page, std::span<const int> ids) {
  return std::any_of(ids.begin(), ids.end(), [&](int index) { return page.has_picture(index); });
}

bool any_label(const Page& page, std::span<const int> ids) {
  return std::any_of(ids.begin(), ids.end(), [&](int index) { return !page.label(index).empty(); });
}

void surround(Page& page, std::span<const int> ids, std::span<const RectMm> rects) {
  for (size_t i = 0; i < ids.size(); ++i) {
    PlacedElement& placed = page.placed(ids[i]);
    placed.rect = rects[i];
    placed.corner = std::min(page.ground.card_corner(), rects[i].h * 0.2);
    placed.step = page.ground.step();
  }
}

// On the smallest glass, and among what is only shown, where words have no room pictures stand
// alone, all of a group alike: the voice says the words, and a whole picture is worth more than
// half a word.
void fill_without_words(Page& page, std::span<const int> ids, std::span<const RectMm> rects,
                        Body body) {
  for (size_t i = 0; i < ids.size(); ++i) {
    const Inner inner = inner_of(page, rects[i], body);
    PlacedElement& placed = page.placed(ids[i]);
    placed.label = {};
    placed.picture = {rects[i].x + inner.pad, rects[i].y + inner.pad, inner.w, inner.h};
  }
}

void fill(Page& page, std::span<const int> ids, std::span<const RectMm> rects, double em,
          Body body) {
  if (ids.empty()) return;
  surround(page, ids, rects);
  const RectMm& rect = rects[0];
  const Inner inner = inner_of(page, rect, body);
  if (!any_picture(page, ids)) return fill_words(page, ids, rects, inner, em);
  const Stacked stacked = plan_stacked(page, ids, inner, em);
  // One picture alone stands in the middle with its word below; a list has its words side by side.
  const bool is_alone = body == Body::bare && ids.size() == 1 && stacked.fit.is_whole &&
                        stacked.picture_h >= inner.h / 2;
  if (!is_alone && rect.w > wide_card * rect.h && any_label(page, ids)) {
    const Beside beside = plan_beside(page, ids, inner, em);
    const bool is_larger = drawn_side(beside.picture_w, beside.picture_h) >
                           1.2 * drawn_side(stacked.picture_w, stacked.picture_h);
    if (beside.fit.is_whole && (is_larger || !stacked.fit.is_whole) &&
        beside.fit.em >= 0.9 * stacked.fit.em) {
      for (size_t i = 0; i < ids.size(); ++i) fill_beside(page, ids[i], rects[i], inner, beside);
      return;
    }
  }
  const bool is_whole = stacked.fit.is_whole && stacked.picture_h >= least_picture_mm;
  if (!is_whole && (page.ground.is_compact || body == Body::bare) && page.ground.scale <= 1)
    return fill_without_words(page, ids, rects, body);
  page.note(is_whole);
  for (size_t i = 0; i < ids.size(); ++i) fill_stacked(page, ids[i], rects[i], inner, stacked);
}

}  // namespace

void fill_cards(Page& page, std::span<const int> ids, std::span<const RectMm> rects, double em) {
  fill(page, ids, rects, em, Body::card);
}

// Pictures that are shown and cannot be chosen have no card around them: what looks like a card is
// one.
void fill_pictures(Page& page, std::span<const int> ids, std::span<const RectMm> rects, double em) {
  fill(page, ids, rects, em, Body::bare);
  for (size_t i = 0; i < ids.size(); ++i) {
    PlacedElement& placed = page.placed(ids[i]);
    placed.has_surface = false;
    placed.step = 0;
    if (page.label(ids[i]).empty()) placed.picture = rects[i];
  }
}

void fill_bare(Page& page, std::span<const int> ids, std::span<const RectMm> rects) {
  surround(page, ids, rects);
  fill_without_words(page, ids, rects, Body::bare);
  for (int index : ids) {
    page.placed(index).has_surface = false;
    page.placed(index).step = 0;
  }
}

void place_row(Page& page, std::span<const int> ids, const RectMm& room, double gap) {
  const double count = static_cast<double>(ids.size());
  if (ids.empty()) return;
  const double most = (room.w - (count - 1) * gap) / count;
  const double height = std::min(room.h, most * tallest_card);
  const double widest = height < low_row ? widest_low_card : widest_card;
  const double width = std::min(most, height * widest);
  double x = room.x + (room.w - count * width - (count - 1) * gap) / 2;
  const double y = room.y + (room.h - height) / 2;
  std::vector<RectMm> rects;
  rects.reserve(ids.size());
  for (size_t i = 0; i < ids.size(); ++i, x += width + gap) rects.push_back({x, y, width, height});
  fill_cards(page, ids, rects, page.ground.em(page.ground.sizes.card));
}

namespace {

constexpr int few = 6;
constexpr double ragged_worth = 0.85;  // many pictures in uneven rows look unfinished

struct GridShape {
  int columns = 1, rows = 1;
  double w = 0, h = 0;
};

GridShape shape_of(int count, int columns, const RectMm& room, double gap) {
  GridShape shape;
  shape.columns = columns;
  shape.rows = (count + columns - 1) / columns;
  shape.w = (room.w - (columns - 1) * gap) / columns;
  shape.h = (room.h - (shape.rows - 1) * gap) / shape.rows;
  shape.h = std::min(shape.h, shape.w * tallest_card);
  shape.w = std::min(shape.w, shape.h * (shape.h < low_row ? 5.0 : 2.4));
  return shape;
}

// The side of the largest picture beside its word; a shape whose words do not fit comes last.
double worth(Page& page, std::span<const int> ids, const GridShape& shape, double em, Body body) {
  const Inner inner = inner_of(page, {0, 0, shape.w, shape.h}, body);
  const double least = page.ground.sizes.least_target;
  const double hit = shape.h - (body == Body::bare ? 0 : page.ground.step());
  if (shape.w < least || hit < least) return std::min(shape.w, hit) / 1e6;
  const Stacked plan = plan_stacked(page, ids, inner, em);
  const double picture = any_picture(page, ids) ? drawn_side(plan.picture_w, plan.picture_h)
                                                : std::min(shape.w / 3, shape.h);
  // Words that do not fit, or that leave no picture.
  const double poor = std::max(picture, 1.0) / 100;
  const double stacked =
      plan.fit.is_whole ? std::max(picture * std::sqrt(plan.fit.em / em), poor) : poor;
  if (shape.w <= wide_card * shape.h || !any_picture(page, ids)) return stacked;
  const Beside beside = plan_beside(page, ids, inner, em);
  if (!beside.fit.is_whole) return stacked;
  const double larger = drawn_side(beside.picture_w, beside.picture_h);
  return std::max(stacked, larger * std::sqrt(beside.fit.em / em) * 0.9);
}

GridShape best_shape(Page& page, std::span<const int> ids, const RectMm& room, double gap,
                     double em, Body body) {
  const int count = static_cast<int>(ids.size());
  GridShape best;
  double best_worth = -1;
  for (int columns = 1; columns <= count; ++columns) {
    const GridShape shape = shape_of(count, columns, room, gap);
    const bool has_hole_row = shape.rows * columns - count >= columns;
    if (has_hole_row || shape.rows > 4 || columns > 6) continue;
    const bool is_ragged = body == Body::bare && count > few && shape.rows * columns != count;
    const double value = worth(page, ids, shape, em, body) * (is_ragged ? ragged_worth : 1);
    if (value > best_worth * 1.02) {
      best = shape;
      best_worth = value;
    }
  }
  return best;
}

std::vector<RectMm> grid_rects(Page& page, std::span<const int> ids, const RectMm& room, double em,
                               Body body) {
  const double gap = std::clamp(0.02 * room.w, page.ground.gap, 10.5);
  const GridShape shape = best_shape(page, ids, room, gap, em, body);
  const double height = shape.rows * shape.h + (shape.rows - 1) * gap;
  const int count = static_cast<int>(ids.size());
  std::vector<RectMm> rects;
  rects.reserve(ids.size());
  for (int i = 0; i < count; ++i) {
    const int row = i / shape.columns;
    const int in_row = std::min(shape.columns, count - row * shape.columns);
    const double width = in_row * shape.w + (in_row - 1) * gap;
    const double x = room.x + (room.w - width) / 2 + (i % shape.columns) * (shape.w + gap);
    const double y = room.y + (room.h - height) / 2 + row * (shape.h + gap);
    rects.push_back({x, y, shape.w, shape.h});
  }
  return rects;
}

}  // namespace

void place_grid(Page& page, std::span<const int> ids, const RectMm& room) {
  if (ids.empty()) return;
  const double em = page.ground.em(page.ground.sizes.card);
  fill_cards(page, ids, grid_rects(page, ids, room, em, Body::card), em);
}

void place_pictures(Page& page, std::span<const int> ids, const RectMm& room, double wished) {
  if (ids.empty()) return;
  const double em = page.ground.em(wished > 0 ? wished : page.ground.sizes.card);
  fill_pictures(page, ids, grid_rects(page, ids, room, em, Body::bare), em);
}

}  // namespace aktiv::layout
