// The frame of every screen, and the field that is written in.
#include <algorithm>

#include "kiosk/ui/mentor/sheet_parts.h"

namespace aktiv::mentor {

std::string Sheet::page(const std::string& title, const std::vector<Pill>& pills,
                        const std::vector<Action>& actions) {
  const double share = inside_->display.glass_share();
  const double margin = look().margin * share;
  const double header = std::max(look().header * share, line(Face::title) * 1.3);
  const ImU32 ink = packed(look().theme.colours.ink);
  ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {inside_->px(width()), inside_->px(header)},
                                            ink);

  const double title_end = margin + text_width(title, Face::title);
  double right = width() - margin;
  const double pill_h = std::min(header * 0.72, line(Face::bold) * 1.25);
  for (auto pill = pills.rbegin(); pill != pills.rend(); ++pill) {
    const double w = text_width(pill->text, Face::bold) + pad() * 1.6;
    if (right - w - gap() * 1.5 < title_end) break;  // never over the title
    band(pill->name, {right - w, (header - pill_h) / 2, w, pill_h}, pill->text, pill->kind);
    right -= w + gap() * 1.5;
  }
  text("title", {margin, (header - line(Face::title)) / 2, right - margin, line(Face::title)},
       title, Face::title, Align::left, Ground::ink);

  const double space = gap() * 1.5;
  std::vector<double> widths;
  for (const auto& action : actions)
    widths.push_back(std::max(target() * 1.6, text_width(action.label, Face::bold) + pad() * 2));
  std::vector<std::vector<size_t>> rows(1);
  double used = 0;
  const auto add = [&](size_t i) {
    if (used > 0 && used + space + widths[i] > width() - 2 * margin) {
      rows.emplace_back();
      used = 0;
    }
    used += (used > 0 ? space : 0) + widths[i];
    rows.back().push_back(i);
  };
  // The first keeps the bottom left corner and the last the bottom right one; what finds no room
  // between them stands above.
  if (!actions.empty()) add(0);
  for (size_t i = actions.size(); i > 1; --i) add(i - 1);
  for (auto& row : rows) std::sort(row.begin(), row.end());
  const double bottom = height() - margin;
  std::string pressed;
  for (size_t r = 0; r < rows.size(); ++r) {
    const double y = bottom - target() - static_cast<double>(r) * (target() + space);
    double x = width() - margin + space;
    for (const size_t i : rows[r])
      if (i > 0) x -= widths[i] + space;
    for (const size_t i : rows[r]) {
      const double left = i == 0 ? margin : x;
      if (button(actions[i], {left, y, widths[i], target()})) pressed = actions[i].name;
      if (i > 0) x += widths[i] + space;
    }
  }
  const double foot = static_cast<double>(rows.size()) * (target() + space);
  inside_->body = {margin, header + space * 1.4, width() - 2 * margin,
                   bottom - foot - header - space * 1.4};
  return pressed;
}

bool Sheet::field(const std::string& name, const RectMm& box, const std::string& words,
                  size_t caret, bool is_active, const std::string& when_empty) {
  const auto& theme = look().theme;
  const auto& c = theme.colours;
  const auto pressing = inside_->press(name, box, true);
  inside_->focus_ring(name, box);
  inside_->rounded(box, 4, is_active ? theme.strokes.pressed : look().outline,
                   packed(is_active ? c.accent : c.ink), packed(c.card));
  const RectMm room{box.x + gap() * 1.5, box.y + gap(), box.w - gap() * 3, box.h - gap() * 2};
  ImFont& letters = *inside_->font(Face::body);
  const float wrap = inside_->px(room.w);
  const char* end = words.data() + words.size();

  // Where the caret stands, and which lines are seen when there are more than fit.
  std::vector<std::pair<size_t, size_t>> lines;
  const char* at = words.data();
  while (at < end) {
    const char* stop = letters.CalcWordWrapPositionA(1.0F, at, end, wrap);
    if (stop == at) stop = at + 1;
    const char* next = stop;
    while (next < end && *next == ' ') ++next;
    if (next < end && *next == '\n') ++next;
    lines.emplace_back(at - words.data(), next - words.data());
    at = next;
  }
  if (lines.empty() || words.back() == '\n') lines.emplace_back(words.size(), words.size());
  size_t caret_line = 0;
  for (size_t i = 0; i < lines.size(); ++i)
    if (caret >= lines[i].first) caret_line = i;
  const auto fits = static_cast<size_t>(std::max(1.0, room.h / line(Face::body)));
  const size_t first = caret_line >= fits ? caret_line - fits + 1 : 0;
  if (words.empty() && !is_active)
    inside_->words(room, when_empty, Face::body, Align::left, packed(c.muted),
                   room.h < line(Face::body) * 2);
  const double top = fits == 1 ? room.y + (room.h - line(Face::body)) / 2 : room.y;
  for (size_t i = first; i < lines.size() && i < first + fits; ++i) {
    const double y = top + static_cast<double>(i - first) * line(Face::body);
    const auto [from, to] = lines[i];
    const std::string shown = words.substr(from, to - from);
    inside_->words({room.x, y, room.w * 2, line(Face::body)},
                   shown.substr(0, shown.find_last_not_of("\n") + 1), Face::body, Align::left,
                   packed(c.ink), false);
    if (is_active && i == caret_line) {
      const double x =
          room.x + (caret > from ? text_width(words.substr(from, caret - from), Face::body) : 0);
      ImGui::GetWindowDrawList()->AddRectFilled(
          inside_->at(x, y), inside_->at(x + 0.8, y + line(Face::body)), packed(c.accent));
    }
  }
  inside_->add(name, MentorRole::field, box, words, true, is_active);
  return pressing.is_pressed;
}

}  // namespace aktiv::mentor
