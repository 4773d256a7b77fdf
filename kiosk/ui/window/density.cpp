#include "kiosk/ui/window/density.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace aktiv::ui {
namespace {

constexpr double mm_an_inch = 25.4;
// A television of 65 inches has 34 dots an inch at 1080p; a telephone 500.
constexpr double least_dpi = 30;
constexpr double most_dpi = 500;
constexpr double most_unlike = 1.2;  // pixels are square, give or take a rounded size

constexpr const char* right = "the display's px_per_mm in the configuration, measured with a ruler";

std::string whole(double number) {
  return std::to_string(std::lround(number));
}

bool is_believable(double dpi) {
  return std::isfinite(dpi) && dpi >= least_dpi && dpi <= most_dpi;
}

bool is_believable(const ReportedDensity& reported) {
  if (!is_believable(reported.across_dpi) || !is_believable(reported.down_dpi)) return false;
  const auto [less, more] = std::minmax(reported.across_dpi, reported.down_dpi);
  return more / less <= most_unlike;
}

Density unbelieved(const std::string& what, const char* where) {
  Density density;
  density.fault = Fault{what + "; 96 dots an inch are taken", where, right};
  return density;
}

}  // namespace

Density density_of(std::optional<double> configured_px_per_mm,
                   std::optional<ReportedDensity> reported) {
  if (configured_px_per_mm) {
    if (is_believable(*configured_px_per_mm * mm_an_inch))
      return {*configured_px_per_mm, std::nullopt};
    return unbelieved(
        "no display has " + std::to_string(*configured_px_per_mm) + " pixels a millimetre",
        "configuration");
  }
  if (!reported) return unbelieved("the display does not say how large it is", "display");
  if (!is_believable(*reported))
    return unbelieved("the display says it has " + whole(reported->across_dpi) + " x " +
                          whole(reported->down_dpi) + " dots an inch",
                      "display");
  return {(reported->across_dpi + reported->down_dpi) / 2 / mm_an_inch, std::nullopt};
}

}  // namespace aktiv::ui
