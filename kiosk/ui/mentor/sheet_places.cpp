// Where things go: rectangles cut from rectangles, cells of a grid. Pure.
#include <algorithm>

#include "kiosk/ui/mentor/sheet.h"

namespace aktiv::mentor {

RectMm inset(const RectMm& box, double by) {
  return {box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by};
}

RectMm take_top(RectMm& rest, double h, double gap) {
  const RectMm taken{rest.x, rest.y, rest.w, h};
  rest.y += h + gap;
  rest.h -= h + gap;
  return taken;
}

RectMm below(const RectMm& rest, double gap) {
  return {rest.x, rest.y + gap, rest.w, rest.h - gap};
}

RectMm take_bottom(RectMm& rest, double h, double gap) {
  const RectMm taken{rest.x, rest.bottom() - h, rest.w, h};
  rest.h -= h + gap;
  return taken;
}

std::pair<RectMm, RectMm> split(const RectMm& area, double share, double gap, double least_w) {
  if (area.w >= area.h && area.w >= least_w) {
    const double left = (area.w - gap) * share;
    return {{area.x, area.y, left, area.h},
            {area.x + left + gap, area.y, area.w - gap - left, area.h}};
  }
  const double top = (area.h - gap) * share;
  return {{area.x, area.y, area.w, top}, {area.x, area.y + top + gap, area.w, area.h - gap - top}};
}

Grid Grid::of(const RectMm& area, double least_w, double h, double gap) {
  Grid grid{area, 1, 1, 0, h, gap};
  grid.columns = std::max(1, static_cast<int>((area.w + gap) / (least_w + gap) + 1e-6));
  grid.rows = std::max(1, static_cast<int>((area.h + gap) / (h + gap) + 1e-6));
  grid.w = (area.w - gap * (grid.columns - 1)) / grid.columns;
  return grid;
}

Grid Grid::filling(const RectMm& area, size_t count, double least_w, double h, double gap,
                   double most) {
  constexpr double step = 0.1;
  for (double scale = most; scale > 1; scale -= step) {
    Grid grid = of(area, least_w * scale, h * scale, gap);
    const bool fits =
        grid.h <= area.h && least_w * scale <= area.w && static_cast<size_t>(grid.count()) >= count;
    if (!fits) continue;
    grid.w = std::min(grid.w, least_w * scale * 1.15);
    return grid;
  }
  return of(area, least_w, h, gap);
}

RectMm Grid::cell(int number) const {
  return {area.x + (number % columns) * (w + gap), area.y + (number / columns) * (h + gap), w, h};
}

bool Sheet::is_narrow() const {
  return width() < height() || width() < two_columns_mm;
}

}  // namespace aktiv::mentor
