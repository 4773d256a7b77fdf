// Facts that reach the dialogue, one at a time, stamped by the loop with time, and with chance
// where something may be drawn. The dialogue itself needs neither clock nor randomness. Values; any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "dialogue/engine/event.h"
#include "dialogue/model/access_profile.h"
#include "dialogue/model/conversation.h"
#include "dialogue/model/draws.h"
#include "dialogue/model/strokes.h"

namespace aktiv {

enum class Timer {
  go_on,     // a choice was shown and spoken
  idle_end,  // nobody answered the idle warning
};

// A citizen as the kiosk knows them: pictures, never a name.
struct CitizenSign {
  CitizenId id;
  PictureId first;
  PictureId second;  // empty unless several share the first picture
  bool has_lock = false;
  AccessProfile access = {};  // in force before the lock, whose pictures must be pressed as well
  bool operator==(const CitizenSign&) const = default;
};

struct Chosen {        // an element was touched, dwelt on, scanned to or keyed
  std::string screen;  // Scene::screen; a stale one is dropped
  ElementId element;
};
struct Dropped {  // a card that moves was put on a place
  std::string screen;
  ElementId element;
  ElementId onto;
};
struct Drawn {  // a finger drew one line on the pad and was lifted
  std::string screen;
  Stroke stroke;
};
struct MicrophoneKnown {  // whether one can be spoken into
  bool is_there = false;
};
struct LevelHeard {  // while a recording is made
  double level = 0;  // 0–1
};
struct Spoken {       // the recording has ended
  std::string sound;  // Ogg/Opus in base64
  int ms = 0;         // how long it is
};
struct RecordingFailed {};  // the microphone is gone; staff have the detail
struct TimePassed {
  Timer timer;
  uint64_t serial = 0;  // of the WakeAfter that asked for it; an older one is dropped
};
struct GlassKnown {     // another glass, or letters of another size on it
  int most_a_page = 0;  // choices_a_page() of it
};
struct CitizensKnown {
  std::vector<CitizenSign> citizens;
};
struct LockOpened {
  CitizenId citizen;
};
struct LockRefused {
  CitizenId citizen;
  bool must_wait = false;  // too many tries: fetch the mentor
};
struct FittingWanted {  // the mentor hands the screen over: the citizen says how they want it
  CitizenId citizen;
};
struct NewLockWanted {  // the mentor hands the screen over: the citizen chooses a lock
  CitizenId citizen;
};
struct LockSet {
  CitizenId citizen;
};
struct UnfinishedFound {  // only after the citizen's own lock or the mentor
  CitizenId citizen;
  std::vector<std::string> events;  // journalled lines, in order; empty = none
};
struct KeptFound {  // "Mine svar"
  CitizenId citizen;
  std::vector<Submission> kept;
};
struct EarlierFound {  // only after the citizen's own lock or the mentor
  CitizenId citizen;
  std::vector<Submission> kept;
  std::vector<Observation> seen = {};  // by their mentors, plans among them
};
struct TakenBack {
  SubmissionId submission;
};
struct SheetPrinted {
  ConversationId conversation;  // another's answer is nobody's here
  bool is_on_its_way = false;
};
struct SessionPrepared {  // by the mentor, or by drive
  CitizenId citizen;      // empty = secret
  ToolSetup setup;
  std::string language = "da";
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
  bool wants_practice = false;
  bool goes_on_by_itself = true;
  bool starts_at_tool = false;  // drive: straight to the tool
  MentorId started_by;          // signed in on this kiosk; empty = nobody
  bool is_rehearsal = false;    // staff practise: nobody's, marked on every screen
};
struct TakenUpByMentor {  // an unfinished conversation, opened by the mentor
  CitizenId citizen;
  std::vector<std::string> events;  // journalled lines, in order
};
struct AnswersOpenedByMentor {  // "Mine svar", without the citizen's own lock
  CitizenId citizen;
  std::vector<Submission> kept;
};
struct EvaluationOpened {  // by staff, for nobody in particular: no citizen, no mentor
  int way = 3;             // 2, 3 or 4
  std::string language = "da";
  bool is_rehearsal = false;  // staff practise: marked on every screen, and never handed in
};
struct PressedByChanged {
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
};
struct Recorded {};      // an event reached the disk
struct Kept {};          // the end of F2 reached the disk
struct RecordFailed {};  // an event did not; staff have the detail, the citizen a calm picture
// Keeping, setting a lock or finding what was kept did not succeed. Told as RecordFailed is.
struct OrderFailed {};
struct BecameIdle {};    // long without a touch
struct LeftByMentor {};  // the mentor ends or puts away the conversation
struct LanguageChosen {
  std::string language;
};

using Intent =
    std::variant<Chosen, Dropped, Drawn, MicrophoneKnown, LevelHeard, Spoken, RecordingFailed,
                 TimePassed, GlassKnown, CitizensKnown, LockOpened, LockRefused, NewLockWanted,
                 FittingWanted, LockSet, UnfinishedFound, KeptFound, EarlierFound, TakenBack,
                 SheetPrinted, SessionPrepared, TakenUpByMentor, AnswersOpenedByMentor,
                 EvaluationOpened, PressedByChanged, Recorded, Kept, RecordFailed, OrderFailed,
                 BecameIdle, LeftByMentor, LanguageChosen>;

struct Stamped {
  Intent intent;
  int64_t at_ms = 0;  // UTC milliseconds
  Seed seed;          // 128 bits of chance
};

}  // namespace aktiv
