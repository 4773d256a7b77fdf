#include "kiosk/ui/mentor/screens/parts.h"

#include <algorithm>

namespace aktiv::mentor {
namespace {

double sign_height(const Sheet& sheet) {
  return sheet.least() + sheet.line(Face::body) + sheet.gap();
}

}  // namespace

Pages::Span Pages::show(Sheet& sheet, RectMm& area, size_t count,
                        const std::function<size_t(const RectMm&)>& fits) {
  size_t room = std::max<size_t>(1, fits(area));
  if (count <= room) {
    page_ = 0;
    return {0, count};
  }
  const double side = sheet.least();
  const double gap = sheet.gap();
  // Above each other, or side by side where the list is low.
  const bool is_below = arrows_ == Arrows::below_where_slim && is_slim(sheet, area.w);
  const bool is_low = is_below || area.h < 2 * side + gap;
  RectMm smaller = area;
  if (is_below)
    smaller.h -= side + gap;
  else
    smaller.w -= (is_low ? 2 * side + gap : side) + gap;
  room = std::max<size_t>(1, fits(smaller));
  const size_t pages = (count + room - 1) / room;
  page_ = std::min(page_, pages - 1);
  const RectMm first = is_below ? RectMm{area.x, area.bottom() - side, side, side}
                                : RectMm{smaller.right() + gap, area.y, side, side};
  const RectMm second = is_low ? RectMm{first.right() + gap, first.y, side, side}
                               : RectMm{first.x, first.bottom() + gap, side, side};
  if (sheet.key(name_ + ":back", first, "", page_ > 0, KeyGlyph::left)) --page_;
  if (sheet.key(name_ + ":on", second, "", page_ + 1 < pages, KeyGlyph::right)) ++page_;
  area = smaller;
  return {page_ * room, std::min(count, (page_ + 1) * room)};
}

double SignBoard::least_height(const Sheet& sheet) {
  return sign_height(sheet) * 2 + sheet.gap();
}

PictureId SignBoard::show(Sheet& sheet, RectMm area, Work& work, const PictureId& chosen,
                          const std::function<bool(const PictureId&)>& is_enabled) {
  const Deck* signs = work.content().deck("signs");
  if (signs == nullptr) return {};
  const double tile_w =
      std::max(sheet.least() * 1.6, sheet.text_width("Sommerfugl", Face::body) + 5);
  const double tile_h = sign_height(sheet);
  const auto grid_of = [&](const RectMm& room) {
    return Grid::of(room, tile_w, tile_h, sheet.gap());
  };
  const auto span = pages_.show(sheet, area, signs->cards.size(), [&](const RectMm& room) {
    return static_cast<size_t>(grid_of(room).count());
  });
  const Grid grid = Grid::filling(area, span.to - span.from, tile_w, tile_h, sheet.gap(), 2);
  PictureId pressed;
  for (size_t i = span.from; i < span.to; ++i) {
    const PictureId& sign = signs->cards[i].picture;
    if (sheet.tile(name_ + ":" + signs->cards[i].ref.id, grid.cell(static_cast<int>(i - span.from)),
                   sign, work.label(sign), sign == chosen, is_enabled(sign)))
      pressed = sign;
  }
  return pressed;
}

void PinPad::type(std::string_view utf8) {
  for (const char c : utf8)
    if (c >= '0' && c <= '9' && digits_.size() < most) digits_ += c;
}

void PinPad::edit(EditKey key) {
  if (key == EditKey::erase && !digits_.empty()) digits_.pop_back();
}

bool PinPad::show(Sheet& sheet, const RectMm& area, bool is_enabled) {
  const double gap = sheet.gap();
  RectMm room = area;
  const RectMm dots = take_top(room, sheet.line(Face::bold), gap);
  sheet.dots("pin_dots", dots, digits_.size(), std::max(least, digits_.size()));
  static const std::vector<std::string> in_threes = {"1", "2", "3", "4", "5", "6",
                                                     "7", "8", "9", "",  "0", "erase"};
  static const std::vector<std::string> in_fours = {"1", "2", "3", "4", "5",    "6",
                                                    "7", "8", "9", "0", "erase"};
  const bool is_low = room.h < 4 * sheet.least() + 3 * gap;
  const auto& keys = is_low ? in_fours : in_threes;
  const int columns = is_low ? 4 : 3;
  const int rows = is_low ? 3 : 4;
  const double side_h = std::min(sheet.target() * 1.6, (room.h - (rows - 1) * gap) / rows);
  const double h = std::max(sheet.least(), side_h);
  const double w = std::min((room.w - (columns - 1) * gap) / columns, h * 1.7);
  const double left = room.x + (room.w - columns * w - (columns - 1) * gap) / 2;
  bool is_pressed = false;
  for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
    const std::string& key = keys[static_cast<size_t>(i)];
    if (key.empty()) continue;
    const RectMm at{left + (i % columns) * (w + gap), room.y + (i / columns) * (h + gap), w, h};
    const bool erases = key == "erase";
    if (!sheet.key("digit:" + key, at, erases ? "" : key, is_enabled,
                   erases ? KeyGlyph::erase : KeyGlyph::none))
      continue;
    erases ? edit(EditKey::erase) : type(key);
    is_pressed = true;
  }
  return is_pressed;
}

