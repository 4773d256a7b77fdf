// Beside a citizen's conversations: how they use the kiosk, and in which way they were asked last,
// which belongs to that conversation and is nothing that they are. Thread: the loop's.
#pragma once

#include <vector>

#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {

double how_used_height(const Sheet& sheet, const Work& work,
                       const std::vector<SavedSubmission>& said, double w);
// Takes it off the top of the room.
void show_how_used(Sheet& sheet, RectMm& room, const Work& work,
                   const std::vector<SavedSubmission>& said);

}  // namespace aktiv::mentor
