#include "kiosk/sync/commands.h"

namespace aktiv::sync {

SyncReport sync_once(OutboxWorker& worker) {
  SyncReport report;
  for (;;) {
    switch (worker.step()) {
      case StepKind::arrived:
        ++report.arrived;
        break;
      case StepKind::looked:
        break;
      case StepKind::quarantined:
        ++report.quarantined;
        break;
      case StepKind::held:
        ++report.held;
        report.why = worker.state().why;
        break;
      case StepKind::paused:
        report.is_paused = true;
        report.why = worker.state().why;
        return report;
      case StepKind::nothing_waits:
      case StepKind::waits:
        return report;
    }
  }
}

}  // namespace aktiv::sync
