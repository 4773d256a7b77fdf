// How sure a finding is over several days (report.md §4): tentative (said once), repeated (the same
// on top on two days), uncertain (a flag). "Tried" comes only after a real try-out. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "dialogue/model/submission.h"

namespace aktiv {

// Which calendar day a moment belongs to, where the citizen lives: equal numbers, the same day.
using DayOf = std::function<int64_t(int64_t utc_ms)>;

// What stands on top: for pairs the cards of the first rank (several where they tie), for sorting
// the first favourite. Empty where nothing does, or where a flag hides the ranking.
std::vector<CardRef> top_of(const Findings& findings);

// The certainty of the newest submission, in the light of the earlier ones of the same tool.
// Submissions of one citizen, in any order, of any tool; none: tentative.
Certainty certainty_over_days(const std::vector<Submission>& submissions, const DayOf& day_of);

}  // namespace aktiv
