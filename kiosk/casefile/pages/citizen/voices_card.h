// What the citizen said with their own voice, to be heard: from the session record, for the answers
// carry its name alone. Pure; any thread.
#pragma once

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

// Nothing where nothing was spoken. `whole`: the submission with its session record, or why there
// is none; then words say that the voice is not here.
Html voices_card(const Words& words, const Submission& said, const Result<Submission>& whole);

}  // namespace aktiv::casefile
