// What the mentor's area asks of the kiosk, and nothing of how it is kept. Answers come by callback
// on the loop's thread, perhaps after the screen that asked is gone (screens guard themselves).
// Thread: the loop's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/engine/intent.h"
#include "dialogue/model/submission.h"
#include "dialogue/responders/responder.h"
#include "kiosk/ui/mentor/answer.h"
#include "kiosk/ui/mentor/photo_desk.h"
#include "kiosk/ui/mentor/voice_desk.h"

namespace aktiv::mentor {

struct MentorSign {
  MentorId id;
  PictureId sign;
  std::string name;
  bool operator==(const MentorSign&) const = default;
};

struct NewMentor {
  PictureId sign;
  std::string name;
  std::string pin;  // 4–12 digits
};

// Five tries, then growing waits. While wait_ms > 0 nothing is compared.
struct LockAnswer {
  bool is_open = false;
  int tries_left = 0;
  int64_t wait_ms = 0;
};

enum class Whereabouts { kept_here, waiting, in_case_file, paused, quarantined };

struct SavedSubmission {
  Submission submission;
  Whereabouts whereabouts = Whereabouts::kept_here;
  std::string reason;              // a code of kiosk/sync/why.h, where it was refused
  bool has_sheet_waiting = false;  // its conversation's, kept until there is a printer
};

struct UnfinishedConversation {
  ConversationId id;
  int64_t started_ms = 0;
  int64_t touched_ms = 0;
};

// A conversation that is being held while the area is open.
struct OngoingConversation {
  CitizenId citizen;  // empty: secret
  PressedBy pressed_by = PressedBy::citizen;
  std::vector<Present> present;
};

enum class Link { not_enrolled, rests, sends, waits, paused };

struct SyncView {
  Link link = Link::not_enrolled;
  std::string server;
  std::string centre;
  std::string why;                   // in words for staff; empty = nothing is wrong
  std::vector<std::string> refused;  // in words for staff: what the case file did not take
  int64_t next_try_ms = 0;           // UTC; 0 = none
  int64_t clock_ahead_ms = 0;        // this kiosk's clock, of the case file's; 0 = they agree
  int kept_here = 0;
  int waiting = 0;
  int in_case_file = 0;
  int quarantined = 0;
};

// Something staff should know: the sound is gone, the disk is full, what the practice showed.
struct StaffMessage {
  std::string id;
  std::string key;     // of a text, "staff.f1_objects_first"; empty: `detail` alone
  std::string detail;  // a fault's own words
  int64_t at_ms = 0;
};

// The evaluation has a tool's name where it is practised, and is none of the catalogue's.
inline const ToolId evaluation_tool{"hvad_synes_du"};

// Whoever answers is nobody: a habit, and how often they touch something they did not mean.
struct RehearsalOrder {
  ToolSetup setup;
  std::string language = "da";
  Responder responder;
};

class Desk {
 public:
  virtual ~Desk() = default;

  virtual void mentors(Then<std::vector<MentorSign>> then) = 0;
  // The first one of a fresh kiosk, and later ones by a mentor who is signed in.
  virtual void add_mentor(const NewMentor& mentor, Then<MentorId> then) = 0;
  virtual void check_pin(const MentorId& id, const std::string& pin, Then<LockAnswer> then) = 0;
  virtual void pin_state(const MentorId& id, Then<LockAnswer> then) = 0;  // compares nothing
  virtual void set_pin(const MentorId& id, const std::string& pin, Done then) = 0;

  virtual void citizens(Then<std::vector<CitizenSign>> then) = 0;
  // Refused: a pair of pictures that somebody has already.
  virtual void create_citizen(const PictureId& first, const PictureId& second,
                              Then<CitizenId> then) = 0;
  // How the citizen uses the kiosk, from now on; citizens() tells it.
  virtual void set_access(const CitizenId& id, const AccessProfile& access, Done then) = 0;
  virtual void remove_lock(const CitizenId& id, Done then) = 0;
  virtual void erase_citizen(const CitizenId& id, Done then) = 0;

  virtual void submissions(const CitizenId& id, Then<std::vector<SavedSubmission>> then) = 0;
  virtual void unfinished(const CitizenId& id, Then<std::vector<UnfinishedConversation>> then) = 0;
  virtual void observations(const CitizenId& id, Then<std::vector<Observation>> then) = 0;
  // The desk gives it its id and its time.
  virtual void save_observation(const Observation& observation, Done then) = 0;

  virtual PhotoDesk& photos() = 0;
  virtual VoiceDesk& voices() = 0;
  // As the mentor wrote it, for the citizen's sheet; empty: nobody knows.
  virtual void next_meeting(const CitizenId& id, Then<std::string> then) = 0;
  virtual void set_next_meeting(const CitizenId& id, const std::string& words, Done then) = 0;

  virtual void sync_view(Then<SyncView> then) = 0;
  virtual void try_now() = 0;
  virtual void send_again(const SubmissionId& id, Done then) = 0;  // one that was refused
  // The citizen's sheet of the whole conversation, on paper; succeeds when it is on its way.
  virtual void print_sheet(const Submission& said, Done then) = 0;
  virtual void enrol(const std::string& address, const std::string& code, Done then) = 0;
  virtual void unenrol(Done then) = 0;

  virtual std::vector<StaffMessage> messages() const = 0;
  virtual void dismiss(const std::string& message_id) = 0;

  virtual std::optional<OngoingConversation> ongoing() const = 0;
  virtual void change_hands(PressedBy pressed_by, const std::vector<Present>& present) = 0;
  virtual void put_away() = 0;  // ends the ongoing conversation, kept unfinished
  virtual void take_up(const CitizenId& citizen, const ConversationId& conversation) = 0;
  // The citizen's own "Mine svar", opened by the mentor.
  virtual void show_answers(const CitizenId& citizen) = 0;
  // The citizen chooses a lock of their own, on the citizen's screen.
  virtual void choose_lock(const CitizenId& citizen) = 0;
  // The same for how they want the kiosk, by pictures.
  virtual void fit_together(const CitizenId& citizen) = 0;
  virtual void start(const SessionPrepared& prepared) = 0;
  // The anonymous evaluation, on the citizen's screen, for whoever sits there.
  virtual void evaluate(const EvaluationOpened& opened) = 0;
  // An invented citizen answers on the citizen's screen, marked as practice; nothing of it is kept.
  virtual void rehearse(const RehearsalOrder& order) = 0;
  virtual void leave() = 0;  // back to the citizen
};

}  // namespace aktiv::mentor