Cells Cells::of(double w, double widest, double h, double gap, int count) {
  Cells cells{h, gap, std::clamp(static_cast<int>((w + gap) / (widest + gap)), 1, count), 1};
  cells.rows = (count + cells.columns - 1) / cells.columns;
  return cells;
}

RectMm Cells::at(const RectMm& room, int index) const {
  const double w = width(room.w);
  return {room.x + (index % columns) * (w + gap), room.y + (index / columns) * (h + gap), w, h};
}

Choices::Choices(const Sheet& sheet, double w, const std::vector<std::string>& labels) {
  double highest = 0, widest = 0;
  for (const auto& label : labels) {
    highest = std::max({highest, sheet.least() + 3, sheet.choice_height(label, w)});
    widest = std::max(widest, sheet.choice_width(label));
  }
  cells_ = Cells::of(w, widest, highest, sheet.gap(), static_cast<int>(labels.size()));
}

namespace {

std::vector<std::string> language_labels(const Work& work) {
  std::vector<std::string> labels;
  for (const auto& language : work.content().texts.languages())
    labels.push_back(work.say("staff.language." + language));
  return labels;
}

}  // namespace

double languages_height(const Sheet& sheet, double w, const Work& work) {
  return Choices(sheet, w, language_labels(work)).height();
}

bool choose_language(Sheet& sheet, RectMm& room, const Work& work, std::string& language) {
  const auto languages = work.content().texts.languages();
  const auto labels = language_labels(work);
  const Choices lies(sheet, room.w, labels);
  const RectMm area = take_top(room, lies.height());
  const std::string before = language;
  for (size_t i = 0; i < languages.size(); ++i)
    if (sheet.choice("language:" + languages[i], lies.at(area, static_cast<int>(i)), labels[i],
                     before == languages[i]))
      language = languages[i];
  return language != before;
}

Pictured Pictured::of(const Sheet& sheet, double side) {
  return {side, sheet.is_narrow() ? 0 : side + sheet.pad() * 2,
          sheet.is_narrow() ? side + sheet.pad() : 0};
}

Pictured Pictured::sign(const Sheet& sheet) {
  return of(sheet, std::min(sheet.least() * 3, sheet.body().h * 0.4));
}

bool show_field(Sheet& sheet, RectMm room, const Field& field, const std::string& about,
                const std::string& when_empty, Face face) {
  const double words_h = sheet.text_height(about, face, room.w);
  if (room.h > words_h + sheet.least() + sheet.gap())
    sheet.text("about", take_top(room, words_h, sheet.gap()), about, face);
  return sheet.field("field:" + field.name, room, field.text, field.caret, true, when_empty);
}

double note_height(const Sheet& sheet, const std::string& note, double w) {
  return sheet.text_height(note, Face::bold, w - sheet.pad() * 1.2) + 4;
}

void heading(Sheet& sheet, RectMm& room, const std::string& name, const std::string& words) {
  const double h = sheet.text_height(words, Face::heading, room.w);
  sheet.text(name, take_top(room, h, sheet.gap()), words, Face::heading);
}

double heading_height(const Sheet& sheet, const std::string& words, double w) {
  return sheet.text_height(words, Face::heading, w) + sheet.gap();
}

double paragraphs(Sheet& sheet, const RectMm& box, const std::string& name,
                  const std::vector<std::string>& texts) {
  RectMm rest = box;
  for (size_t i = 0; i < texts.size(); ++i)
    take_top(rest, sheet.text(name + ":" + std::to_string(i), rest, texts[i]), sheet.gap());
  return rest.y;
}

double paragraphs_height(const Sheet& sheet, double w, const std::vector<std::string>& texts) {
  double h = 0;
  for (const auto& text : texts) h += sheet.text_height(text, Face::body, w) + sheet.gap();
  return h;
}

}  // namespace aktiv::mentor
