// The mentor's desk over the kiosk's store, its sync and the conversation. Owns the messages for
// staff. Work is done on the store's thread; answers come in StoreThread::drain. What cannot be
// read is told to staff and left out, never shown as something else. Thread: the loop's.
#pragma once

#include <functional>
#include <vector>

#include "kiosk/app/sync_control.h"
#include "kiosk/storage/store_thread.h"
#include "kiosk/ui/mentor/desk.h"

namespace aktiv::app {

// What the desk asks of the loop.
struct MentorLoop {
  std::function<void(Intent)> give;
  std::function<std::optional<mentor::OngoingConversation>()> ongoing;
  // A conversation that was left unfinished goes on; its journalled lines in order.
  std::function<void(const CitizenId&, std::vector<std::string>)> take_up;
  // The sheet of a conversation, from all that was kept of it, in the order in which it was said.
  std::function<void(const std::vector<Submission>&, mentor::Done)> print;
  std::function<void(const mentor::RehearsalOrder&)> rehearse;
  std::function<void()> citizens_changed;
  std::function<void()> left;     // the area has closed
  std::function<void()> changed;  // MentorArea::desk_changed
  std::function<int64_t()> utc_ms;
};

class MentorDesk final : public mentor::Desk {
 public:
  // All outlive it.
  MentorDesk(storage::StoreThread& store, SyncControl& sync, mentor::PhotoDesk& photos,
             mentor::VoiceDesk& voices, MentorLoop loop);

  // For staff: a text's key ("staff.f1_objects_first"), or a fault's own words. The same again is
  // no second one.
  void tell(const std::string& key, const std::string& detail = {});
  void tell(const Fault& fault) { tell("", to_text(fault)); }

  void mentors(mentor::Then<std::vector<mentor::MentorSign>> then) override;
  void add_mentor(const mentor::NewMentor& mentor, mentor::Then<MentorId> then) override;
  void check_pin(const MentorId& id, const std::string& pin,
                 mentor::Then<mentor::LockAnswer> then) override;
  void pin_state(const MentorId& id, mentor::Then<mentor::LockAnswer> then) override;
  void set_pin(const MentorId& id, const std::string& pin, mentor::Done then) override;

  void citizens(mentor::Then<std::vector<CitizenSign>> then) override;
  void create_citizen(const PictureId& first, const PictureId& second,
                      mentor::Then<CitizenId> then) override;
  void set_access(const CitizenId& id, const AccessProfile& access, mentor::Done then) override;
  void remove_lock(const CitizenId& id, mentor::Done then) override;
  void erase_citizen(const CitizenId& id, mentor::Done then) override;

  void submissions(const CitizenId& id,
                   mentor::Then<std::vector<mentor::SavedSubmission>> then) override;
  void unfinished(const CitizenId& id,
                  mentor::Then<std::vector<mentor::UnfinishedConversation>> then) override;
  void observations(const CitizenId& id, mentor::Then<std::vector<Observation>> then) override;
  void save_observation(const Observation& observation, mentor::Done then) override;

  mentor::PhotoDesk& photos() override { return photos_; }
  mentor::VoiceDesk& voices() override { return voices_; }
  void next_meeting(const CitizenId& id, mentor::Then<std::string> then) override;
  void set_next_meeting(const CitizenId& id, const std::string& words, mentor::Done then) override;

  void sync_view(mentor::Then<mentor::SyncView> then) override;
  void try_now() override { sync_.try_now(); }
  void send_again(const SubmissionId& id, mentor::Done then) override;
  void print_sheet(const Submission& said, mentor::Done then) override;
  void enrol(const std::string& address, const std::string& code, mentor::Done then) override;
  void unenrol(mentor::Done then) override;

  std::vector<mentor::StaffMessage> messages() const override { return messages_; }
  void dismiss(const std::string& message_id) override;

  std::optional<mentor::OngoingConversation> ongoing() const override { return loop_.ongoing(); }
  void change_hands(PressedBy pressed_by, const std::vector<Present>& present) override;
  void put_away() override { loop_.give(LeftByMentor{}); }
  void take_up(const CitizenId& citizen, const ConversationId& conversation) override;
  void show_answers(const CitizenId& citizen) override;
  void choose_lock(const CitizenId& citizen) override;
  void fit_together(const CitizenId& citizen) override;
  void start(const SessionPrepared& prepared) override { loop_.give(prepared); }
  void evaluate(const EvaluationOpened& opened) override { loop_.give(opened); }
  void rehearse(const mentor::RehearsalOrder& order) override { loop_.rehearse(order); }
  void leave() override { loop_.left(); }

 private:
  // Work whose fault staff must know of before the screen says that it did not happen.
  template <class T>
  void ask(std::function<Result<T>(storage::Store&)> work, mentor::Then<T> then);
  void order(std::function<Status(storage::Store&)> work, mentor::Done then);

  storage::StoreThread& store_;
  SyncControl& sync_;
  mentor::PhotoDesk& photos_;
  mentor::VoiceDesk& voices_;
  MentorLoop loop_;
  std::vector<mentor::StaffMessage> messages_;
  int told_ = 0;
};

}  // namespace aktiv::app
