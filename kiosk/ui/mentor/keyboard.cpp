#include "kiosk/ui/mentor/keyboard.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dialogue/content/phrases.h"
#include "dialogue/model/letters.h"

namespace aktiv::mentor {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_for(double width, double side, double gap, bool has_signs) {
  static const std::vector<Row> wide = {{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-"},
                                        {"q", "w", "e", "r", "t", "y", "u", "i", "o", "p", "å"},
                                        {"a", "s", "d", "f", "g", "h", "j", "k", "l", "æ", "ø"},
                                        {"z", "x", "c", "v", "b", "n", "m", ",", ".", "?", "!"}};
  static const std::vector<Row> signs = {{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-"},
                                         {":", ";", "/", "\\", "@", "_", "+", "=", "%", "&", "#"},
                                         {"(", ")", "[", "]", "\"", "'", "“", "”", "–", "·", "…"},
                                         {"ä", "ö", "ü", "é", "ß", "ł", "ş", "*", "<", ">", "€"}};
  const auto columns = static_cast<size_t>((width + gap) / (side + gap) + 1e-6);
  const auto& all = has_signs ? signs : wide;
  if (columns >= 11) return all;
  std::vector<std::string> keys;
  if (has_signs) {
    for (const auto& row : signs) keys.insert(keys.end(), row.begin(), row.end());
  } else {
    keys = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q",
            "r", "s", "t", "u", "v", "w", "x", "y", "z", "æ", "ø", "å", ".", ",", "?", "-"};
  }
  std::vector<Row> rows;
  for (size_t i = 0; i < keys.size(); ++i) {
    if (i % columns == 0) rows.emplace_back();
    rows.back().push_back(keys[i]);
  }
  return rows;
}

double side_of(const Sheet& sheet, double width) {
  const double wished = (width - 10 * sheet.gap()) / 11;
  return std::clamp(wished, sheet.least(), sheet.least() * 1.7);
}

constexpr size_t group = 5;

// "ABCDE-FGHIJ": only what a code holds, in groups of five.
std::string grouped(const std::string& typed) {
  std::string code;
  for (const char c : typed) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const bool is_kept = (upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9');
    if (!is_kept) continue;
    if ((code.size() + 1) % (group + 1) == 0) code += '-';
    code += upper;
  }
  return code;
}

}  // namespace

void Field::set(std::string words) {
  text = std::move(words);
  caret = text.size();
}

void Field::type(std::string_view utf8) {
  if (kind == FieldKind::code) {
    const bool is_at_end = caret == text.size();
    text.insert(caret, utf8);
    text = grouped(text).substr(0, most);
    caret = is_at_end ? text.size() : std::min(caret + utf8.size(), text.size());
    return;
  }
  size_t room = std::min(utf8.size(), most - std::min(most, text.size()));
  while (room > 0 && room < utf8.size() && is_inside_letter(utf8[room])) --room;
  text.insert(caret, utf8.substr(0, room));
  caret += room;
}

void Field::edit(EditKey key) {
  const auto before = [&] {
    size_t at = caret;
    while (at > 0 && is_inside_letter(text[--at])) {
    }
    return at;
  };
  switch (key) {
    case EditKey::erase: {
      size_t from = before();
      if (kind == FieldKind::code && from < caret && text[from] == '-' && from > 0) --from;
      text.erase(from, caret - from);
      caret = from;
      if (kind == FieldKind::code) {
        text = grouped(text);
        caret = std::min(caret, text.size());
      }
      return;
    }
    case EditKey::left:
      caret = before();
      return;
    case EditKey::right:
      if (caret < text.size()) ++caret;
      while (caret < text.size() && is_inside_letter(text[caret])) ++caret;
      return;
    case EditKey::enter:
      if (kind == FieldKind::words && most > 200) type("\n");
      return;
    case EditKey::leave:
      return;
  }
}

namespace {

double height_of(const Sheet& sheet, size_t rows) {
  const auto count = static_cast<double>(rows);
  return count * sheet.least() + (count - 1) * sheet.gap();
}

size_t rows_in(const Sheet& sheet, double height) {
  return static_cast<size_t>(
      std::max(1.0, (height + sheet.gap()) / (sheet.least() + sheet.gap()) + 1e-6));
}

}  // namespace

double Keyboard::height(const Sheet& sheet, double width, double most) const {
  const double side = side_of(sheet, width);
  const auto wished = rows_for(width, side, sheet.gap(), shows_signs_).size() + 1;
  return height_of(sheet, std::min(wished, rows_in(sheet, most)));
}

void Keyboard::show(Sheet& sheet, const RectMm& box, Field& field, const std::string& space_label) {
  const auto rows = rows_for(box.w, side_of(sheet, box.w), sheet.gap(), shows_signs_);
  if (rows.size() + 1 <= rows_in(sheet, box.h))
    show_wide(sheet, box, field, space_label);
  else
    show_in_pages(sheet, box, field, space_label);
}

void Keyboard::take_bottom_of(Sheet& sheet, RectMm& room, Field& field,
                              const std::string& space_label) {
  const double h = height(sheet, room.w, room.h - sheet.least() - sheet.gap());
  show(sheet, take_bottom(room, h, sheet.gap()), field, space_label);
}

void Keyboard::press(Sheet& sheet, const RectMm& at, Field& field, const std::string& letter) {
  const std::string shown = is_upper_ || field.kind == FieldKind::code ? cap(letter) : letter;
  if (!sheet.key("key:" + letter, at, shown)) return;
  field.type(shown);
  is_upper_ = false;
}

void Keyboard::show_wide(Sheet& sheet, const RectMm& box, Field& field,
                         const std::string& space_label) {
  const double gap = sheet.gap();
  const double side = side_of(sheet, box.w);
  const double key_h = sheet.least();
  const auto rows = rows_for(box.w, side, gap, shows_signs_);
  double y = box.y;
  size_t longest = 0;
  for (const auto& row : rows) longest = std::max(longest, row.size());
  const double whole = static_cast<double>(longest) * (side + gap) - gap;
  const double left = box.x + (box.w - whole) / 2;
  for (const auto& row : rows) {
    double x = left;
    for (const auto& letter : row) {
      press(sheet, {x, y, side, key_h}, field, letter);
      x += side + gap;
    }
    y += key_h + gap;
  }
  const double wide = side * 1.6;
  double x = left;
  const auto place = [&](double w) {
    const RectMm at{x, y, w, key_h};
    x += w + gap;
    return at;
  };
  if (sheet.key("key:shift", place(wide), "Aa", true, KeyGlyph::none, is_upper_))
    is_upper_ = !is_upper_;
  if (sheet.key("key:signs", place(wide), shows_signs_ ? "abc" : "12#", true, KeyGlyph::none,
                shows_signs_))
    shows_signs_ = !shows_signs_;
  const double rest = left + whole - x - 2 * (side + gap) - wide - gap;
  if (sheet.key("key:space", place(std::max(side, rest)), space_label)) field.type(" ");
  if (sheet.key("key:left", place(side), "", true, KeyGlyph::left)) field.edit(EditKey::left);
  if (sheet.key("key:right", place(side), "", true, KeyGlyph::right)) field.edit(EditKey::right);
  if (sheet.key("key:erase", place(wide), "", true, KeyGlyph::erase)) field.edit(EditKey::erase);
}

// The lowest row or two write, move and turn the page; the letters have the rest.
void Keyboard::show_in_pages(Sheet& sheet, const RectMm& box, Field& field,
                             const std::string& space_label) {
  const double gap = sheet.gap();
  const double side = sheet.least();
  const auto columns = static_cast<size_t>((box.w + gap) / (side + gap) + 1e-6);
  constexpr size_t one_row = 9;
  const size_t foot = columns >= one_row ? 1 : 2;
  const size_t rows = std::max(foot + 1, rows_in(sheet, box.h));
  const double w = (box.w - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const auto cell = [&](size_t column, size_t row, size_t span) {
    const auto wide = static_cast<double>(span);
    return RectMm{box.x + static_cast<double>(column) * (w + gap),
                  box.y + static_cast<double>(row) * (side + gap), w * wide + gap * (wide - 1),
                  side};
  };
  std::vector<std::string> letters;
  for (const auto& row : rows_for(box.w, w, gap, shows_signs_))
    letters.insert(letters.end(), row.begin(), row.end());
  const size_t room = columns * (rows - foot);
  const size_t pages = (letters.size() + room - 1) / room;
  page_ = std::min(page_, pages - 1);
  const size_t from = page_ * room;
  for (size_t i = from; i < std::min(letters.size(), from + room); ++i)
    press(sheet, cell((i - from) % columns, (i - from) / columns, 1), field, letters[i]);

  size_t column = 0;
  size_t row = rows - foot;
  const auto next = [&](size_t span) {
    const RectMm at = cell(column, row, span);
    column += span;
    return at;
  };
  if (sheet.key("key:shift", next(1), "Aa", true, KeyGlyph::none, is_upper_))
    is_upper_ = !is_upper_;
  if (sheet.key("key:page", next(1), "", pages > 1, KeyGlyph::down)) page_ = (page_ + 1) % pages;
  if (sheet.key("key:signs", next(1), shows_signs_ ? "abc" : "12#", true, KeyGlyph::none,
                shows_signs_)) {
    shows_signs_ = !shows_signs_;
    page_ = 0;
  }
  if (sheet.key("key:left", next(1), "", true, KeyGlyph::left)) field.edit(EditKey::left);
  if (sheet.key("key:right", next(1), "", true, KeyGlyph::right)) field.edit(EditKey::right);
  if (foot == 2) {
    column = 0;
    ++row;
  }
  if (sheet.key("key:erase", next(1), "", true, KeyGlyph::erase)) field.edit(EditKey::erase);
  if (sheet.key("key:space", next(columns - column), space_label)) field.type(" ");
}

}  // namespace aktiv::mentor
