// The kiosk's sealed store as the sync's outbox. Waits of all but submissions live in
// memory only: after a restart they are tried at once. Thread: the sync's (each call goes to the
// storage's thread and waits).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/outbox/answers_adapter.h"
#include "kiosk/storage/store_thread.h"
#include "kiosk/sync/outbox.h"
#include "kiosk/sync/outbox_worker.h"

namespace aktiv::app {

class OutboxAdapter : public sync::Outbox {
 public:
  struct Chances {
    sync::UtcClock clock;  // says which months are over
    sync::Chance chance;   // the order in which evaluations leave
  };
  OutboxAdapter(storage::StoreThread& store, Chances chances)  // outlives it
      : store_(store), chances_(std::move(chances)), answers_(store) {}

  Result<std::vector<sync::Errand>> heads() override;
  Result<Submission> submission(const sync::Errand& errand) override;
  Result<Observation> observation(const sync::Errand& errand) override;
  Result<std::string> evaluations(const sync::Errand& errand) override;
  Result<std::optional<sync::Receipt>> receipt(const sync::Errand& errand) override;
  Result<std::optional<std::string>> sealed_request(const sync::Errand& errand) override;
  Status seal_request(const sync::Errand& errand, const std::string& bytes) override;
  Status mark_sending(const sync::Errand& errand) override;
  Status mark_arrived(const sync::Errand& errand, const sync::Receipt& receipt) override;
  Status mark_waiting(const sync::Errand& errand, sync::Why why, int64_t not_before_ms) override;
  Status mark_quarantined(const sync::Errand& errand, sync::Why why) override;
  void take_up_refused() override;
  Result<std::optional<sync::KnownPatient>> patient(const CitizenId& citizen) override;
  Status remember_patient(const CitizenId& citizen, const sync::KnownPatient& patient) override;
  Result<fhir::Traits> traits(const CitizenId& citizen) override;
  Result<bool> keep_traits(const CitizenId& citizen, const fhir::Traits& before,
                           const fhir::Traits& after) override;
  Result<sync::Arrival> take_in(const CitizenId& citizen,
                                const sync::KnownPatient& patient) override;
  Result<sync::Erasure> erase(const CitizenId& citizen) override;
  sync::AnswersShelf& answers() override { return answers_; }
  Result<std::vector<sync::HelpCall>> help_calls() override;
  Status mark_help_arrived(const sync::HelpCall& call) override;

 private:
  struct Waiting {
    int attempts = 0;
    int64_t not_before_ms = 0;
    bool is_set_aside = false;
    std::optional<std::string> request;  // an observation's: the same bytes while this program runs
  };
  Result<std::optional<storage::EvaluationsToSend>> batch();
  std::vector<sync::Errand> as_errands(const std::vector<sync::Errand>& found);

  storage::StoreThread& store_;
  Chances chances_;
  AnswersAdapter answers_;
  std::map<std::string, Waiting> waiting_;  // by withdrawal or observation
};

}  // namespace aktiv::app
