// Orders that the dialogue gives the machine, in the order in which they must begin. Values; any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "dialogue/engine/event.h"
#include "dialogue/engine/intent.h"
#include "dialogue/model/evaluation.h"
#include "dialogue/model/tool_cards.h"
#include "dialogue/scene/scene.h"

namespace aktiv {

enum class Listening { aloud, headset, silent };
enum class Sound { click, help };

struct Record {  // seal and keep; Recorded or RecordFailed comes back
  ConversationId conversation;
  CitizenId citizen;  // empty = secret: memory only
  Event event;
};
struct Keep {  // the end of F2: Finished, and these go to the outbox, in one transaction
  ConversationId conversation;
  std::vector<Event> last_events;
  std::vector<Submission> submissions;
};
struct ThrowAway {  // erased: the key is destroyed
  ConversationId conversation;
};
struct PutAway {  // kept as unfinished; offered again after the citizen's own sign-in
  ConversationId conversation;
};
struct TakeUp {  // an unfinished conversation goes on
  ConversationId conversation;
};
struct CheckLock {
  CitizenId citizen;
  std::vector<PictureId> pressed;
};
struct SetLock {  // the citizen's own, from now on; LockSet or OrderFailed comes back
  CitizenId citizen;
  std::vector<PictureId> pressed;
};
struct FindUnfinished {
  CitizenId citizen;
};
struct FindKept {
  CitizenId citizen;
};
struct FindEarlier {  // what was kept, for the tools that carry on from it; EarlierFound comes back
  CitizenId citizen;
};
struct TakeBack {
  SubmissionId submission;
};
struct KeepAccess {  // how the citizen uses the kiosk; in force already, nothing comes back
  CitizenId citizen;
  AccessProfile access;
};
struct KeepEvaluation {  // among the others, in no order; nothing comes back
  Evaluation evaluation;
};
struct PrintSheet {  // asked for by the citizen; SheetPrinted comes back
  ConversationId conversation;
  std::string language;
  std::vector<PictureId> signs;   // the citizen's sign-in picture, or the two of them
  std::vector<ToolCards> chosen;  // what was said back
  MentorId mentor;                // who was signed in when it began; empty = nobody
};
// By an explicit touch. LevelHeard comes back, and Spoken or RecordingFailed.
struct StartRecording {
  int longest_ms = 0;  // then it ends by itself
};
struct StopRecording {};  // Spoken comes back; fine where none is made
struct PlayClip {
  std::string sound;  // Ogg/Opus in base64
};
struct SpeakScene {};  // the shown scene's speech, in order
struct SpeakElement {  // this element's spoken text alone
  ElementId element;
};
struct Hush {};
struct Play {
  Sound sound;
};
struct ChangeVolume {  // one step, for this session; never to silence
  bool is_up = false;
};
struct Listen {  // for this session
  Listening listening;
};
struct CallForHelp {};  // a mark on the case file's page for the centre
struct WakeAfter {
  Timer timer;
  int ms = 0;
  uint64_t serial = 0;
};
struct OpenMentor {};
struct OpenAbout {};
struct TellStaff {  // a text key of the staff's side, about this session only
  std::string key;
};
struct WipeSession {};  // volume, routing and everything personal back to nothing

using Effect = std::variant<Record, Keep, ThrowAway, PutAway, TakeUp, CheckLock, SetLock,
                            FindUnfinished, FindKept, FindEarlier, TakeBack, KeepAccess,
                            KeepEvaluation, StartRecording, StopRecording, PlayClip, PrintSheet,
                            SpeakScene, SpeakElement, Hush, Play, ChangeVolume, Listen, CallForHelp,
                            WakeAfter, OpenMentor, OpenAbout, TellStaff, WipeSession>;

}  // namespace aktiv
