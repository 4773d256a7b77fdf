#include "dialogue/audit/glass_items.h"

#include <algorithm>

#include "dialogue/audit/screen_items.h"
#include "dialogue/scene/geometry.h"

namespace aktiv::audit {
namespace {

constexpr double kTremorMm = 30;  // disabled people keep improving beyond 20 mm (PubMed 23021630)

}  // namespace

void check_density(Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout, const TextMeasure& measure) {
  Display denser = layout.display;
  denser.width_px *= 2;
  denser.height_px *= 2;
  denser.px_per_mm *= 2;
  const Layout again = lay_out(scene, denser, measure);
  for (size_t i = 0; i < scene.elements.size(); ++i)
    report.expect(5, is_near(layout.elements[i].rect, again.elements[i].rect),
                  name + " " + scene.elements[i].id.value,
                  [] { return "stands elsewhere on a denser display"; });
}

void check_tremor(Report& report, const std::string& name, const Scene& scene,
                  const Display& display, const TextMeasure& measure) {
  const RectMm reach = reachable(display);
  if (std::min(reach.w, reach.h) < full_glass_mm) return;
  Display large = display;
  large.sizes.target = large.sizes.default_target = large.sizes.least_target = kTremorMm;
  const Layout layout = lay_out(scene, large, measure);
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    if (!is_target(scene.elements[i])) continue;
    const RectMm& rect = layout.elements[i].rect;
    const double least = std::min(rect.w, rect.h);
    report.expect(3, least >= kTremorMm - rounding_mm, name + " " + scene.elements[i].id.value,
                  [&] { return std::to_string(least) + " mm"; });
  }
}

void check_stillness(Report& report, const std::string& name, const Scene& before,
                     const Scene& after, const Display& display, const TextMeasure& measure) {
  const Layout then = lay_out(before, display, measure);
  const Layout now = lay_out(after, display, measure);
  for (const PlacedElement& placed : then.elements) {
    const PlacedElement* still = now.find(placed.id);
    report.expect(8, still != nullptr && is_near(placed.rect, still->rect),
                  name + " " + placed.id.value, [] { return "moved or went away"; });
  }
}

void FixedPlaces::check(Report& report, const std::string& name, const Scene& scene,
                        const Layout& layout) {
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    const Element& element = scene.elements[i];
    if (element.role != Role::fixed) continue;
    const auto [known, is_new] = places_.emplace(element.id.value, layout.elements[i].rect);
    report.expect(40, is_near(known->second, layout.elements[i].rect),
                  name + " " + element.id.value, [] { return "stands elsewhere"; });
  }
}

}  // namespace aktiv::audit
