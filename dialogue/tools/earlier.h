// What a citizen said before, for the tools that carry on from it: Min drøm, Min trappe, Sådan var
// det, Hvordan går det?. Definitions say what is remembered. Pure; any thread.
#pragma once

#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/conversation.h"

namespace aktiv {

// Earlier::what of a step that the mentor suggests, and of a small change that the day centre does.
inline constexpr const char* suggested_step = "suggested";
inline constexpr const char* suggested_change = "suggestion";

// Whether a tool shows or asks about what was said before.
bool uses_earlier(const ToolDefinition& tool);

// Of a dream, its best, a goal and its steps the newest; of visits all, oldest first. `kept`: of
// one citizen, in any order; `said`: tools of this conversation, newer than all kept.
std::vector<Earlier> earlier_of(const std::vector<Submission>& kept,
                                const std::vector<ToolRun>& said, const Content& content);

// The same, and what staff suggest, but a change that was answered in this conversation.
std::vector<Earlier> all_earlier(const std::vector<Submission>& kept, const StaffSuggest& suggested,
                                 const std::vector<ToolRun>& said, const Content& content);

// Steps that a mentor has suggested for a goal and the citizen has placed in no staircase since,
// each once, those of the newest plan first. `seen`: the same citizen's, in any order.
std::vector<CardRef> suggested_steps(const std::vector<Submission>& kept,
                                     const std::vector<Observation>& seen, const Content& content);

// Changes of the newest word about them that the citizen has not answered as they stand; "Ved ikke"
// is no answer to a change: it is put again another day.
std::vector<Suggestion> suggested_changes(const std::vector<Submission>& kept,
                                          const std::vector<Observation>& seen);

StaffSuggest staff_suggest(const std::vector<Submission>& kept,
                           const std::vector<Observation>& seen, const Content& content);

}  // namespace aktiv
