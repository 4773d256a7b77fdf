// A submission as one line of JSON: how it lies, sealed, in the kiosk's outbox. Stored format,
// version 1: add, never rename. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"

namespace aktiv {

std::string to_json(const Submission& submission);
// Fails without quoting what it could not read.
Result<Submission> submission_from_json(std::string_view line);

std::string to_json(const Observation& observation);
Result<Observation> observation_from_json(std::string_view line);

}  // namespace aktiv
