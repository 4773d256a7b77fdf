// What a finished tool within a conversation said, as one value: the shape in which answers leave
// the dialogue. Built by dialogue/engine when the citizen keeps the answers; carried by storage
// (sealed), by sync (as FHIR) and read back by the case file. Values; any thread. No numbers about
// the person: wins and counts are about cards.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"

namespace aktiv {

// How one question was answered. Three outs are three different answers (tools.md, F3). `both`: of
// two, both are fine. `words`: the citizen's own, in OwnWords. `date`: a day that was chosen.
enum class Choice { card, place, none, dont_know, unknown, skipped, both, words, date };

// Who touched the screen. Nobody may hold or steer the hand: hand-over-hand has no value here.
enum class PressedBy { citizen, mentor_for_pointing, partner_scanning };
enum class Present { nobody, mentor, staff, relative };

// Certainty of a finding, staff's side only: foreløbig, gentaget, prøvet, usikker.
enum class Certainty { tentative, repeated, tried, uncertain };

// Staff's side only; the citizen never sees a flag.
enum class Flag {
  side_habit,          // nearly always the same side
  last_heard_habit,    // nearly always what was heard last
  mirror_remark,       // 4 of 6 (2 of 3) the same in mirror pairs
  mirror_disagrees,    // 0–3 of 6 (0–1 of 3)
  same_throughout,     // one place for all cards, with six cards or more
  card_moved_far,      // a repeated card moved by two places
  half_a_set,          // stopped before the set was whole
  three_dont_know,     // stopped after three "Ved ikke" in a row
  perhaps_side_habit,  // seen in the practice: p9 and p10 on the same side
  one_row,             // everything chosen from one row of the screen
  asked_again_differs  // asked again in another way, another answer: ask again in practice
};

// Whose hand wrote; the words are the citizen's in both cases.
enum class WrittenBy { citizen, mentor };

// What a citizen says with words of their own: written, spoken, drawn. Kept as it came, letter by
// letter; never corrected, never summed up.
struct OwnWords {
  std::string text;
  WrittenBy written_by = WrittenBy::citizen;
  std::string clip;     // a recording in the store, by its id (UUID); empty = none
  int clip_ms = 0;      // how long it is
  std::string drawing;  // strokes (dialogue/model/strokes.h); empty = none

  bool empty() const { return text.empty() && clip.empty() && drawing.empty(); }
  bool operator==(const OwnWords&) const = default;
};

// One answered question. Times are UTC milliseconds; order is by number, never by time.
// A small change that staff at the day centre suggest, put to the citizen in "Hvordan går det?".
struct Suggestion {
  std::string id;     // of what staff wrote, in the case file
  std::string words;  // as they are shown and heard

  bool empty() const { return id.empty(); }
  bool operator==(const Suggestion&) const = default;
};

struct AnswerRecord {
  int number = 0;                   // 1-based within the tool
  std::string question;             // screen id: "t1_q", "t2_q", "t2_fav", "t1_vis"
  std::vector<CardRef> shown;       // cards on the screen; for a pair: as one reads it
  std::vector<std::string> places;  // places in screen order, where the answer is a place
  CardRef spoken_first;             // for a pair
  Choice choice = Choice::skipped;
  CardRef card;               // the chosen card, or the card that was placed or not known
  std::string place;          // "kan_lide" …, where choice is place
  bool is_mirror = false;     // the same pair again with the sides swapped
  bool is_repeat = false;     // the same card again, at the end
  int moved = 0;              // how many times it was moved before it stayed
  bool is_confirmed = false;  // said back in F4 and kept
  int64_t at_ms = 0;
  OwnWords own = {};           // where choice is words
  std::string date = {};       // ISO 8601 "2026-12-03", where choice is date
  Suggestion suggestion = {};  // that it answers, as it was put; empty: nothing was suggested

