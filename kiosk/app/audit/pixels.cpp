#include "kiosk/app/audit/pixels.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "kiosk/ui/theme/theme.h"

namespace aktiv::app {
namespace {

constexpr double kAroundMm = 2;  // outside an element, where the paper begins
constexpr double kWithinMm = 4;  // inside it, where its edge has been crossed

// Luminance is a sum over the channels, of which each has 256 values.
struct Luminances {
  std::array<double, 256> red, green, blue;

  Luminances() {
    for (size_t i = 0; i < 256; ++i) {
      const double value = static_cast<double>(i) / 255.0;
      red[i] = ui::luminance({value, 0, 0});
      green[i] = ui::luminance({0, value, 0});
      blue[i] = ui::luminance({0, 0, value});
    }
  }
};

double luminance(uint32_t colour) {
  static const Luminances of;
  return of.red[colour >> 16 & 0xFF] + of.green[colour >> 8 & 0xFF] + of.blue[colour & 0xFF];
}

}  // namespace

double contrast(uint32_t a, uint32_t b) {
  return ui::contrast(luminance(a), luminance(b));
}

std::string ratio_text(double ratio) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f:1", ratio);
  return text;
}

double text_contrast(const Pixels& pixels, const ui::PixelRect& box) {
  std::map<uint32_t, int> counts;
  for (int y = box.y; y < box.bottom(); ++y)
    for (int x = box.x; x < box.right(); ++x) ++counts[pixels.at(x, y)];
  uint32_t ground = 0;
  int most = 0;
  for (const auto& [colour, count] : counts)
    if (count > most) {
      ground = colour;
      most = count;
    }
  double ratio = 1;
  for (const auto& [colour, count] : counts) ratio = std::max(ratio, contrast(ground, colour));
  return ratio;
}

double edge_contrast(const Pixels& pixels, const ui::PixelRect& rect, double px_per_mm) {
  const int y = rect.y + rect.h / 2;
  const int from = rect.x - static_cast<int>(kAroundMm * px_per_mm);
  const int to = rect.x + static_cast<int>(kWithinMm * px_per_mm);
  if (y < 0 || y >= pixels.all.h || from < 0) return 1;
  const uint32_t ground = pixels.at(from, y);
  double ratio = 1;
  for (int x = from; x < std::min(to, pixels.all.w); ++x)
    ratio = std::max(ratio, contrast(ground, pixels.at(x, y)));
  return ratio;
}

}  // namespace aktiv::app
