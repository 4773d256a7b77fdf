// Offers that fit a citizen's wishes, for the pages of a citizen. Pure; any thread.
#pragma once

#include "kiosk/casefile/offers/matching.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// The first few, with why; nothing where nothing was wished yet.
Html match_summary_card(const Words& words, const CitizenView& view);

}  // namespace aktiv::casefile
