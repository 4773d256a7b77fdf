// What the dialogue knows while a screen is shown: the conversation (journalled) and the view of it
// (not). Values; belongs to the loop.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/engine/effect.h"
#include "dialogue/engine/evaluating.h"
#include "dialogue/engine/event.h"
#include "dialogue/engine/intent.h"
#include "dialogue/engine/question.h"

namespace aktiv {

enum class Stage {
  welcome,
  language,  // more than the welcome has keys for
  who,
  who_second,
  lock,
  new_lock,  // 0 chosen, 1 pressed once more, 2 told
  fitting,   // how the kiosk is used, by pictures; the step after the last question tells
  unfinished,
  listen,
  consent,   // F2 before
  practice,  // F1
  choose_tool,
  tool,
  change,
  said_back,    // F4
  consent_end,  // F2 again, when the citizen knows what they answered
  goodbye,
  my_answers,
  evaluation,      // anonymous; evaluating.h says the steps
  answers_locked,  // asked for without a lock of one's own
  about,
};

// Over the stage; the stage is there unchanged when it goes.
enum class Overlay { none, pause, help, stop, idle, fault };

// The sheet on paper: offered, never automatic.
enum class SheetStands { offered, being_made, on_its_way, not_printed };

// F1's outcome. Kept in memory for the session and never anywhere else.
struct Practice {
  std::map<int, ElementId> chosen;  // by step of the practice
  bool operator==(const Practice&) const = default;
};

// A screen with what was already chosen on it, while something calm covers it.
struct Covered {
  Question question;
  std::vector<ElementId> chosen;
  int page = 0;
};

// How own words are said. `choosing`: nothing is chosen yet.
enum class Manner { choosing, written, by_mentor, drawn, spoken };

// A citizen is saying something with words of their own. What was said is an answer at every
// letter; this is only where they are.
struct Saying {
  Manner manner = Manner::choosing;
  std::string screen;  // the question that it answers
  CardRef about;
  OwnWords own;
  int number = 0;             // of the answer; 0 = nothing said yet
  bool is_recording = false;  // of `spoken`
  double level = 0;           // as it is heard, 0–1
  bool is_alphabetical = true;
  bool is_shifted = false;
};

// The question that a chosen day answers.
struct DateFor {
  std::string screen;
  CardRef about;
};

struct View {
  Stage stage = Stage::welcome;
  int step = 0;             // within the stage
  bool reads_aloud = true;  // ways 3 and 4: on press
  int told = 0;             // screens without a question that were passed, within the tool
  Overlay overlay = Overlay::none;
  Question question;               // what is asked now
  std::optional<Covered> covered;  // by the overlay; comes back as it was
  int page = 0;
  std::vector<ElementId> chosen;         // on this screen, shown as chosen
  bool asks_which = false;               // "Kender det ikke" about two cards
  std::optional<Saying> own;             // own words are being said
  std::optional<Evaluating> evaluating;  // Stage::evaluation only
  std::optional<DateFor> date_for;       // a day is chosen instead of a time
  bool asks_again_calmly = false;   // the second, calm time: throwing away, sharing, taking back
  std::vector<PictureId> pressed;   // lock pictures, for this try
  std::vector<PictureId> new_lock;  // chosen once, before it is pressed once more
  bool has_refused_lock = false;
  bool must_wait_for_lock = false;
  std::optional<CitizenSign> citizen;
  bool has_access = false;  // own lock or mentor: earlier answers may open
  bool is_led_by_mentor = false;
  bool is_rehearsal = false;            // nobody's, and marked
  std::vector<std::string> unfinished;  // journalled lines
  std::vector<Submission> kept;
  size_t kept_at = 0;
  std::vector<Submission> known;       // said before, for the tools that carry on from it
  StaffSuggest suggested_by_staff;     // for the staircase and the follow-up
  std::vector<std::string> readers;    // chosen in f2_5, before the calm second time
  std::optional<ToolSetup> prepared;   // by the mentor: this tool, at once
  std::optional<ToolSetup> suggested;  // "All in one column": To billeder with four of the cards
  bool is_limited_to_objects = false;  // F1: objects and visits first
  bool needs_two_places = false;       // F1: three are too many
  bool wants_practice = true;
  bool goes_on_by_itself = true;
  Practice practice;
  Listening listening = Listening::aloud;
  int unrecorded = 0;  // events not yet on the disk
  bool is_kept = false;
  SheetStands sheet = SheetStands::offered;
  bool ends_unanswered = false;  // nothing was said, so nothing is thrown away
  bool is_put_away = false;      // stopped before it was decided: kept as unfinished
  uint64_t serial = 1;           // of the screen: an intent of an older one is stale
  uint64_t timer_serial = 0;
};

struct Session {
  std::string house_language = "da";  // of the kiosk; each session ends in it
  std::string language = "da";
  bool has_microphone = false;
  int most_a_page = 0;  // choices that this glass carries (choices_a_page); 0 = any number
  std::vector<CitizenSign> citizens;
  Conversation talk;
  std::vector<Event> events;  // of this conversation, for the session record
  View view;
};

// Of what is shown and heard now.
inline const std::string& language_of(const Session& session) {
  return session.talk.id.empty() ? session.language : session.talk.language;
}

// How whoever sits here uses the kiosk. Nobody's while two citizens still share what was pressed.
inline AccessProfile access_of(const Session& session) {
  const View& view = session.view;
  const bool is_known = view.citizen && view.stage != Stage::who_second;
  return is_known ? view.citizen->access : AccessProfile{};
}

// Whether a long time without a touch may end what is shown. A call for help stays until somebody
// comes, and a mentor who leads takes the time that it takes.
inline bool can_become_idle(const Session& session) {
  const View& view = session.view;
  if (view.overlay == Overlay::idle || view.overlay == Overlay::help) return false;
  if (view.stage == Stage::welcome) return session.language != session.house_language;
  return !view.is_led_by_mentor || view.stage == Stage::goodbye;
}

}  // namespace aktiv
