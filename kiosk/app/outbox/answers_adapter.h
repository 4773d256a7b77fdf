// The kiosk's sealed store as the shelf of what citizens kept at other kiosks. Thread: the sync's
// (each call goes to the storage's thread and waits).
#pragma once

#include "kiosk/storage/store_thread.h"
#include "kiosk/sync/answers_shelf.h"

namespace aktiv::app {

class AnswersAdapter : public sync::AnswersShelf {
 public:
  explicit AnswersAdapter(storage::StoreThread& store) : store_(store) {}  // outlives it

  Result<std::vector<sync::ReadCitizen>> citizens() override;
  Status mark_read(const CitizenId& citizen) override;
  Result<int64_t> read_until_ms() override;
  Status put_read_until(int64_t utc_ms) override;
  Result<sync::Presence> presence(const SubmissionId& id) override;
  Result<bool> wants(const Observation& seen) override;
  Status take_in(const Submission& said, const sync::Receipt& receipt) override;
  Status take_in(const Observation& seen) override;
  Status drop(const SubmissionId& id) override;

 private:
  storage::StoreThread& store_;
};

// Of another case file nothing has been read yet. On the store's thread.
Status forget_what_was_read(storage::Store& store);

}  // namespace aktiv::app
