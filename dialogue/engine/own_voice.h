// What a citizen said into the microphone, from what was kept. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/submission.h"

namespace aktiv {

// Ogg/Opus in base64, in the order of the answers; what was deleted is not there. Empty where
// nothing was spoken, or the record is not here.
std::vector<std::string> voices_of(const Submission& kept);

}  // namespace aktiv
