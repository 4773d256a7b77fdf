// The same screen on the glass it stands on, and on others. Pure.
#pragma once

#include <map>
#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::audit {

// 5: twice as many pixels on the same glass lay the same millimetres.
void check_density(Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout, const TextMeasure& measure);
// 3: on a full glass, targets wished at 30 mm are 30 mm.
void check_tremor(Report& report, const std::string& name, const Scene& scene,
                  const Display& display, const TextMeasure& measure);
// 8: two moments of the same screen.
void check_stillness(Report& report, const std::string& name, const Scene& before,
                     const Scene& after, const Display& display, const TextMeasure& measure);

// 40: over all screens of one display.
class FixedPlaces {
 public:
  void check(Report& report, const std::string& name, const Scene& scene, const Layout& layout);

 private:
  std::map<std::string, RectMm> places_;
};

}  // namespace aktiv::audit
