// Pixels that own themselves: cairo image surfaces, and rectangles of whole pixels. Any thread, one
// at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>

#include "dialogue/scene/layout.h"

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;

namespace aktiv::ui {

struct ImageRelease {
  void operator()(cairo_surface_t* surface) const;
};
using Image = std::unique_ptr<cairo_surface_t, ImageRelease>;

Image make_image(int width_px, int height_px);   // ARGB32, transparent
Image make_screen(int width_px, int height_px);  // RGB24
size_t bytes_of(const cairo_surface_t* image);

struct PixelRect {
  int x = 0, y = 0, w = 0, h = 0;

  bool operator==(const PixelRect&) const = default;
  bool empty() const { return w <= 0 || h <= 0; }
  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool meets(const PixelRect& other) const {
    return !empty() && !other.empty() && x < other.right() && other.x < right() &&
           y < other.bottom() && other.y < bottom();
  }
  PixelRect grown(int by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
  PixelRect within(const PixelRect& other) const {
    const int left = std::max(x, other.x);
    const int top = std::max(y, other.y);
    return {left, top, std::max(0, std::min(right(), other.right()) - left),
            std::max(0, std::min(bottom(), other.bottom()) - top)};
  }
  PixelRect united(const PixelRect& other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    const int left = std::min(x, other.x);
    const int top = std::min(y, other.y);
    return {left, top, std::max(right(), other.right()) - left,
            std::max(bottom(), other.bottom()) - top};
  }
};

// Edges go to the nearest whole pixel, so that outlines are even and neighbours keep their gap.
PixelRect snapped(const RectMm& rect, double px_per_mm);

}  // namespace aktiv::ui
