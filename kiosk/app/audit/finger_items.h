// A finger laid on everything that a screen offers, through the same code that hears the glass.
// Time is invented. Pure.
#pragma once

#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::app {

// 6, 9–12, 14–17 and 29.
void check_fingers(audit::Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout);

}  // namespace aktiv::app
