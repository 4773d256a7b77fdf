// Offers that fit a citizen's wishes, for the pages of a citizen. Pure; any thread.
#pragma once

#include "kiosk/casefile/offers/matching.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// The first few, with why; nothing where nothing was wished yet.
Html match_summary_card(const Words& words, const CitizenView& view);

// Whether the wish was told on already in that quarter.
bool is_in_demand(const std::vector<KeptRecord>& records, const std::string& card,
                  const std::string& quarter);

}  // namespace aktiv::casefile
