// The leader's page of the anonymous evaluation, one year at a time: years never overlap and no sum
// over several of them is shown, so nobody can take one group from another and learn of a few.
// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

// A batch belongs to the year of its last month.
std::vector<std::string> years_of(const std::vector<EvaluationBatch>& batches);  // newest first

// `year`: one of years_of; empty: the newest.
PageContent evaluation_page(const Visit& visit, const std::vector<EvaluationBatch>& batches,
                            const std::string& year);

}  // namespace aktiv::casefile
