// The mentor's screens against those of the 52 items that hold for staff too: they read and press,
// but are not spoken to, and press keys of 20 mm on every glass. Pure.
#pragma once

#include <string>
#include <vector>

#include "dialogue/audit/audit.h"
#include "kiosk/app/audit/pixels.h"
#include "kiosk/ui/mentor/element.h"

namespace aktiv::app {

using MentorElements = std::vector<mentor::MentorElement>;

// 1, 4, 7, 21, 22, 25 and 27: sizes, distances, the glass's edge, letters, nothing cut or covered,
// names.
void check_mentor_elements(audit::Report& report, const std::string& screen,
                           const MentorElements& elements, const Display& display);
// 19 and 20: contrast of words and of what is pressed.
void check_mentor_paint(audit::Report& report, const std::string& screen,
                        const MentorElements& elements, const Display& display,
                        const Pixels& pixels);

}  // namespace aktiv::app
