// Results as the citizen sees them: a hand, a sheet, a wall, a wheel, rings, a line, a dream, a
// staircase. Shown back as they were said: no order, no number, no judgement. Pure; any thread.
#pragma once

#include "dialogue/tools/steps/questions.h"

namespace aktiv::steps {

// is_done where there is nothing to show.
Question poster(const Ground& ground, const StepDefinition& step);

}  // namespace aktiv::steps
