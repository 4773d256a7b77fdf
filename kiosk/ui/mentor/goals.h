// The goals that a citizen has said, in words, with what the mentor wrote beside each. Read from
// what was kept (dialogue/insight/said_goals.h). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/insight/said_goals.h"
#include "kiosk/ui/mentor/desk.h"

namespace aktiv::mentor {

// Few at a time: at most three are worked on.
constexpr size_t most_goals = 3;

struct GoalStep {
  CardRef card;
  std::string words;
  std::string helper;
  std::string when;
  std::string state;  // as the citizen said it later; empty: not asked yet
};

struct GoalInWords {
  SubmissionId id;
  ConversationId conversation;
  std::string words;  // empty: a staircase without a goal
  Accepted accepted = Accepted::not_asked;
  int64_t at_ms = 0;
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<GoalStep> steps;
};

// Newest first; at most most_goals.
std::vector<GoalInWords> goals_in_words(const Content& content, const std::string& language,
                                        const std::vector<SavedSubmission>& kept);

// What was written last about it; an empty plan where nothing was.
GoalPlan plan_of(const SubmissionId& goal, const std::vector<Observation>& observations);

}  // namespace aktiv::mentor
