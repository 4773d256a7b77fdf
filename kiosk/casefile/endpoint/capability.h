// What this end point can do, as FHIR says it (CapabilityStatement). Pure.
#pragma once

#include <string>

namespace aktiv::casefile {

std::string capability_statement(const std::string& base);

}  // namespace aktiv::casefile
