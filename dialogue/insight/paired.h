// What paired choices say, and how sure that is. Pure; any thread. Sources: tools.md's table of
// controls – side flag by the two-sided binomial at p ≤ .05; mirror agreement 5–6 / 4 / 0–3 of 6
// and 3 / 2 / 0–1 of 3; a difference of one win is a tie.
#pragma once

#include <optional>
#include <vector>

#include "dialogue/model/submission.h"

namespace aktiv {

// The smallest count on one side that is a flag among `counted` choices; nullopt where even all on
// one side would not be (fewer than six). 6→6, 8→8, 10→9, 12→10, 15→12, 18→14, 24→18.
std::optional<int> habit_threshold(int counted);

enum class MirrorView { too_few, fine, remark, disagrees };
MirrorView mirror_view(int same, int pairs);

// What was chosen most, ties side by side; of more than four cards three at most. Flags hide a
// ranking from staff; the citizen still sees their own choices, all alike when they are alike.
std::vector<CardRef> chosen_most(const Findings& findings);

// Ranking, ties, habits, mirror pairs, suggestions and certainty from the answers to pairs.
Findings find_in_pairs(const std::vector<AnswerRecord>& answers, const std::vector<CardRef>& cards);

}  // namespace aktiv
