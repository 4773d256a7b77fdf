// The worker on a thread of its own: sleeps until something is due or somebody wakes it; never
// polls. Owns the thread. wake(), resume(), state() from any thread; the destructor ends a request
// that is under way.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/sync/connection.h"
#include "kiosk/sync/outbox_worker.h"

namespace aktiv::sync {

class SyncThread {
 public:
  // outbox must outlive it and may be called from the sync's thread. `on_change` runs on that
  // thread after each change of state: it must only wake the loop.
  SyncThread(Outbox& outbox, Destination destination, WorkerSettings settings, UtcClock clock,
             Chance chance, std::function<void()> on_change);
  ~SyncThread();
  SyncThread(const SyncThread&) = delete;
  SyncThread& operator=(const SyncThread&) = delete;

  void wake();    // something new waits
  void resume();  // staff ask to try now
  SyncState state() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::sync
