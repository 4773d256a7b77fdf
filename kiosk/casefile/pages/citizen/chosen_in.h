// What talks ended with, as the kiosk put it on the sheet. Pure; any thread.
#pragma once

#include <vector>

#include "dialogue/engine/engine.h"
#include "dialogue/model/submission.h"
#include "dialogue/model/tool_cards.h"

namespace aktiv::casefile {

// Replayed from their session records; a talk whose record does not fit any more is left out.
std::vector<ToolCards> chosen_in(const std::vector<Submission>& talks, const Engine& engine);

}  // namespace aktiv::casefile
