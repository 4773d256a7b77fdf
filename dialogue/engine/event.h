// What happened in a conversation and must never be lost: the only thing that enters the journal. A
// conversation is the fold of its events; resuming after a power cut, replaying in the case file
// and a test use the same function. F1 (the practice) makes no events. Values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dialogue/model/conversation.h"
#include "dialogue/model/result.h"

namespace aktiv {

struct Opened {
  ConversationId id;
  CitizenId citizen;
  bool is_secret = false;
  std::string language;
  int way = 1;
  std::string layout;
  bool keep_stands_first = true;
  bool as_is_stands_first = true;
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
  MentorId started_by;  // signed in on the kiosk; empty = nobody. Says nothing of who presses
  int64_t at_ms = 0;
  bool operator==(const Opened&) const = default;
};
struct WaySet {  // all that is kept of the practice
  int way = 1;
  std::string layout;
  bool operator==(const WaySet&) const = default;
};
struct PressedBySet {
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
  bool operator==(const PressedBySet&) const = default;
};
struct ToolStarted {
  SubmissionId submission;
  ToolSetup setup;
  int definition_version = 1;
  Plan plan;
  int64_t at_ms = 0;
  bool operator==(const ToolStarted&) const = default;
};
struct Answered {  // the same number again replaces: the person changed their mind
  AnswerRecord answer;
  bool operator==(const Answered&) const = default;
};
struct ClipKept {  // what was said into the microphone; an answer names it by its id
  std::string id;
  std::string sound;  // Ogg/Opus in base64
  bool operator==(const ClipKept&) const = default;
};
struct Undone {
  int number = 0;
  bool operator==(const Undone&) const = default;
};
struct ToolEnded {
  int64_t at_ms = 0;
  bool operator==(const ToolEnded&) const = default;
};
struct SaidBack {            // F4: said back and kept as it is
  std::vector<int> numbers;  // the answers that were confirmed
  bool is_whole = false;     // everything important was said back
  bool operator==(const SaidBack&) const = default;
};
struct Decided {  // F2 at the end; the last one counts
  bool keeps = false;
  std::vector<std::string> readers;
  bool operator==(const Decided&) const = default;
};
struct Finished {
  int64_t at_ms = 0;
  bool operator==(const Finished&) const = default;
};

using Event = std::variant<Opened, WaySet, PressedBySet, ToolStarted, Answered, Undone, ToolEnded,
                           SaidBack, Decided, Finished, ClipKept>;

// One more event. An event that does not fit leaves the conversation as it was.
void apply_event(Conversation& conversation, const Event& event);

// The event's own short name, "answered": never anything that was said.
std::string_view kind_of(const Event& event);

// One line of JSON, the journal's payload and the session record's line (format version 1).
std::string to_json(const Event& event);
Result<Event> event_from_json(std::string_view line);

// The fold. Fails on the first line that cannot be read, with its number.
Result<Conversation> replay(const std::vector<std::string>& lines);

}  // namespace aktiv
