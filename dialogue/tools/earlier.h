// What a citizen said before, for the tools that carry on from it: Min drøm, Min trappe, Sådan var
// det, Hvordan går det?. Definitions say what is remembered. Pure; any thread.
#pragma once

#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/conversation.h"

namespace aktiv {

// Earlier::what of a step that the mentor suggests.
inline constexpr const char* suggested_step = "suggested";

// Whether a tool shows or asks about what was said before.
bool uses_earlier(const ToolDefinition& tool);

// Of a dream, its best, a goal and its steps the newest; of visits all, oldest first. `kept`: of
// one citizen, in any order; `said`: tools of this conversation, newer than all kept.
std::vector<Earlier> earlier_of(const std::vector<Submission>& kept,
                                const std::vector<ToolRun>& said, const Content& content);

// The same, and what the mentor suggests: what = "suggested".
std::vector<Earlier> all_earlier(const std::vector<Submission>& kept,
                                 const std::vector<CardRef>& suggested,
                                 const std::vector<ToolRun>& said, const Content& content);

// Steps that a mentor has suggested for a goal and the citizen has placed in no staircase since,
// each once, those of the newest plan first. `seen`: the same citizen's, in any order.
std::vector<CardRef> suggested_steps(const std::vector<Submission>& kept,
                                     const std::vector<Observation>& seen, const Content& content);

}  // namespace aktiv