  bool operator==(const AnswerRecord&) const = default;
};

// What the answers say about one card.
struct CardFinding {
  CardRef card;
  int wins = 0;  // paired choice
  int offered = 0;
  std::string place;          // sorting
  int favourite = 0;          // 1–3, 0 = not a favourite
  bool is_unknown = false;    // "Kender det ikke": a suggestion to see or visit, never dislike
  bool is_uncertain = false;  // a repeated card that moved two places
  // Other questions of the same tool about the same card: by screen id, the place it was given
  // ("t4_har": "lidt"), and where it was chosen ("t6_tale").
  std::map<std::string, std::string> places = {};
  std::vector<std::string> chosen_in = {};

  bool operator==(const CardFinding&) const = default;
};

struct Findings {
  std::vector<CardFinding> cards;             // in deck order
  std::vector<std::vector<CardRef>> ranking;  // ties side by side; empty where a flag hides it
  bool ranking_is_hidden = false;
  int mirror_pairs = 0;
  int mirror_same = 0;
  int same_side_most = 0;  // the fuller side's count …
  int sides_counted = 0;   // … of this many
  int last_heard = 0;
  std::vector<Flag> flags;
  std::vector<CardRef> suggestions;  // to see or to visit
  std::string wish_way;              // "se_film" or "besoege", tool 1's last question
  Certainty certainty = Certainty::tentative;

  bool operator==(const Findings&) const = default;
};

struct Submission {
  SubmissionId id;
  ConversationId conversation;
  CitizenId citizen;
  ToolId tool;
  int definition_version = 1;
  int way = 1;                  // of this session; never a trait of the person
  std::string language;         // "da", "en"
  std::string layout;           // "left_right", "top_bottom"
  std::string scale_direction;  // "best_left" (first as one reads), "best_right"; empty where there
                                // is no scale
  int64_t started_ms = 0;
  int64_t finished_ms = 0;
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
  MentorId started_by;  // signed in on the kiosk when the session began; empty = nobody. Says
                        // nothing of who pressed or saw: an observation has its own mentor
  std::vector<AnswerRecord> answers;
  Findings findings;
  bool is_confirmed = false;  // said back in F4
  std::vector<std::string>
      readers;                 // PEOPLE ids who may also see it; empty = citizen and mentor only
  std::string session_record;  // JSON lines: definition version, drawn orders, events without F1

  bool operator==(const Submission&) const = default;
};

// Where the mentor saw it: in the conversation, or in practice, at a place and on a day of its own.
enum class SeenIn { conversation, practice };

// To develop something, to keep it, or to limit a loss (FFB).
enum class GoalKind { undecided, develop, keep, limit_loss };

// What a mentor adds to a goal that the citizen said, beside it and never in it: SMART without its
// A, for that a goal is accepted is the citizen's own press. Empty fields are open, not wrong.
struct GoalPlan {
  SubmissionId goal;  // the talk in which the citizen said it
  std::string specific;
  std::string measurable;
  std::string realistic;
  std::string time_bound;
  GoalKind kind = GoalKind::undecided;
  std::string intervention_goal;    // the municipality's own goal (indsatsmål) that it belongs to
  std::vector<CardRef> steps = {};  // suggested, until the citizen has placed them

  bool operator==(const GoalPlan&) const = default;
};

// The mentor's view, in its own fields; never fills the citizen's.
struct Observation {
  std::string id;  // UUID
  ConversationId conversation;
  CitizenId citizen;
  MentorId mentor;
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
  std::string seen;  // smile, unease, gaze, words – the mentor's own words
  int64_t at_ms = 0;
  SeenIn seen_in = SeenIn::conversation;
  std::optional<GoalPlan> plan = {};  // where this is about a goal; then `seen` may be empty
  // Changes that wait for the citizen's answer, all of them; then `conversation` and `seen` are
  // empty. The newest counts.
  std::optional<std::vector<Suggestion>> suggestions = {};

  bool operator==(const Observation&) const = default;
};

}  // namespace aktiv
