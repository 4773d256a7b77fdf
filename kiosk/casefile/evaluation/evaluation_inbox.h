// POST /evaluations: a batch of anonymous evaluations from a kiosk that is enrolled. Any thread;
// what it is given must outlive it.
#pragma once

#include "kiosk/casefile/auth/device.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

class EvaluationInbox {
 public:
  EvaluationInbox(Database& database, const Vault& vault, DeviceGate& gate)
      : database_(database), vault_(vault), gate_(gate) {}

  // 200 {"sum": …} of what is kept (kiosk/sync/fhir/digest.h); 401 without a credential; 422 for
  // anything that is no batch, in words that never repeat it.
  HttpResponse take(const HttpRequest& request);

 private:
  Database& database_;
  const Vault& vault_;
  DeviceGate& gate_;
};

}  // namespace aktiv::casefile
