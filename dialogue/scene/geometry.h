// How rectangles of a layout stand to each other, for whoever checks it. Lengths in millimetres;
// what is within rounding_mm is the same. Pure.
#pragma once

#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout.h"

namespace aktiv {

inline constexpr double rounding_mm = 0.02;

// The larger of the distances across and down; 0 when they meet.
inline double distance(const RectMm& a, const RectMm& b) {
  const double dx = std::max({a.x - b.right(), b.x - a.right(), 0.0});
  const double dy = std::max({a.y - b.bottom(), b.y - a.bottom(), 0.0});
  return std::max(dx, dy);
}

inline bool is_inside(const RectMm& inner, const RectMm& outer) {
  return inner.x >= outer.x - rounding_mm && inner.y >= outer.y - rounding_mm &&
         inner.right() <= outer.right() + rounding_mm &&
         inner.bottom() <= outer.bottom() + rounding_mm;
}

inline bool lie_over_each_other(const RectMm& a, const RectMm& b) {
  return a.x + rounding_mm < b.right() && b.x + rounding_mm < a.right() &&
         a.y + rounding_mm < b.bottom() && b.y + rounding_mm < a.bottom();
}

inline bool is_near(const RectMm& a, const RectMm& b) {
  return std::abs(a.x - b.x) < rounding_mm && std::abs(a.y - b.y) < rounding_mm &&
         std::abs(a.w - b.w) < rounding_mm && std::abs(a.h - b.h) < rounding_mm;
}

}  // namespace aktiv
