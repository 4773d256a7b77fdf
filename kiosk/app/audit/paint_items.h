// Every screen painted, and looked at pixel by pixel. Owns its painter and one screen of pixels.
// Thread: one at a time.
#pragma once

#include <memory>
#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"
#include "kiosk/ui/painter/painter.h"

namespace aktiv::app {

class PaintedScreens {
 public:
  PaintedScreens(ui::Painter& painter, const Display& display, int words_a_minute);

  // 19, 20, 23, 24, 26, 47 and 48.
  void check(audit::Report& report, const std::string& name, const Scene& scene,
             const Layout& layout);

 private:
  class Look;
  ui::Painter& painter_;
  ui::Image screen_;
  ui::Image before_;
  int words_a_minute_;
};

}  // namespace aktiv::app
