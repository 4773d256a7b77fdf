// The answers of a QuestionnaireResponse: every item has its linkId, every answer exactly one
// value[x] of the right kind. Two values in one answer would leave open what the citizen said.
// Pure; any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "kiosk/casefile/endpoint/problem.h"

namespace aktiv::casefile {

MaybeProblem validate_response(const nlohmann::ordered_json& response);

}  // namespace aktiv::casefile
