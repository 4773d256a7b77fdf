// What a server that is not the unit's own case file learns of anonymous evaluations: how many
// answered what, as one MeasureReport (FHIR R4, type summary) for each scale, and never a set of
// answers, a text or a group under five. Pure; any thread.
#pragma once

#include <string>

#include "dialogue/model/evaluation_batch.h"
#include "dialogue/model/result.h"

namespace aktiv::fhir {

// A transaction, each report created once by its identifier; empty where every group is under five.
Result<std::string> build_evaluation_counts(const EvaluationBatch& batch);

}  // namespace aktiv::fhir
