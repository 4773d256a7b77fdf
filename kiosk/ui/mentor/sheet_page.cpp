// The frame of every screen: header, keys at the foot, and the menu of those that find no room.
#include <algorithm>

#include "kiosk/ui/mentor/sheet_parts.h"

namespace aktiv::mentor {
namespace {

constexpr double most_foot = 0.25;  // of the glass: the keys may not crowd out what they are about
constexpr double low_glass = 150;   // mm: here the header gives its air to the body

using Rows = std::vector<std::vector<size_t>>;

// From the bottom. The first keeps the bottom left corner and the last the bottom right one; what
// finds no room between them stands above.
Rows rows_of(const std::vector<double>& widths, double room, double space) {
  Rows rows(1);
  double used = 0;
  const auto add = [&](size_t i) {
    if (used > 0 && used + space + widths[i] > room) {
      rows.emplace_back();
      used = 0;
    }
    used += (used > 0 ? space : 0) + widths[i];
    rows.back().push_back(i);
  };
  if (!widths.empty()) add(0);
  for (size_t i = widths.size(); i > 1; --i) add(i - 1);
  for (auto& row : rows) std::sort(row.begin(), row.end());
  return rows;
}

std::string way_back_of(const std::vector<Action>& actions) {
  for (const auto& action : actions)
    for (const char* name : {"back", "keep", "close", "other_mentor"})
      if (action.name == name) return name;
  return actions.empty() ? std::string() : actions.front().name;
}

bool is_low(const Display& display) {
  return display.height_mm() < low_glass;
}

}  // namespace

// Returns its height.
double Sheet::Inside::header(Sheet& sheet, const std::string& title,
                             const std::vector<Pill>& pills) {
  const double margin = look.margin * display.glass_share();
  const double wide = sheet.width() - 2 * margin;
  const double title_h = sheet.text_height(title, Face::title, wide);
  const double air = is_low(display) ? 1.1 : 1.3;
  const double height =
      std::max(look.header * display.glass_share(), title_h + sheet.line(Face::title) * (air - 1));
  ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {px(sheet.width()), px(height)},
                                            packed(look.theme.colours.ink));
  for (size_t i = 0; i < notice.size(); ++i) {
    const double w = sheet.text_width(notice[i], Face::bold) + sheet.pad() * 3;
    if (w > wide && i + 1 < notice.size()) continue;
    const double h = std::min(height, sheet.line(Face::bold) * 1.25);
    const double least_w = std::min(w, wide);
    sheet.band("idle", {(sheet.width() - least_w) / 2, (height - h) / 2, least_w, h}, notice[i],
               PillKind::waiting);
    return height;
  }
  const double title_end = margin + sheet.text_width(title, Face::title);
  double right = sheet.width() - margin;
  const double pill_h = std::min(height * 0.72, sheet.line(Face::bold) * 1.25);
  for (auto pill = pills.rbegin(); pill != pills.rend(); ++pill) {
    const double w = sheet.text_width(pill->text, Face::bold) + sheet.pad() * 1.6;
    if (right - w - sheet.gap() * 1.5 < title_end) break;  // never over the title
    sheet.band(pill->name, {right - w, (height - pill_h) / 2, w, pill_h}, pill->text, pill->kind);
    right -= w + sheet.gap() * 1.5;
  }
  sheet.text("title", {margin, (height - title_h) / 2, right - margin, title_h}, title, Face::title,
             Align::left, Ground::ink);
  return height;
}

