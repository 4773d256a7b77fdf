#include "dialogue/audit/everyones_items.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "dialogue/scene/geometry.h"

namespace aktiv::audit {
namespace {

constexpr double kFromEdgeMm = 3;       // a finger meets the frame before the glass ends
constexpr double kSmallestCapMm = 6.1;  // capital H at 500 mm, 0.7 degrees (EN 301 549 5.1.4)
constexpr double kCapOfEm = 0.668;      // of the typeface; kiosk/ui/text holds it to that

}  // namespace

std::string mm_text(double mm) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(2) << mm << " mm";
  return text.str();
}

void check_apart(Report& report, const std::string& where, const RectMm& rect, const RectMm& other,
                 const std::string& other_name, const Display& display) {
  const double apart = distance(rect, other);
  report.expect(4, apart >= display.sizes.gap - rounding_mm, where,
                [&] { return mm_text(apart) + " from " + other_name; });
}

void check_edge(Report& report, const std::string& where, const RectMm& rect, const RectMm& glass) {
  const double edge = std::min({rect.x - glass.x, rect.y - glass.y, glass.right() - rect.right(),
                                glass.bottom() - rect.bottom()});
  report.expect(7, edge >= kFromEdgeMm - rounding_mm, where,
                [&] { return mm_text(edge) + " from the edge"; });
}

void check_letters(Report& report, const std::string& where, double em_mm) {
  const double cap = em_mm * kCapOfEm;
  report.expect(21, cap >= kSmallestCapMm - rounding_mm, where,
                [&] { return "capital H of " + mm_text(cap); });
}

}  // namespace aktiv::audit
