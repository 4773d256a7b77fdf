// The balanced offers of To billeder. Pure; any thread. Source: tools.md, tool 1, "Bias controls".
#pragma once

#include <vector>

#include "dialogue/model/conversation.h"
#include "dialogue/model/draws.h"

namespace aktiv {

// Four cards: all 6 pairs on both sides, 12 trials in two blocks of 6. Six cards: 15 pairs once and
// 3 mirror pairs, 18 trials in two blocks of 9. Each card equally often on each side and equally
// often spoken first; side and spoken order stay apart. Any other number of cards gives no trials.
std::vector<PairTrial> balanced_trials(std::vector<CardRef> cards, Draws& draws);

}  // namespace aktiv
