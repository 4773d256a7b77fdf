// Changes that the day centre suggests, each with what the citizen said to it: before that it does
// not count. Pure; any thread.
#pragma once

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

Html changes_card(const Words& words, const CitizenView& view);

}  // namespace aktiv::casefile
