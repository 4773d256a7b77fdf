// What a stored QuestionnaireResponse is, of JSON that is parsed already; for the sync's own .cpp
// files. Pure; any thread.
#pragma once

#include <nlohmann/json.hpp>

#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::fhir {

// By its key alone, whatever else it holds: a mark may no longer say which tool it was.
ResponseHead head_of(const nlohmann::json& resource);

}  // namespace aktiv::fhir
