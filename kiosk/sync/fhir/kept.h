// A stored QuestionnaireResponse read once, whatever it is: for whoever reads many. Pure; any
// thread.
#pragma once

#include <string_view>
#include <variant>

#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::fhir {

// Neither: another system's, or one that this version does not read.
using KeptResponse = std::variant<std::monostate, Submission, Observation>;

// As read_head and then read_response or read_observation, of the bare resource.
KeptResponse read_kept(std::string_view json);

}  // namespace aktiv::fhir
