// The offers of a deck whose cards stand two and two: "inside or outside". Pure; any thread.
// Source: tools.md, tool 8, "Bias controls".
#pragma once

#include <vector>

#include "dialogue/model/conversation.h"
#include "dialogue/model/draws.h"

namespace aktiv::steps {

// `cards`: first and second of each pair, one after the other. At most `most` pairs, in drawn
// order; half of them with the deck's first card on the first side, and in half of each half the
// first side is spoken first. The first `mirrors` of them come once more in the second half with
// their sides swapped and the same side spoken first, never right after themselves.
std::vector<PairTrial> fixed_pair_trials(const std::vector<CardRef>& cards, size_t most,
                                         size_t mirrors, Draws& draws);

}  // namespace aktiv::steps
