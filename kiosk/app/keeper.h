// The dialogue's orders to the disk, and the disk's answers as intents. Returns at once; the work
// is done on the storage's own thread, and "saved" comes back only after the commit. Thread: the
// loop's.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/engine/effect.h"
#include "dialogue/model/draws.h"
#include "kiosk/app/housekeeping.h"
#include "kiosk/storage/store_thread.h"

namespace aktiv::app {

class Keeper {
 public:
  using Give = std::function<void(Intent)>;
  using TellStaff = std::function<void(const Fault&)>;

  struct Parts {
    storage::StoreThread& store;  // outlives the keeper
    Seed chance;                  // names of events
    Give give;
    TellStaff tell_staff;
    std::function<void()> wake_sync;  // something new waits to go
    int unfinished_days = 30;         // then what was left unfinished is erased
    int64_t now_ms = 0;               // of the clock that pass() and drain() are told
  };
  explicit Keeper(Parts parts);

  // True when the order was for the disk.
  bool perform(const Effect& effect, int64_t now_ms);
  // Answers that have come; call after the wake. Answers how many.
  int drain(int64_t now_ms);
  // What is due without being asked: erasing what is too old, trying again what is not kept.
  void pass(int64_t now_ms);
  int64_t due_ms() const { return housekeeping_.due_ms(); }

  // Who can sign in here. CitizensKnown comes back.
  void find_citizens();

 private:
  struct ToBegin {
    std::optional<CitizenId> citizen;  // nullopt: secret
    bool is_told = false;              // staff know that it waits for room
  };
  struct ToHandIn {
    Evaluation evaluation;
    bool is_told = false;  // staff know that it waits for room
  };
  struct ToKeep {
    std::vector<storage::Event> last_events;
    std::vector<storage::NewSubmission> submissions;
    bool is_told = false;  // the citizen and staff know that it waits for room
  };

  void take(const storage::Recorded& recorded, int64_t now_ms);
  void retry();
  void throw_away(const ConversationId& id);
  void rest_if_nothing_waits();
  void begin(const ConversationId& id);
  void record(const Record& order, int64_t now_ms);
  void keep(const Keep& order, int64_t now_ms);
  void finish(const ConversationId& id);
  void put_away(const ConversationId& id);
  void forget_if_over(const ConversationId& id);
  void set_lock(const SetLock& order);
  void check_lock(const CheckLock& order);
  void find_unfinished(const FindUnfinished& order);
  void find_kept(const FindKept& order);
  void find_earlier(const FindEarlier& order);
  std::vector<Submission> readable(const std::vector<storage::KeptSubmission>& kept);
  std::vector<Observation> readable(const std::vector<storage::SealedObservation>& sealed);
  void take_back(const TakeBack& order);
  void hand_in(int number);
  void call_for_help(int64_t now_ms);
  // Work whose failure staff must know of; `then` runs when it was done.
  void order(std::function<Status(storage::Store&)> work, std::function<void()> then = {});
  storage::Event sealed_event(const ConversationId& conversation, const Event& event,
                              int64_t now_ms);

  storage::StoreThread& store_;
  Draws chance_;
  Give give_;
  TellStaff tell_staff_;
  std::function<void()> wake_sync_;
  int unfinished_days_;
  Housekeeping housekeeping_;
  // What the citizen has been told of already, and waits in memory for room.
  std::map<EventId, ConversationId> unkept_;
  std::map<ConversationId, ToBegin> unstarted_;
  // Thrown away by the citizen, and not yet known to be erased.
  std::map<ConversationId, bool /*staff know that it failed*/> thrown_;
  // Ordered, and not yet known to be done.
  std::map<ConversationId, ToKeep> to_keep_;
  std::map<ConversationId, bool /*staff know that it failed*/> to_put_away_;
  std::map<int, ToHandIn> to_hand_in_;  // anonymous evaluations; the number is of this run alone
  int handed_in_ = 0;
  ConversationId latest_keep_;  // whose goodbye is on the screen, if anybody's is
  int64_t now_ms_;              // of the last drain
};

}  // namespace aktiv::app
