// Within tests only: the outbox in memory, with the same states as the kiosk's store.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/sync/outbox.h"

namespace aktiv::sync {

enum class RowState { waiting, arrived, quarantined, taken_back, withdrawal_arrived };

struct OutboxRow {
  Errand errand;
  Submission submission;
  Observation observation;
  std::optional<std::string> request;
  std::optional<Receipt> receipt;
  RowState state = RowState::waiting;
  Why why = Why::nothing;
  bool may_have_left = false;
};

class MemoryOutbox : public Outbox {
 public:
  void keep(const Submission& submission);
  void keep(const Observation& observation);
  void take_back(const std::string& id);  // as the citizen does it
  const OutboxRow& row(const std::string& id) const;
  bool is_settled() const;  // nothing waits

  Result<std::vector<Errand>> heads() override;
  Result<Submission> submission(const Errand& errand) override;
  Result<Observation> observation(const Errand& errand) override;
  Result<std::string> evaluations(const Errand&) override { return batch->second; }
  Result<std::optional<Receipt>> receipt(const Errand& errand) override;
  Result<std::optional<std::string>> sealed_request(const Errand& errand) override;
  Status seal_request(const Errand& errand, const std::string& bytes) override;
  Status mark_sending(const Errand& errand) override;
  Status mark_arrived(const Errand& errand, const Receipt& receipt) override;
  Status mark_waiting(const Errand& errand, Why why, int64_t not_before_ms) override;
  Status mark_quarantined(const Errand& errand, Why why) override;
  void take_up_refused() override;
  Result<std::optional<KnownPatient>> patient(const CitizenId& citizen) override;
  Status remember_patient(const CitizenId& citizen, const KnownPatient& patient) override;
  Result<fhir::Traits> traits(const CitizenId& citizen) override {
    return traits_of(citizen.value);
  }
  Result<bool> keep_traits(const CitizenId& citizen, const fhir::Traits& before,
                           const fhir::Traits& after) override;
  Result<Arrival> take_in(const CitizenId& citizen, const KnownPatient& patient) override;
  Result<Erasure> erase(const CitizenId& citizen) override;
  Result<std::vector<HelpCall>> help_calls() override { return calls; }
  Status mark_help_arrived(const HelpCall& call) override;

  // Here, as in the kiosk's store, what was kept elsewhere is a row that has arrived.
  AnswersShelf& answers() override { return answers_; }
  int64_t read_until = 0;
  std::set<std::string> read;  // citizens
  std::set<std::string> gone;  // taken back before anything of it could have left
  std::vector<Submission> kept_by(const std::string& citizen) const;  // by id
  const std::vector<OutboxRow>& rows() const { return rows_; }

  // Evaluations that may go: the id of the batch, and its bytes.
  std::optional<std::pair<std::string, std::string>> batch;
  Why batch_refused = Why::nothing;  // set aside, as long as this is set
  std::vector<HelpCall> calls;
  fhir::Traits own_traits;                       // of everybody who has none of their own
  std::map<std::string, fhir::Traits> citizens;  // those who have
  std::set<std::string> erased;
  std::set<std::string> in_a_talk;  // citizens
  std::string centre;               // its code
  std::map<std::string, KnownPatient> patients;
  Why traits_refused = Why::nothing;  // set aside, as long as this is set
  bool refuses_to_write = false;      // a full disk

 private:
  class Answers : public AnswersShelf {
   public:
    explicit Answers(MemoryOutbox& outbox) : outbox_(outbox) {}
    Result<std::vector<ReadCitizen>> citizens() override;
    Status mark_read(const CitizenId& citizen) override;
    Result<int64_t> read_until_ms() override { return outbox_.read_until; }
    Status put_read_until(int64_t utc_ms) override;
    Result<Presence> presence(const SubmissionId& id) override;
    Result<bool> wants(const Observation& seen) override;
    Status take_in(const Submission& said, const Receipt& receipt) override;
    Status take_in(const Observation& seen) override;
    Status drop(const SubmissionId& id) override;

   private:
    MemoryOutbox& outbox_;
  };
  OutboxRow* find(const std::string& id);
  Status written() const;
  OutboxRow& at(const Errand& errand);
  const fhir::Traits& traits_of(const std::string& citizen) const;
  bool must_agree(const std::string& citizen, const KnownPatient& known) const;
  std::vector<OutboxRow> rows_;  // in order
  int64_t traits_not_before_ms_ = 0;
  int64_t batch_not_before_ms_ = 0;
  Answers answers_{*this};
};

}  // namespace aktiv::sync
