#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// A button is a label with a picture beside it or above it. Going on has its arrow after the word:
// the direction of reading is the direction of going.
namespace aktiv::layout {
namespace {

constexpr double side_pad_em = 0.6;
constexpr double narrow_pad_em = 0.3;
constexpr double picture_em = 1.5;
constexpr double picture_gap_em = 0.3;
constexpr double stacked_picture_em = 1.0;
constexpr double stacked_height_em = 2.5;

double picture_room(const Page& page, int index, double em) {
  return page.has_picture(index) ? (picture_em + picture_gap_em) * em : 0;
}

double side_pad(double width, double em) {
  return std::min(side_pad_em * em, std::max(narrow_pad_em * em, width * 0.05));
}

void fill_without_picture(Page& page, int index, const RectMm& rect, double em) {
  const double pad = narrow_pad_em * em;
  const double width = rect.w - 2 * pad;
  const Fit fit = fit_text(page.measure, page.label(index), Weight::semibold, em,
                           page.ground.sizes.legible, width, rect.h);
  page.note(fit.is_whole);
  const RectMm box{rect.x + pad, rect.y + (rect.h - fit.size.h) / 2, width, fit.size.h};
  place_text(page.placed(index).label, page.label(index), box, fit.em, Weight::semibold, true);
}

void fill_stacked(Page& page, int index, const RectMm& rect, double em) {
  const double pad = narrow_pad_em * em;
  const double width = rect.w - 2 * pad;
  const Fit fit = fit_text(page.measure, page.label(index), Weight::semibold, em,
                           page.ground.sizes.legible, width, rect.h);
  const double spare = rect.h - fit.size.h;
  const double picture = std::clamp(spare - 0.25 * em, 0.0, stacked_picture_em * em);
  const double top = rect.y + (spare - picture) / 2;
  PlacedElement& placed = page.placed(index);
  placed.picture = {rect.x + (rect.w - 1.6 * picture) / 2, top, 1.6 * picture, picture};
  const RectMm box{rect.x + pad, top + picture, width, fit.size.h};
  place_text(placed.label, page.label(index), box, fit.em, Weight::semibold, true);
}

void fill_beside(Page& page, int index, const RectMm& rect, double em) {
  const double room = picture_room(page, index, em);
  const double width = button_words_width(page, index, rect.w, em);
  const Fit fit = fit_text(page.measure, page.label(index), Weight::semibold, em,
                           page.ground.sizes.legible, width, rect.h);
  page.note(fit.is_whole);
  const double group = room + fit.size.w;
  const double left = rect.x + (rect.w - group) / 2;
  const double picture = std::min(picture_em * fit.em, rect.h * 0.8);
  const double picture_y = rect.y + (rect.h - picture) / 2;
  const double text_y = rect.y + (rect.h - fit.size.h) / 2;
  PlacedElement& placed = page.placed(index);
  const bool is_after = page.element(index).role == Role::next;
  if (is_after) {
    placed.picture = {left + group - picture, picture_y, picture, picture};
    place_text(placed.label, page.label(index), {left, text_y, fit.size.w, fit.size.h}, fit.em,
               Weight::semibold, false);
    return;
  }
  placed.picture = {left, picture_y, picture, picture};
  const RectMm box{left + room, text_y, fit.size.w, fit.size.h};
  place_text(placed.label, page.label(index), box, fit.em, Weight::semibold, false);
}

void fill_with_picture_only(Page& page, int index, const RectMm& rect) {
  const double side = std::min(rect.w, rect.h) * 0.62;
  page.placed(index).picture = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side,
                                side};
}

}  // namespace

// Wide enough for the word that may come while the screen stays, so that nothing moves.
double button_width(Page& page, int index, double em) {
  const std::string& other = page.element(index).may_become;
  double words = page.measure(page.label(index), em, Weight::semibold, 0).w;
  if (!other.empty()) words = std::max(words, page.measure(other, em, Weight::semibold, 0).w);
  const double width = words + picture_room(page, index, em) + 2 * side_pad_em * em;
  return std::max(page.ground.target, width);
}

double stacked_button_width(Page& page, int index, double em) {
  const TextSize size = page.measure(page.label(index), em, Weight::semibold, 0);
  return std::max(page.ground.target, size.w + 2 * narrow_pad_em * em);
}

double stacked_button_height(const Ground& ground, double em) {
  return std::max(ground.target, stacked_height_em * em);
}

// What is left for words in a button of this width whose picture stands beside them.
double button_words_width(const Page& page, int index, double width, double em) {
  if (!page.has_picture(index)) return width - 2 * narrow_pad_em * em;
  return width - 2 * side_pad(width, em) - picture_room(page, index, em);
}

void fill_button(Page& page, int index, const RectMm& rect, double em, bool is_stacked) {
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.corner = std::min(page.ground.button_corner(), rect.h / 2);
  if (page.label(index).empty()) return fill_with_picture_only(page, index, rect);
  if (!page.has_picture(index)) return fill_without_picture(page, index, rect, em);
  if (is_stacked) return fill_stacked(page, index, rect, em);
  fill_beside(page, index, rect, em);
}

}  // namespace aktiv::layout
