#include <algorithm>

#include "dialogue/model/letters.h"
#include "dialogue/scene/layout_parts.h"

// Own words, written: a field with what stands there so far, and below it rows of equal keys. On
// low glass the question stands beside the field, and rows that have no room are broken and packed;
// no key is ever under the least size.
namespace aktiv::layout {
namespace {

constexpr std::string_view space_key = "letter:space";
constexpr double field_share = 0.34;  // of what is free, where keys leave it
constexpr double field_pad = 4.0;
constexpr double widest_key = 1.5;    // of its height
constexpr double tallest_key = 1.35;  // of a target
constexpr double named_key = 2.2;     // of a letter's width
constexpr double widest_space = 7.0;
constexpr double question_width = 0.4;  // where it stands beside the field
constexpr double line_em = 1.35;
constexpr double caret_em = 0.07;
constexpr double picture_share = 0.16;  // of the field's row, for what the words are about

using Rows = std::vector<Indices>;

bool is_space(const Page& page, int index) {
  return page.element(index).id.value == space_key;
}

Rows rows_of(const Page& page) {
  Rows rows;
  int last = -1;
  for (int index : page.groups.letters) {
    const int row = page.element(index).row;
    if (row != last) rows.emplace_back();
    last = row;
    rows.back().push_back(index);
  }
  return rows;
}

size_t most_in_row(const Page& page, double width) {
  const double gap = page.ground.gap;
  return static_cast<size_t>(
      std::max(1.0, (width + gap + 0.01) / (page.ground.sizes.least_target + gap)));
}

// A row that does not fit at the least size is broken into equal parts.
Rows broken(const Rows& rows, size_t most) {
  Rows fitting;
  for (const Indices& row : rows) {
    const size_t parts = (row.size() + most - 1) / most;
    const size_t each = (row.size() + parts - 1) / parts;
    for (size_t from = 0; from < row.size(); from += each) {
      const size_t to = std::min(row.size(), from + each);
      fitting.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(from),
                           row.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
  return fitting;
}

// Key after key, as few rows as can be; space counts as two.
Rows packed(const Page& page, size_t most) {
  Rows rows(1);
  size_t used = 0;
  for (int index : page.groups.letters) {
    const size_t cost = is_space(page, index) ? 2 : 1;
    if (used + cost > most) {
      rows.emplace_back();
      used = 0;
    }
    rows.back().push_back(index);
    used += cost;
  }
  return rows;
}

double least_height(const Page& page, const Rows& rows) {
  const double count = static_cast<double>(rows.size());
  return count * page.ground.sizes.least_target + (count - 1) * page.ground.gap;
}

double longest_of(const Rows& rows) {
  size_t longest = 1;
  for (const Indices& row : rows) longest = std::max(longest, row.size());
  return static_cast<double>(longest);
}

// Where a row of letters is too long for full targets, each is higher instead.
double full_height(const Page& page, const Rows& rows) {
  const double count = static_cast<double>(rows.size());
  const double gap = page.ground.gap;
  const double target = page.ground.target;
  const double longest = longest_of(rows);
  const double width = (page.free.w - (longest - 1) * gap) / longest;
  return count * std::max(target, target * target / std::max(1.0, width)) + (count - 1) * gap;
}

double least_field(const Page& page) {
  return page.ground.sizes.legible * line_em + 4;
}

bool has_room(const Page& page, const std::string& text, double em, const RectMm& room) {
  const TextSize size = page.measure(text, em, Weight::semibold, room.w);
  return size.h <= room.h + 0.01 && size.w <= room.w + 0.01;
}

// When there is more than the field holds, the end is seen: that is where the next letter comes.
std::string fitting_end(const Page& page, std::string text, double em, const RectMm& room) {
  while (!text.empty() && !has_room(page, text, em, room)) {
    const size_t word = text.find(' ');
    if (word == std::string::npos)
      text.erase(0, letter_end(text, 0));
    else
      text.erase(0, word + 1);
  }
  return text;
}

// The last line as it is wrapped: word after word while they fit.
std::string last_line(const Page& page, const std::string& text, double em, double width) {
  std::string line;
  for (size_t at = 0; at < text.size();) {
    const size_t space = text.find(' ', at);
    const size_t end = space == std::string::npos ? text.size() : space + 1;
    const std::string word = text.substr(at, end - at);
    const bool fits = page.measure(line + word, em, Weight::semibold, 0).w <= width + 0.01;
    line = fits || line.empty() ? line + word : word;
    at = end;
  }
  return line;
}

void place_caret(Page& page, const std::string& text, double em, const RectMm& box, double right) {
  const double line = page.measure("x", em, Weight::semibold, 0).h;
  const std::string last = last_line(page, text, em, box.w);
  const double along = page.measure(last, em, Weight::semibold, 0).w + caret_em * em * 1.5;
  const double x = std::min(box.x + along, right);
  const double bottom = text.empty() ? box.y + line : box.bottom();
  page.layout.shapes.push_back(line_shape({{x, bottom - line * 0.9}, {x, bottom - line * 0.1}},
                                          Tone::accent, std::max(0.8, caret_em * em)));
}

void place_field(Page& page, RectMm field) {
  if (!page.groups.pictures.empty()) {
    const double width = std::min(field.w * picture_share, field.h * 1.4);
    place_pictures(page, page.groups.pictures, {field.x, field.y, width, field.h});
    field.x += width + page.ground.gap;
    field.w -= width + page.ground.gap;
  }
  if (page.groups.texts.empty()) return;
  page.layout.panels.push_back(field);
  const double pad = std::min(field_pad * page.ground.share, field.h * 0.1);
  const RectMm room{field.x + 2 * pad + 2, field.y + pad, field.w - 4 * pad - 4, field.h - 2 * pad};
  const int index = page.groups.texts[0];
  const double legible = page.ground.sizes.legible;
  const double em =
      std::max(legible, std::min(page.ground.em(page.ground.sizes.card * 1.1), room.h / line_em));
  const std::string text = fitting_end(page, std::string(page.label(index)), em, room);
  const double line = page.measure("x", em, Weight::semibold, 0).h;
  page.note(line <= room.h);
  const double height = text.empty() ? line : page.measure(text, em, Weight::semibold, room.w).h;
  const RectMm box{room.x, room.y + std::max(0.0, (room.h - height) / 2), room.w, height};
  PlacedElement& written = page.placed(index);
  written.rect = field;
  written.has_surface = false;
  if (!text.empty()) place_text(written.label, text, box, em, Weight::semibold, false);
  place_caret(page, text, em, box, field.right() - pad);
}

void place_letter(Page& page, int index, const RectMm& rect) {
  const Ground& ground = page.ground;
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.corner = std::min(ground.button_corner(), rect.h * 0.3);
  const bool is_word = page.has_picture(index);
  const double named = ground.em(ground.sizes.button * 0.9);
  if (is_word && button_width(page, index, named) <= rect.w)
    return fill_button(page, index, rect, named, false);
  if (is_word) {
    const double side = std::min(rect.w, rect.h) * 0.62;
    placed.picture = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
    return;
  }
  const Fit fit = fit_text(page.measure, page.label(index), Weight::bold,
                           std::min(ground.em(ground.sizes.card), rect.h * 0.6),
                           ground.sizes.legible, rect.w - 2, rect.h);
  page.note(fit.is_whole);
  place_text(placed.label, page.label(index),
             {rect.x + 1, rect.y + (rect.h - fit.size.h) / 2, rect.w - 2, fit.size.h}, fit.em,
             Weight::bold, true);
}

// Keys with a word are wider than letters where they stand alone, and space takes what is left.
void place_row(Page& page, const Indices& row, const RectMm& room, double key) {
  const double gap = page.ground.gap;
  const double count = static_cast<double>(row.size());
  const auto space = [&](int index) { return is_space(page, index); };
  const bool has_space = std::ranges::any_of(row, space);
  const bool has_letters =
      std::ranges::any_of(row, [&](int index) { return !page.has_picture(index); });
  double width = key;
  double space_width = 0;
  if (has_space) {
    const double most = (room.w - (count - 1) * gap) / (count + 1);
    width = std::max(page.ground.sizes.least_target,
                     std::min(has_letters ? key : key * named_key, most));
    space_width = std::min(room.w - (count - 1) * (width + gap), widest_space * key);
  }
  const double used = (count - has_space) * width + space_width + (count - 1) * gap;
  double x = room.x + (room.w - used) / 2;
  for (int index : row) {
    const double w = space(index) ? space_width : width;
    place_letter(page, index, {x, room.y, w, room.h});
    x += w + gap;
  }
}

void place_keys(Page& page, const Rows& rows, const RectMm& room) {
  const double gap = page.ground.gap;
  const double count = static_cast<double>(rows.size());
  const double height = (room.h - (count - 1) * gap) / count;
  const double longest = longest_of(rows);
  const double key = std::min((room.w - (longest - 1) * gap) / longest, height * widest_key);
  double y = room.y;
  for (const Indices& row : rows) {
    place_row(page, row, {room.x, y, room.w, height}, key);
    y += height + gap;
  }
}

// The question beside the field, both above the keys.
void place_head_beside(Page& page, const RectMm& head) {
  const RectMm whole = page.free;
  const double width = head.w * question_width;
  page.free = {head.x, head.y, width, head.h};
  place_question(page, page.ground.sizes.card, head.h);
  page.note(page.free.y <= head.bottom() + page.ground.air + 0.01);
  place_caption(page, page.free, false);
  page.free = whole;
  const double gap = 2 * page.ground.gap;
  place_field(page, {head.x + width + gap, head.y, head.w - width - gap, head.h});
}

}  // namespace

void lay_typing(Page& page) {
  place_bottom(page);
  const double gap = page.ground.gap;
  const size_t most = most_in_row(page, page.free.w);
  const double least_head = std::max(page.ground.target, least_field(page));
  Rows rows = broken(rows_of(page), most);
  if (least_height(page, rows) + gap + least_head > page.free.h) rows = packed(page, most);
  const double question = page.ground.target + page.ground.air +
                          (page.scene.caption.empty() ? 0 : page.ground.sizes.legible * 2);
  const double needed = least_height(page, rows) + gap + least_field(page) + 4;
  const bool is_beside = page.free.h - question < needed;
  if (!is_beside) place_question_and_caption(page);
  const RectMm free = page.free;
  const double count = static_cast<double>(rows.size());
  const double head_share = is_beside ? least_head : free.h * field_share;
  const double tallest = count * page.ground.target * tallest_key + (count - 1) * gap;
  const double keys =
      std::max({least_height(page, rows), std::min(free.h - head_share - gap, tallest),
                std::min(free.h - least_head - gap, full_height(page, rows))});
  const RectMm head{free.x, free.y, free.w, free.h - keys - gap};
  page.note(head.h >= least_field(page));
  if (is_beside)
    place_head_beside(page, head);
  else
    place_field(page, head);
  place_keys(page, rows, {free.x, free.bottom() - keys, free.w, keys});
}

}  // namespace aktiv::layout