std::string Sheet::page(const std::string& title, const std::vector<Pill>& pills,
                        const std::vector<Action>& actions) {
  const double header = inside_->header(*this, title, pills);
  inside_->way_back = way_back_of(actions);
  const double margin = look().margin * inside_->display.glass_share();
  const double room = width() - 2 * margin;
  const double space = gap() * 1.5;
  const auto widths_of = [&](const std::vector<Action>& shown) {
    std::vector<double> widths;
    for (const auto& action : shown)
      widths.push_back(std::max(target() * 1.6, text_width(action.label, Face::bold) + pad() * 2));
    return widths;
  };
  std::vector<Action> shown = actions;
  Rows rows = rows_of(widths_of(shown), room, space);
  if (rows.size() > 1) {
    for (auto& action : shown)
      if (!action.short_label.empty()) action.label = action.short_label;
    rows = rows_of(widths_of(shown), room, space);
  }
  const auto height_of = [&] { return static_cast<double>(rows.size()) * (target() + space); };
  const bool has_menu = shown.size() > 3 && height_of() > height() * most_foot;
  if (has_menu) {
    const Action more{"more", inside_->say("staff.more")};
    shown = {shown.front(), more, shown.back()};
    rows = rows_of(widths_of(shown), room, space);
  }
  const double bottom = height() - margin;
  const double air = is_low(inside_->display) ? gap() : space * 1.4;
  inside_->body = {margin, header + air, room, bottom - height_of() - header - air};
  std::string pressed = inside_->foot(*this, shown, widths_of(shown), rows);
  if (!has_menu) {
    inside_->is_menu_open = false;
    return pressed;
  }
  if (pressed == "more") {
    inside_->is_menu_open = !inside_->is_menu_open;
    pressed.clear();
  } else if (!pressed.empty()) {
    inside_->is_menu_open = false;
  } else if (inside_->is_menu_open) {
    return inside_->show_menu(*this, {actions.begin() + 1, actions.end() - 1});
  }
  return pressed;
}

std::string Sheet::Inside::foot(Sheet& sheet, const std::vector<Action>& actions,
                                const std::vector<double>& widths,
                                const std::vector<std::vector<size_t>>& rows) {
  const double margin = look.margin * display.glass_share();
  const double space = sheet.gap() * 1.5;
  std::string pressed;
  for (size_t r = 0; r < rows.size(); ++r) {
    const double y = sheet.height() - margin - sheet.target() -
                     static_cast<double>(r) * (sheet.target() + space);
    double x = sheet.width() - margin + space;
    for (const size_t i : rows[r])
      if (i > 0) x -= widths[i] + space;
    for (const size_t i : rows[r]) {
      const double left = i == 0 ? margin : x;
      if (sheet.button(actions[i], {left, y, widths[i], sheet.target()})) pressed = actions[i].name;
      if (i > 0) x += widths[i] + space;
    }
  }
  return pressed;
}

std::string Sheet::Inside::show_menu(Sheet& sheet, const std::vector<Action>& actions) {
  double widest = 0;
  for (const auto& action : actions)
    widest = std::max(widest, sheet.text_width(action.label, Face::bold) + sheet.pad() * 2);
  const Grid grid = Grid::of(body, widest, sheet.target(), sheet.gap() * 1.5);
  for (size_t i = 0; i < actions.size(); ++i)
    if (sheet.button(actions[i], grid.cell(static_cast<int>(i)))) {
      is_menu_open = false;
      return actions[i].name;
    }
  return menu;
}

// A press moves the paper by less than half of what is seen, so that whatever was cut off stands
// whole after it.
RectMm Sheet::scroll(const std::string& name, double least_h) {
  constexpr double step = 0.4;
  Inside& in = *inside_;
  if (in.paper != name) {
    in.paper = name;
    in.scrolled_mm = 0;
  }
  RectMm room = in.body;
  if (room.h >= least_h) return room;
  const double side = least();
  const double x = room.right() - side;
  room.w -= side + gap();
  const double furthest = least_h - room.h;
  in.scrolled_mm = std::min(in.scrolled_mm, furthest);
  if (key("scroll:up", {x, room.y, side, side}, "", in.scrolled_mm > 0, KeyGlyph::up))
    in.scrolled_mm = std::max(0.0, in.scrolled_mm - room.h * step);
  if (key("scroll:down", {x, room.bottom() - side, side, side}, "", in.scrolled_mm < furthest,
          KeyGlyph::down))
    in.scrolled_mm = std::min(furthest, in.scrolled_mm + room.h * step);
  in.view = room;
  in.is_scrolled = true;
  ImGui::PushClipRect({0, in.px(room.y)}, {in.px(room.right()), in.px(room.bottom())}, true);
  return {room.x, room.y - in.scrolled_mm, room.w, least_h};
}

RectMm Sheet::scroll(const std::string& name, const std::function<double(double w)>& height_at) {
  const double w = inside_->body.w;
  const double unmoved = height_at(w);
  return scroll(name, unmoved <= inside_->body.h ? unmoved : height_at(w - least() - gap()));
}

const std::string& Sheet::way_back() const {
  return inside_->way_back;
}

}  // namespace aktiv::mentor
