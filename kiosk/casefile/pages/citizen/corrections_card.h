// What a citizen says was not so in a talk. The talk stays as it was said, and this stands beside
// it. Pure; any thread.
#pragma once

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// Of one talk, newest first, and the way to write another.
Html corrections_of_talk(const Words& words, const CitizenView& view, const SubmissionId& talk);
// Of all talks; nothing where there are none.
Html corrections_card(const Words& words, const CitizenView& view);

}  // namespace aktiv::casefile
