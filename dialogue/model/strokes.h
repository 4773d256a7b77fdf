// A drawing made with a finger, as text: strokes of points on a square of 1000 by 1000, top left
// first; "120,80 122,91;400,400 420,410" is two strokes. Values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv {

constexpr int kDrawingSide = 1000;
// A drawing beyond this many points takes no more strokes: about two pages full of lines.
constexpr int kMostDrawnPoints = 20'000;

struct DrawnPoint {
  int x = 0, y = 0;  // 0 … kDrawingSide

  bool operator==(const DrawnPoint&) const = default;
};
using Stroke = std::vector<DrawnPoint>;

std::string to_text(const std::vector<Stroke>& strokes);
// Fails on anything else than what to_text writes: a number outside the square, a stroke without
// points, more than kMostDrawnPoints.
Result<std::vector<Stroke>> strokes_from_text(std::string_view text);

}  // namespace aktiv
