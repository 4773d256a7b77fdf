// How sure a finding is over several days (report.md §4, tools.md "certainty label"): tentative
// (said once), repeated (the same on top on two days), tried (still on top after a real try-out of
// it), uncertain (a flag). And whether what is on top has changed. Pure; any thread.
//
// Two ways, or scales of two lengths, are never held against each other: only what was asked alike
// can be the same, or have changed.
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

// Asked in the same way, on a scale of the same length.
bool is_asked_alike(const Submission& one, const Submission& other);

// Of the tool's newest submission, in the light of the others. Submissions of one citizen, in any
// order, of any tool (visits say what was tried); none of the tool: tentative.
Certainty certainty_over_days(const ToolId& tool, const std::vector<Submission>& submissions,
                              const DayOf& day_of);

// A new top on one day may be a slip, or a day's mood: one day alone is no change (the same rule of
// two days by which a wish is repeated). Days with a flag say nothing.
enum class Change {
  unknown,  // said on one day only
  steady,   // the days share a card on top
  perhaps,  // the newest day shares none with the day before: ask again
  changed,  // two days running share one that two days running before them did not have
};

Change change_over_days(const ToolId& tool, const std::vector<Submission>& submissions,
                        const DayOf& day_of);

}  // namespace aktiv
