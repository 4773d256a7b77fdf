// The mentor's plan for a goal as kiosks read it: the same observation that a kiosk's own mentor
// would send, so that SMART and suggested steps are at every kiosk of the citizen's centre, later
// without a network, too. Inside Database::write.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/submission.h"
#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {

// What was written about a goal just now, and what stands beside it.
struct PlanNews {
  const Submission& goal;
  const std::vector<KeptRecord>& records;  // with what was written
  const std::vector<Observation>& told;    // plans of kiosks and of this case file so far
  bool is_work = false;                    // SMART was written; else a step
};

// SMART as it was written now, else as it was told last; and the cards of those steps that are
// suggested and not done. Nothing where kiosks know it.
std::optional<GoalPlan> plan_to_tell(const PlanNews& news);

// `text`: the shown words of a key, in the staff's language.
Status tell_plan(StaffWriting& writing, const PlanNews& news,
                 std::function<std::string(std::string_view key)> text);

}  // namespace aktiv::casefile
