// The citizen's Patient: whose it is, and at which day centre, so that each kiosk of that centre
// finds them (traits.h says what else it bears). Pure; never throws.
#pragma once

#include <string>

#include "dialogue/model/ids.h"

namespace aktiv::fhir {

// The code of a centre's tag, of its name: a name may hold what a search takes for a separator.
// Empty for no centre.
std::string centre_code(const std::string& centre);

// The Patient with the tag of this centre beside those that it bears. As it came where there is no
// centre, or where it is no JSON object.
std::string at_centre(const std::string& patient, const std::string& centre);
bool is_at_centre(const std::string& patient, const std::string& centre);

// What stays of a Patient when everything about them is erased: whose pseudonym it was and at which
// centres, so that their kiosks learn of it; not active. Empty where it is no JSON object.
std::string erased(const std::string& patient);
bool is_erased(const std::string& patient);

// Empty where it is nobody of ours.
CitizenId citizen_of(const std::string& patient);

}  // namespace aktiv::fhir
