// Invented sheets, for tests and for whoever draws; not in the programs.
#pragma once

#include <map>
#include <string>

#include "dialogue/content/content.h"
#include "kiosk/report/compose.h"

namespace aktiv::report {

// So many cards of "Kan lide", a mentor and a next meeting.
SheetFacts sample(const std::string& language, size_t cards);
// By name, "da-1" and the like: from one card to twelve, several talks, own words, nothing but a
// card.
std::map<std::string, SheetFacts> samples();

}  // namespace aktiv::report
