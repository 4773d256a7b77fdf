#include "kiosk/ui/mentor/screens/parts.h"

#include <algorithm>

namespace aktiv::mentor {

Pages::Span Pages::show(Sheet& sheet, RectMm& area, size_t count,
                        const std::function<size_t(const RectMm&)>& fits) {
  size_t room = std::max<size_t>(1, fits(area));
  if (count <= room) {
    page_ = 0;
    return {0, count};
  }
  const double side = sheet.least();
  RectMm smaller = area;
  smaller.w -= side + sheet.gap();
  room = std::max<size_t>(1, fits(smaller));
  const size_t pages = (count + room - 1) / room;
  page_ = std::min(page_, pages - 1);
  const double x = smaller.right() + sheet.gap();
  if (sheet.key(name_ + ":back", {x, area.y, side, side}, "", page_ > 0, KeyGlyph::left)) --page_;
  const RectMm below{x, area.y + side + sheet.gap(), side, side};
  if (sheet.key(name_ + ":on", below, "", page_ + 1 < pages, KeyGlyph::right)) ++page_;
  area = smaller;
  return {page_ * room, std::min(count, (page_ + 1) * room)};
}

PictureId SignBoard::show(Sheet& sheet, RectMm area, Work& work, const PictureId& chosen,
                          const std::function<bool(const PictureId&)>& is_enabled) {
  const Deck* signs = work.content().deck("signs");
  if (signs == nullptr) return {};
  const double tile_w =
      std::max(sheet.least() * 1.6, sheet.text_width("Sommerfugl", Face::body) + 5);
  const double tile_h = sheet.least() + sheet.line(Face::body) + sheet.gap();
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
  const double side_h = std::min(sheet.target() * 1.6, (room.h - 3 * gap) / 4);
  const double h = std::max(sheet.least(), side_h);
  const double w = std::min((room.w - 2 * gap) / 3, h * 1.7);
  const double left = room.x + (room.w - 3 * w - 2 * gap) / 2;
  static const char* const keys[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase"};
  bool is_pressed = false;
  for (int i = 0; i < 12; ++i) {
    const std::string key = keys[i];
    if (key.empty()) continue;
    const RectMm at{left + (i % 3) * (w + gap), room.y + (i / 3) * (h + gap), w, h};
    const bool erases = key == "erase";
    if (!sheet.key("digit:" + key, at, erases ? "" : key, is_enabled,
                   erases ? KeyGlyph::erase : KeyGlyph::none))
      continue;
    erases ? edit(EditKey::erase) : type(key);
    is_pressed = true;
  }
  return is_pressed;
}

double paragraphs(Sheet& sheet, const RectMm& box, const std::string& name,
                  const std::vector<std::string>& texts) {
  RectMm rest = box;
  for (size_t i = 0; i < texts.size(); ++i)
    take_top(rest, sheet.text(name + ":" + std::to_string(i), rest, texts[i]), sheet.gap());
  return rest.y;
}

}  // namespace aktiv::mentor
