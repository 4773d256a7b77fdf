// What putting cards in places says, and how sure that is. Pure; any thread. Sources: tools.md,
// tool 2 – a repeated card that moved by two places is uncertain; one place for all with six cards
// or more.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/submission.h"

namespace aktiv {

struct SortedRule {
  int straight_line_least = 6;
  int moved_far = 2;
};

// `places` in scale order, best first. `sorting`, `favourites`: the questions' screen ids.
Findings find_in_places(const std::vector<AnswerRecord>& answers,
                        const std::vector<std::string>& places, const std::string& sorting,
                        const std::string& favourites, const SortedRule& rule);

}  // namespace aktiv
