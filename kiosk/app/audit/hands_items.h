// Whoever has no finger on the glass: everything that a screen offers by keys, by a gaze that
// stays, and by ear (gliding over it, and by strokes), through the same code that hears them. Time
// is invented. Pure.
#pragma once

#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::app {

// 18, beside the scan.
void check_other_hands(audit::Report& report, const std::string& name, const Scene& scene,
                       const Layout& layout);

}  // namespace aktiv::app
