#include "kiosk/app/audit/mentor_items.h"

#include <algorithm>

#include "dialogue/audit/everyones_items.h"
#include "dialogue/scene/geometry.h"

namespace aktiv::app {
namespace {

using mentor::MentorElement;
using mentor::MentorRole;

constexpr double kRoundedMm = 0.5;  // a pixel on the coarsest glass, at both ends

bool is_within(const RectMm& inner, const RectMm& outer) {
  return inner.x >= outer.x - kRoundedMm && inner.right() <= outer.right() + kRoundedMm &&
         inner.y >= outer.y - kRoundedMm && inner.bottom() <= outer.bottom() + kRoundedMm;
}

bool are_clear(const RectMm& a, const RectMm& b) {
  return a.right() <= b.x + kRoundedMm || b.right() <= a.x + kRoundedMm ||
         a.bottom() <= b.y + kRoundedMm || b.bottom() <= a.y + kRoundedMm;
}

// Words may stand upon what is pressed, whole; else everything stands clear.
bool may_stand_so(const MentorElement& a, const MentorElement& b) {
  if (are_clear(a.rect, b.rect)) return true;
  if (a.is_target() == b.is_target()) return false;
  return a.is_target() ? is_within(b.rect, a.rect) : is_within(a.rect, b.rect);
}

void check_target(audit::Report& report, const std::string& where, const MentorElement& element,
                  const Display& display) {
  const RectMm& rect = element.rect;
  const double least = std::min(rect.w, rect.h);
  report.expect(1, least >= display.sizes.least_target - rounding_mm, where,
                [&] { return audit::mm_text(least); });
  audit::check_edge(report, where, rect, {0, 0, display.width_mm(), display.height_mm()});
  const bool is_named = element.role == MentorRole::field || !element.text.empty();
  report.expect(27, is_named, where, [] { return std::string("has no name"); });
}

}  // namespace

void check_mentor_elements(audit::Report& report, const std::string& screen,
                           const MentorElements& elements, const Display& display) {
  const RectMm glass{0, 0, display.width_mm(), display.height_mm()};
  for (size_t i = 0; i < elements.size(); ++i) {
    const MentorElement& element = elements[i];
    const std::string where = screen + " " + element.name;
    report.expect(22, is_within(element.rect, glass), where,
                  [] { return std::string("is cut by the glass"); });
    audit::check_letters(report, where, element.em_mm);
    if (element.is_target()) check_target(report, where, element, display);
    for (size_t j = i + 1; j < elements.size(); ++j) {
      const MentorElement& other = elements[j];
      report.expect(25, may_stand_so(element, other), where,
                    [&] { return "stands over " + other.name; });
      if (element.is_target() && other.is_target())
        audit::check_apart(report, where, element.rect, other.rect, other.name, display);
    }
  }
}

void check_mentor_paint(audit::Report& report, const std::string& screen,
                        const MentorElements& elements, const Display& display,
                        const Pixels& pixels) {
  for (const MentorElement& element : elements) {
    if (!element.is_enabled || element.role == MentorRole::picture) continue;
    const auto px = [&](double mm) {
      return static_cast<int>(std::lround(mm * display.px_per_mm));
    };
    const RectMm& rect = element.rect;
    const ui::PixelRect box =
        ui::PixelRect{px(rect.x), px(rect.y), px(rect.w), px(rect.h)}.within(pixels.all);
    const std::string where = screen + " " + element.name;
    if (!element.text.empty()) {
      const double ratio = text_contrast(pixels, box);
      report.expect(19, ratio >= kTextContrast, where,
                    [&] { return ratio_text(ratio) + " for \"" + element.text + "\""; });
    }
    if (!element.is_target()) continue;
    const double ratio = edge_contrast(pixels, box, display.px_per_mm);
    report.expect(20, ratio >= kControlContrast, where,
                  [&] { return ratio_text(ratio) + " at its edge"; });
  }
}

}  // namespace aktiv::app
