// Sync by hand, for the programs' commands and for the demo: everything now, with an end and a
// report.
#pragma once

#include "kiosk/sync/outbox_worker.h"

namespace aktiv::sync {

struct SyncReport {
  int arrived = 0;
  int held = 0;
  int quarantined = 0;
  bool is_paused = false;
  Why why = Why::nothing;  // of the last that did not arrive
};

// Sends what is due until nothing is, without waiting for what has to wait.
SyncReport sync_once(OutboxWorker& worker);

}  // namespace aktiv::sync
