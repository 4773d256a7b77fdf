// The kiosk's link to its case file: enrolled or not, sending or resting, and why. Owns the sync's
// thread while a case file is enrolled. wake() from any thread; the rest from the loop's.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "dialogue/content/content.h"
#include "kiosk/app/outbox_adapter.h"
#include "kiosk/sync/enrol.h"
#include "kiosk/sync/sync_thread.h"

namespace aktiv::app {

class CaseFileLink {
 public:
  // All must outlive it. on_change: runs on the sync's thread, must only wake the loop.
  CaseFileLink(storage::StoreThread& store, std::filesystem::path share, const Content& content,
               std::function<void()> on_change);

  // Reads the enrolment from the store and begins; calls may be repeated after enrolling. Waits for
  // the disk.
  Status begin();
  void wake();
  void try_now();
  bool is_enrolled() const { return thread_ != nullptr; }
  sync::SyncState state() const;
  std::string centre() const { return centre_; }

  // Something new waits, and nothing is spread over the morning: for a demonstration.
  void set_start_spread_ms(int64_t ms) { start_spread_ms_ = ms; }

 private:
  storage::StoreThread& store_;
  std::filesystem::path share_;
  const Content& content_;
  std::function<void()> on_change_;
  OutboxAdapter outbox_;
  std::unique_ptr<sync::SyncThread> thread_;
  std::string centre_;
  int64_t start_spread_ms_ = -1;
};

// Enrols and keeps the result, sealed. Blocking, up to a minute: never on the loop.
Status enrol_kiosk(storage::Store& store, const std::string& address, const std::string& code,
                   const std::string& name);

}  // namespace aktiv::app
