// The dialogue's orders to the disk, and the disk's answers as intents. Returns at once; the work
// is done on the storage's own thread, and "saved" comes back only after the commit. Thread: the
// loop's.
#pragma once

#include <functional>
#include <string>

#include "dialogue/engine/effect.h"
#include "dialogue/model/draws.h"
#include "kiosk/storage/store_thread.h"

namespace aktiv::app {

class Keeper {
 public:
  using Give = std::function<void(Intent)>;
  using TellStaff = std::function<void(const Fault&)>;

  // `store` outlives it; `chance` makes names for events; `wake_sync` after something new waits to
  // go.
  Keeper(storage::StoreThread& store, Seed chance, Give give, TellStaff tell_staff,
         std::function<void()> wake_sync);

  // True when the order was for the disk.
  bool perform(const Effect& effect, int64_t now_ms);
  // Answers that have come; call after the wake. Answers how many.
  int drain();

  // Who can sign in here. CitizensKnown comes back.
  void find_citizens();

 private:
  void record(const Record& order, int64_t now_ms);
  void keep(const Keep& order, int64_t now_ms);
  void check_lock(const CheckLock& order);
  void find_unfinished(const FindUnfinished& order);
  void find_kept(const FindKept& order);
  void take_back(const TakeBack& order);
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
};

}  // namespace aktiv::app
