// A screen of the mentor's area as JSON, in the form of the citizen's scenes: for demonstrations
// and tests that read the glass. A PIN is only its dots.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/mentor/element.h"

namespace aktiv::app {

// The scene's id is "mentor." and the screen's name.
void append_mentor_scene(std::string& out, const std::string& screen,
                         const std::vector<mentor::MentorElement>& elements,
                         const Display& display);

}  // namespace aktiv::app
