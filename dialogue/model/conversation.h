// A conversation, as the fold of its events (dialogue/engine/event.h). Presentation – what is
// pressed, lit or paused – is not here. Values; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/submission.h"

namespace aktiv {

// What the citizen said before and kept, where a tool carries on from it (Min trappe, Sådan var
// det, Hvordan går det?). One line of it; logged with the tool, so that a replay shows the same.
struct Earlier {
  std::string
      what;      // "dream", "best", "goal", "step", "visit"; by staff: "suggested", "suggestion"
  CardRef card;  // empty where it was words alone
  std::string place;  // of a visit: the face; of a step: how it went; empty = none
  std::string words;  // the citizen's own; of a suggestion: what staff suggest
  int64_t at_ms = 0;
  std::string id = {};  // of a suggestion

  bool operator==(const Earlier&) const = default;
};

// What staff put to a citizen and still waits for their answer.
struct StaffSuggest {
  std::vector<CardRef> steps;  // for the staircase
  std::vector<Suggestion> changes;

  bool operator==(const StaffSuggest&) const = default;
};

// What the mentor and the citizen agreed before a tool began.
struct ToolSetup {
  ToolId tool;
  int way = 1;
  std::string layout = "left_right";  // or "top_bottom"
  std::vector<CardRef> cards;         // empty: the tool draws them
  bool has_two_places = false;        // when three are too many
  bool is_extended = false;           // To billeder with six cards (way 2)
  bool has_path = false;              // Min trappe as a level path instead of stairs
  bool has_microphone = false;        // own words could be spoken when it began
  std::vector<Earlier> earlier = {};  // oldest first

  bool operator==(const ToolSetup&) const = default;
};

// One offer of two cards. Side and spoken order are drawn once and logged themselves.
struct PairTrial {
  CardRef first;   // left (right where reading runs from the right), or top
  CardRef second;  // beside it, or below
  CardRef spoken_first;
  bool is_mirror = false;

  bool operator==(const PairTrial&) const = default;
};

// Everything a tool drew by chance, drawn at its start and logged itself: a seed alone would not
// survive another version of the program.
struct Plan {
  std::vector<CardRef> cards;
  std::vector<PairTrial> trials;
  std::vector<std::vector<CardRef>> orders;  // each use of chance its own order
  std::string
      scale_direction;  // "best_left": first as one reads; "best_right": last; empty = no scale

  bool operator==(const Plan&) const = default;
};

struct ToolRun {
  SubmissionId id;
  ToolSetup setup;
  int definition_version = 1;
  Plan plan;
  std::vector<AnswerRecord> answers;
  int64_t started_ms = 0;
  int64_t ended_ms = 0;
  bool is_ended = false;
  bool is_said_back = false;  // F4 was held

  bool operator==(const ToolRun&) const = default;
};

enum class Decision { none, keep, throw_away };

struct Conversation {
  ConversationId id;  // empty: no conversation is open
  CitizenId citizen;  // empty: secret
  bool is_secret = false;
  std::string language = "da";
  int way = 1;  // of this session; never a trait of the person
  std::string layout = "left_right";
  bool keep_stands_first = true;  // F2's and F4's two equal answers change sides between sessions
  bool as_is_stands_first = true;
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
  MentorId started_by;  // signed in on the kiosk when it began; empty = nobody
  int64_t started_ms = 0;
  std::vector<ToolRun> runs;
  std::map<std::string, std::string> clips;  // what was said: Ogg/Opus in base64, by id
  Decision decision = Decision::none;
  std::vector<std::string> readers;
  bool is_finished = false;
  int64_t finished_ms = 0;

  bool operator==(const Conversation&) const = default;
};

}  // namespace aktiv
