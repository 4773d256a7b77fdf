#include "dialogue/model/strokes.h"

#include <charconv>

namespace aktiv {
namespace {

Fault unreadable() {
  return {"a drawing cannot be read", "drawing",
          "strokes as dialogue/model/strokes.cpp writes them: \"x,y x,y;x,y\", 0 to 1000"};
}

bool take_number(std::string_view& text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0 || number > kDrawingSide) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string to_text(const std::vector<Stroke>& strokes) {
  std::string text;
  for (const Stroke& stroke : strokes) {
    if (stroke.empty()) continue;
    if (!text.empty()) text += ';';
    for (size_t i = 0; i < stroke.size(); ++i) {
      if (i > 0) text += ' ';
      text += std::to_string(stroke[i].x) + ',' + std::to_string(stroke[i].y);
    }
  }
  return text;
}

Result<std::vector<Stroke>> strokes_from_text(std::string_view text) {
  std::vector<Stroke> strokes;
  if (text.empty()) return strokes;
  strokes.emplace_back();
  for (int points = 0;; ++points) {
    DrawnPoint point;
    if (points >= kMostDrawnPoints || !take_number(text, point.x) || !take(text, ',') ||
        !take_number(text, point.y))
      return unreadable();
    strokes.back().push_back(point);
    if (text.empty()) return strokes;
    if (take(text, ';'))
      strokes.emplace_back();
    else if (!take(text, ' '))
      return unreadable();
  }
}

}  // namespace aktiv
