// The screens of one session as the citizen met them: what was asked, which pictures on which side,
// what was heard first and what was chosen. Where they cannot be shown as they were, words say so.
// Pure; any thread.
#pragma once

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

// `said`: the answers. `whole`: the same with the session record, or why there is none.
Html screens_card(const Words& words, const Submission& said, const Result<Submission>& whole);

}  // namespace aktiv::casefile
