// What the answers of a tool in steps say about the cards, and how sure that is. Never about the
// person. Pure; any thread. Sources: tools.md's table of controls – the paired rules of
// insight/paired.h; one place for all; asked again in another way; choices all from one row.
#pragma once

#include "dialogue/model/submission.h"
#include "dialogue/tools/steps/questions.h"

namespace aktiv::steps {

Findings find_in_steps(const Ground& ground);

}  // namespace aktiv::steps
