// The goals that a citizen has said, with their steps: by which question something is a goal, a
// step or a helper is the tool's definition. Read from what was kept, and nothing added. Pure; any
// thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/submission.h"

namespace aktiv {

// Acceptance is the citizen's own press, on a screen of its own.
enum class Accepted { not_asked, mine, change_it };

struct SaidStep {
  AnswerRecord said;     // a card, or own words
  CardRef helper;        // who helps; empty: not said
  CardRef when;          // of "when"; empty: not said, or a day
  std::string day;       // ISO 8601, where a day was chosen
  std::string result;    // how the citizen said it stands, latest; empty: not asked yet …
  CardRef result_place;  // … and as a card of its deck
  SubmissionId result_in;
  int64_t result_ms = 0;
};

struct SaidGoal {
  SubmissionId id;
  ConversationId conversation;
  AnswerRecord said;  // a card, or own words; Choice::skipped: a staircase without a goal
  Accepted accepted = Accepted::not_asked;
  int64_t at_ms = 0;
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<SaidStep> steps;

  bool has_words() const { return said.choice == Choice::card || said.choice == Choice::words; }
};

// Newest first. `kept` in any order, of one citizen.
std::vector<SaidGoal> said_goals(const Content& content, std::span<const Submission* const> kept);

}  // namespace aktiv
