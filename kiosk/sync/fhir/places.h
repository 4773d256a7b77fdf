// Which deck a place stands in, by the texts alone: the mapping knows no content. `midt` and `godt`
// stand in several decks; the places that were offered beside it tell which one was meant. Pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/sync/fhir/items.h"

namespace aktiv::fhir {

// "smiley5.midt.label"; empty where no text is known for it. `offered` may be empty.
std::string key_of_place(const std::string& place, const std::vector<std::string>& offered,
                         const Lookup& texts);

}  // namespace aktiv::fhir
