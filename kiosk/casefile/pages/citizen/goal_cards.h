// Goals with the mentor's work beside them, for the pages of a citizen. Pure; any thread.
#pragma once

#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/staff/goals.h"

namespace aktiv::casefile {

// They point into the view.
std::vector<GoalOfCitizen> goals_in(const Words& words, const CitizenView& view);
// Active goals, their steps, and when it is followed up.
Html goal_summary_card(const Words& words, const CitizenView& view);

// What is known already stands in a new form: the plan that was made on the kiosk, the step as the
// citizen said it, today.
void prefill(const Words& words, const CitizenView& view, Record& record, const std::string& today);

}  // namespace aktiv::casefile
