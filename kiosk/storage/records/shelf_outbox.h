// The outbox's rules over a shelf.
#pragma once

#include "kiosk/storage/clock.h"
#include "kiosk/storage/outbox.h"
#include "kiosk/storage/records/outbox_row.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class ShelfOutbox : public Outbox {
 public:
  explicit ShelfOutbox(Shelf& shelf) : shelf_(shelf) {}

  Result<std::vector<CitizenId>> citizens_waiting() override;
  Result<std::optional<OutboxItem>> next(const CitizenId& citizen) override;
  Result<std::string> submission_bytes(const SubmissionId& id) override;
  Status put_bytes(const SubmissionId& id, const std::string& request) override;
  Result<std::string> request_bytes(const SubmissionId& id) override;
  Status mark_sending(const SubmissionId& id) override;
  Status mark_acknowledged(const SubmissionId& id, const std::string& receipt) override;
  Status mark_not_acknowledged(const SubmissionId& id, const std::string& reason,
                               int64_t not_before_ms) override;
  Status mark_quarantined(const SubmissionId& id, const std::string& reason) override;
  Status release_quarantined(const SubmissionId& id) override;
  Result<std::vector<OutboxItem>> items(const std::optional<CitizenId>& citizen) override;
  Result<OutboxCounts> counts() override;
  Result<std::optional<OutboxItem>> find(const SubmissionId& id) override;
  Status take_in(const SaidElsewhere& said) override;
  Status drop(const SubmissionId& id) override;
  Result<std::vector<KeptSubmission>> list_kept(const CitizenId& citizen) override;
  Status take_back(const SubmissionId& id) override;
  Result<std::vector<Withdrawal>> withdrawals() override;
  Status mark_withdrawal_acknowledged(const SubmissionId& id) override;

 private:
  using Change = std::function<void(OutboxEntry&)>;
  bool is_enrolled();
  OutboxItem shown(OutboxItem item, bool enrolled) const;
  OutboxEntry must_find(const SubmissionId& id);
  void must_be(const OutboxEntry& entry, std::initializer_list<OutboxState> states);
  Status change(const SubmissionId& id, const Change& work);
  Row conversation_for(const SaidElsewhere& said);
  void erase_answers(const SubmissionId& id);
  std::string must_read(Table table, const SubmissionId& id, const char* what);
  void reseal_under_fresh_key(const std::string& conversation, const KeyId& fresh,
                              const SubmissionId& without);

  Shelf& shelf_;
};

}  // namespace aktiv::storage
