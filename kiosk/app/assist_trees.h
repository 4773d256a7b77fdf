// What stands on the glass as screen readers and other aids are told it (kiosk/assist). Pure.
#pragma once

#include <string>
#include <vector>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"
#include "kiosk/assist/assist.h"
#include "kiosk/ui/mentor/element.h"

namespace aktiv::app {

// The question first, then all elements in their order. A lock's keys have no name.
assist::Tree assist_tree(const Scene& scene, const Layout& layout, const ElementId& focused);
// What is said on a screen, as one text.
std::string announcement(const Scene& scene);

assist::Tree assist_tree(const std::string& screen,
                         const std::vector<mentor::MentorElement>& elements,
                         const Display& display);

}  // namespace aktiv::app
