#include "kiosk/ui/painter/image.h"

#include <cairo.h>

#include <cmath>

namespace aktiv::ui {

void ImageRelease::operator()(cairo_surface_t* surface) const {
  cairo_surface_destroy(surface);
}

Image make_image(int width_px, int height_px) {
  return Image(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, std::max(1, width_px),
                                          std::max(1, height_px)));
}

Image make_screen(int width_px, int height_px) {
  return Image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, std::max(1, width_px),
                                          std::max(1, height_px)));
}

size_t bytes_of(const cairo_surface_t* image) {
  auto* surface = const_cast<cairo_surface_t*>(image);  // cairo reads without const
  return static_cast<size_t>(cairo_image_surface_get_stride(surface)) *
         static_cast<size_t>(cairo_image_surface_get_height(surface));
}

PixelRect snapped(const RectMm& rect, double px_per_mm) {
  const auto edge = [px_per_mm](double mm) {
    return static_cast<int>(std::lround(mm * px_per_mm));
  };
  const int left = edge(rect.x);
  const int top = edge(rect.y);
  return {left, top, edge(rect.right()) - left, edge(rect.bottom()) - top};
}

}  // namespace aktiv::ui
