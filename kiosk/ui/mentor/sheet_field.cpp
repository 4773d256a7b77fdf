// The field that is written in.
#include <algorithm>

#include "kiosk/ui/mentor/sheet_parts.h"

namespace aktiv::mentor {

bool Sheet::field(const std::string& name, const RectMm& box, const std::string& words,
                  size_t caret, bool is_active, const std::string& when_empty) {
  if (!inside_->is_in_view(box)) return false;
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
