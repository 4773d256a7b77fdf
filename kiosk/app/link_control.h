// What staff may ask of the link, for the mentor's area. Opening it waits for the disk and
// enrolling takes up to a minute, so they have a thread of their own, one at a time; the answer
// comes on the loop, in drain(). Thread: the loop's.
#pragma once

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "dialogue/content/content.h"
#include "kiosk/app/outbox/case_file_link.h"
#include "kiosk/app/sync_control.h"

namespace aktiv::app {

class LinkControl final : public SyncControl {
 public:
  // All must outlive it. `ring` wakes the loop from any thread.
  LinkControl(CaseFileLink& link, storage::StoreThread& store, const Texts& texts,
              std::string language, std::function<void()> ring);
  ~LinkControl() override;

  // Looking for the case file: it can tell nothing yet.
  bool is_busy() const { return is_busy_; }
  // Starts the sync where the kiosk is enrolled.
  void begin(mentor::Done then);
  LinkState state() const override;
  void try_now() override;
  void wake() override;
  void enrol(const std::string& address, const std::string& code, mentor::Done then) override;
  void unenrol(mentor::Done then) override;

  // Reads where this kiosk is enrolled, for the mentor to see; the answer comes with the store's.
  void look_up(std::function<void()> then = {});
  void drain();
  // Whether other kiosks have told of somebody since this was asked last. Not while it is busy.
  bool take_citizens_changed();

 private:
  void in_background(std::function<Status()> work, mentor::Done then);

  CaseFileLink& link_;
  storage::StoreThread& store_;
  const Texts& texts_;
  std::string language_;
  std::function<void()> ring_;
  int citizens_seen_ = 0;
  std::string server_;
  std::string centre_;
  bool is_busy_ = false;
  std::jthread worker_;
  std::mutex mutex_;
  std::vector<std::function<void()>> answers_;
};

}  // namespace aktiv::app
