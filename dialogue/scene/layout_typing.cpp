#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// Own words, written: a field with what stands there so far, and below it rows of equal keys.
namespace aktiv::layout {
namespace {

constexpr double field_share = 0.3;  // of what is free; the keys need the rest
constexpr double field_pad = 4.0;
constexpr double widest_key = 1.5;  // of its height
constexpr const char* space_key = "letter:space";
constexpr const char* caret = "_";

std::vector<Indices> rows_of(const Page& page) {
  std::vector<Indices> rows;
  int last = -1;
  for (int index : page.groups.letters) {
    const int row = page.element(index).row;
    if (row != last) rows.emplace_back();
    last = row;
    rows.back().push_back(index);
  }
  return rows;
}

// A row that does not fit at the least size is broken into equal parts.
std::vector<Indices> broken(const std::vector<Indices>& rows, double width, double gap,
                            double least) {
  const auto most = static_cast<size_t>(std::max(1.0, (width + gap) / (least + gap)));
  std::vector<Indices> fitting;
  for (const Indices& row : rows) {
    const size_t parts = (row.size() + most - 1) / most;
    const size_t each = (row.size() + parts - 1) / parts;
    for (size_t from = 0; from < row.size(); from += each) {
      const size_t to = std::min(row.size(), from + each);
      fitting.emplace_back(row.begin() + static_cast<long>(from),
                           row.begin() + static_cast<long>(to));
    }
  }
  return fitting;
}

// When there is more than the field holds, the end is seen: that is where the next letter comes.
std::string fitting_end(const Page& page, const std::string& text, double em, const RectMm& room) {
  std::string shown = text + caret;
  while (page.measure(shown, em, Weight::semibold, room.w).h > room.h) {
    const size_t word = shown.find(' ', 1);
    if (word == std::string::npos) break;
    shown.erase(0, word);
  }
  return shown;
}

void place_field(Page& page, const RectMm& field) {
  if (page.groups.texts.empty()) return;
  page.layout.panels.push_back(field);
  const double pad = std::min(field_pad * page.ground.share, field.h * 0.15);
  const RectMm room{field.x + 2 * pad, field.y + pad, field.w - 4 * pad, field.h - 2 * pad};
  const int index = page.groups.texts[0];
  const double em = std::min(page.ground.em(page.ground.sizes.card * 1.1), room.h / 1.4);
  const double legible = std::max(em, page.ground.sizes.legible);
  page.placed(index).rect = field;
  place_text(page.placed(index).label, fitting_end(page, std::string(page.label(index)), legible, room),
             room, legible, Weight::semibold, false);
}

void place_letter(Page& page, int index, const RectMm& rect) {
  const double em = std::min(page.ground.em(page.ground.sizes.card), rect.h * 0.6);
  if (page.has_picture(index)) {
    const double named = page.ground.em(page.ground.sizes.button * 0.9);
    const bool has_words = button_words_width(page, index, rect.w, named) > 0 &&
                           button_width(page, index, named) <= rect.w;
    if (has_words) return fill_button(page, index, rect, named, false);
    PlacedElement& placed = page.placed(index);
    placed.rect = rect;
    placed.corner = std::min(page.ground.button_corner(), rect.h * 0.3);
    const double side = std::min(rect.w, rect.h) * 0.6;
    placed.picture = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
    return;
  }
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.corner = std::min(page.ground.button_corner(), rect.h * 0.3);
  const double legible = std::max(em, page.ground.sizes.legible);
  const TextSize size = page.measure(page.label(index), legible, Weight::bold, 0);
  place_text(placed.label, page.label(index),
             {rect.x, rect.y + (rect.h - size.h) / 2, rect.w, size.h}, legible, Weight::bold, true);
}

void place_row(Page& page, const Indices& row, const RectMm& room, double key) {
  const double gap = page.ground.gap;
  const double count = static_cast<double>(row.size());
  const bool has_space = std::ranges::any_of(
      row, [&](int index) { return page.element(index).id.value == space_key; });
  // Named keys are wider than letters, and space takes what is left.
  const double named = std::min(room.w / count - gap, key * 2.2);
  const double width = has_space ? named : key;
  const double used = has_space ? room.w : count * key + (count - 1) * gap;
  double x = room.x + (room.w - used) / 2;
  for (int index : row) {
    const bool is_space = page.element(index).id.value == space_key;
    const double w = is_space ? room.w - (count - 1) * (named + gap) : width;
    place_letter(page, index, {x, room.y, w, room.h});
    x += w + gap;
  }
}

}  // namespace

void lay_typing(Page& page) {
  place_bottom(page);
  place_question_and_caption(page);
  const double gap = page.ground.gap;
  const RectMm free = page.free;
  const double least = page.ground.sizes.least_target;
  const auto rows = broken(rows_of(page), free.w, gap, least);
  if (rows.empty()) return place_field(page, free);
  size_t longest = 1;
  for (const Indices& row : rows) longest = std::max(longest, row.size());
  const double count = static_cast<double>(rows.size());
  const double all = free.h - field_share * free.h - gap;
  const double height = std::max(least, (all - (count - 1) * gap) / count);
  const double across = static_cast<double>(longest);
  const double key = std::min((free.w - (across - 1) * gap) / across, height * widest_key);
  const double keys = count * height + (count - 1) * gap;
  place_field(page, {free.x, free.y, free.w, free.h - keys - gap});
  double y = free.bottom() - keys;
  for (const Indices& row : rows) {
    place_row(page, row, {free.x, y, free.w, height}, key);
    y += height + gap;
  }
}

}  // namespace aktiv::layout
