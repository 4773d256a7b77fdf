// The kiosk's store as the sync's outbox. Each call waits for the storage thread, so it is for the
// sync's thread and never for the loop. Only what a citizen kept is listed. Faults are the store's.
#pragma once

#include <map>

#include "kiosk/storage/store_thread.h"
#include "kiosk/sync/outbox.h"

namespace aktiv::app {

class OutboxAdapter : public sync::Outbox {
 public:
  explicit OutboxAdapter(storage::StoreThread& store) : store_(store) {}

  Result<std::vector<sync::Errand>> heads() override;
  Result<Submission> submission(const sync::Errand& errand) override;
  Result<Observation> observation(const sync::Errand& errand) override;
  Result<std::optional<sync::Receipt>> receipt(const sync::Errand& errand) override;
  Result<std::optional<std::string>> sealed_request(const sync::Errand& errand) override;
  Status seal_request(const sync::Errand& errand, const std::string& bytes) override;
  Status mark_sending(const sync::Errand& errand) override;
  Status mark_arrived(const sync::Errand& errand, const sync::Receipt& receipt) override;
  Status mark_waiting(const sync::Errand& errand, sync::Why why, int64_t not_before_ms) override;
  Status mark_quarantined(const sync::Errand& errand, sync::Why why) override;
  Result<std::optional<std::string>> patient(const CitizenId& citizen) override;
  Status remember_patient(const CitizenId& citizen, const std::string& id) override;
  Result<std::vector<sync::HelpCall>> help_calls() override;
  Status mark_help_arrived(const sync::HelpCall& call) override;

 private:
  Status order(std::function<Status(storage::Store&)> work);

  storage::StoreThread& store_;
  // An observation's request, built once in this run; it is small and rebuilt alike after a
  // restart.
  std::map<std::string, std::string> observation_requests_;
};

}  // namespace aktiv::app
