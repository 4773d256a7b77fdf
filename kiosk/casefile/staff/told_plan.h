// What kiosks are told from the case file: the mentor's plan for a goal, and the changes that wait
// for the citizen's answer. Both are observations such as a kiosk's own mentor sends, so that they
// are at every kiosk of the citizen's centre, later without a network, too. Inside Database::write.
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

// A change as a citizen is shown it: a full stop at the end is not its own.
Suggestion put_as(const Record& change);

// Changes of the day centre (form "change") that nobody has written an answer to, oldest first.
// What is longer than a citizen's sentence, from before there
// was a limit, is for the mentor to put.
std::vector<Suggestion> waiting_changes(const std::vector<KeptRecord>& records, const Forms& forms);

// All that waits, perhaps nothing, to each of the person's names at the kiosks.
Status tell_changes(StaffWriting& writing, const std::vector<Suggestion>& waiting,
                    std::function<std::string(std::string_view key)> text);

// Words between blanks.
int words_in(std::string_view text);

}  // namespace aktiv::casefile
