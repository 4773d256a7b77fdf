// Who presses for the citizen, and who is there: asked when a conversation begins and when
// something was seen. Thread: the loop's.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {

// A heading and its choices off the top of the room; what was pressed is changed at once.
void show_pressed_by(Sheet& sheet, RectMm& room, Work& work, PressedBy& pressed_by);
// Nobody there is `Present::nobody`, never an empty list.
void show_present(Sheet& sheet, RectMm& room, Work& work, std::vector<Present>& present);

// How high a paper of this width both questions need, side by side or below each other on a narrow
// glass. `under_first` and `under_second` tell what else stands under each, at a width.
using HeightAt = std::function<double(double w)>;
double hands_height(const Sheet& sheet, const Work& work, double w, const HeightAt& under_first,
                    const HeightAt& under_second);

}  // namespace aktiv::mentor
