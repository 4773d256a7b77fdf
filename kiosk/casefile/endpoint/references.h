// Where references lead: to a resource that is kept in the same centre, to one in the same Bundle,
// to a contained one, or (absolute) elsewhere. Conditional references are refused: the Patient is
// resolved once, at enrolment.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "kiosk/casefile/endpoint/write.h"

namespace aktiv::casefile {

// Replaces urn:uuid references by what `addresses` says. An unknown one is a problem.
MaybeProblem resolve_references(nlohmann::ordered_json& resource,
                                const std::map<std::string, std::string>& addresses);
// Every literal reference exists within the centre's border; the subject is a Patient.
MaybeProblem check_references(WriteContext& context, const nlohmann::ordered_json& resource);
// The Patient id that the resource is about; empty where it is about nobody.
std::string patient_of(WriteContext& context, const nlohmann::ordered_json& resource);

}  // namespace aktiv::casefile
