// Painted pixels, and how far their colours differ. A view: the pixels belong to who painted them.
// Thread: one at a time.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

#include "kiosk/ui/painter/image.h"

namespace aktiv::app {

inline constexpr double kTextContrast = 7;     // WCAG 2.2, 1.4.6
inline constexpr double kControlContrast = 3;  // WCAG 2.2, 1.4.11

// Rows of 32-bit words, red in the third byte.
struct Pixels {
  uint32_t at(int x, int y) const {
    uint32_t value = 0;
    std::memcpy(&value, data + static_cast<ptrdiff_t>(y) * stride + 4 * x, 4);
    return value & 0xFFFFFF;
  }

  const unsigned char* data;
  int stride;
  ui::PixelRect all;
};

double contrast(uint32_t a, uint32_t b);
std::string ratio_text(double ratio);
// The ground of a word is its commonest colour; its ink the one that differs most from it.
double text_contrast(const Pixels& pixels, const ui::PixelRect& box);
// From the ground outside into the element, across the middle of its left side.
double edge_contrast(const Pixels& pixels, const ui::PixelRect& rect, double px_per_mm);

}  // namespace aktiv::app
