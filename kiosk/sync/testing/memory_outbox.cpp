#include "kiosk/sync/testing/memory_outbox.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace aktiv::sync {

void MemoryOutbox::keep(const Submission& submission) {
  OutboxRow row;
  row.errand = {ErrandKind::submission, submission.id.value, submission.citizen, 0, 0};
  row.submission = submission;
  rows_.push_back(std::move(row));
}

void MemoryOutbox::keep(const Observation& observation) {
  OutboxRow row;
  row.errand = {ErrandKind::observation, observation.id, observation.citizen, 0, 0};
  row.observation = observation;
  rows_.push_back(std::move(row));
}

void MemoryOutbox::take_back(const std::string& id) {
  const auto found =
      std::ranges::find_if(rows_, [&](const auto& row) { return row.errand.id == id; });
  if (!found->may_have_left) {
    gone.insert(id);
    rows_.erase(found);
    return;
  }
  found->submission = {};
  found->request.reset();
  found->errand.attempts = 0;
  found->errand.kind = ErrandKind::withdrawal;
  found->errand.not_before_ms = 0;
  found->state = RowState::taken_back;
}

const OutboxRow& MemoryOutbox::row(const std::string& id) const {
  for (const auto& row : rows_) {
    if (row.errand.id == id) return row;
  }
  throw std::out_of_range("no such row");
}

bool MemoryOutbox::is_settled() const {
  for (const auto& [citizen, known] : patients)
    if (must_agree(citizen, known)) return false;
  return std::ranges::none_of(rows_, [](const auto& row) {
    return row.state == RowState::waiting || row.state == RowState::taken_back;
  });
}

OutboxRow& MemoryOutbox::at(const Errand& errand) {
  for (auto& row : rows_) {
    if (row.errand.id == errand.id) return row;
  }
  throw std::out_of_range("no such row");
}

const fhir::Traits& MemoryOutbox::traits_of(const std::string& citizen) const {
  const auto own = citizens.find(citizen);
  return own == citizens.end() ? own_traits : own->second;
}

bool MemoryOutbox::must_agree(const std::string& citizen, const KnownPatient& known) const {
  if (traits_refused != Why::nothing) return false;
  return known.traits != traits_of(citizen) || known.centre != centre || !known.told.empty();
}

Result<bool> MemoryOutbox::keep_traits(const CitizenId& citizen, const fhir::Traits& before,
                                       const fhir::Traits& after) {
  if (const auto ok = written(); !ok) return ok.error();
  if (traits_of(citizen.value) != before) return false;
  const auto own = citizens.find(citizen.value);
  (own == citizens.end() ? own_traits : own->second) = after;
  return true;
}

Result<Arrival> MemoryOutbox::take_in(const CitizenId& citizen, const KnownPatient& patient) {
  if (const auto ok = written(); !ok) return ok.error();
  if (erased.contains(citizen.value)) return Arrival::was_erased;
  const bool is_taken = std::ranges::any_of(citizens, [&](const auto& other) {
    return other.first != citizen.value && other.second.signs == patient.traits.signs;
  });
  if (is_taken && !citizens.contains(citizen.value)) return Arrival::signs_taken;
  const bool is_new = citizens.try_emplace(citizen.value, patient.traits).second;
  const auto noted = remember_patient(
      citizen, {patient.id, is_new ? patient.traits : fhir::Traits{}, patient.centre});
  if (!noted) return noted.error();
  return Arrival::is_here;
}

Result<Erasure> MemoryOutbox::erase(const CitizenId& citizen) {
  if (const auto ok = written(); !ok) return ok.error();
  if (in_a_talk.contains(citizen.value)) return Erasure::is_in_a_talk;
  const auto before = rows_.size();
  std::erase_if(rows_, [&](const OutboxRow& row) { return row.errand.citizen == citizen; });
  const bool was_here =
      citizens.erase(citizen.value) + patients.erase(citizen.value) > 0 || rows_.size() < before;
  if (!was_here) return Erasure::was_not_here;
  erased.insert(citizen.value);
  return Erasure::is_gone;
}

Status MemoryOutbox::written() const {
  if (refuses_to_write) return Fault{"the disk is full", "outbox", "free space"};
  return {};
}

Result<std::vector<Errand>> MemoryOutbox::heads() {
  std::vector<Errand> heads;
  std::set<std::string> has_head;
  for (const auto& row : rows_) {
    if (row.state == RowState::taken_back) heads.push_back(row.errand);
    if (row.state != RowState::waiting) continue;
    if (has_head.insert(row.errand.citizen.value).second) heads.push_back(row.errand);
  }
  for (const auto& [citizen, known] : patients)
    if (must_agree(citizen, known))
      heads.push_back(
          {ErrandKind::traits, "traits/" + citizen, CitizenId(citizen), 0, traits_not_before_ms_});
  if (batch && batch_refused == Why::nothing)
    heads.push_back({ErrandKind::evaluations, batch->first, {}, 0, batch_not_before_ms_});
  return heads;
}

Result<Submission> MemoryOutbox::submission(const Errand& errand) {
  return at(errand).submission;
}
Result<Observation> MemoryOutbox::observation(const Errand& errand) {
  return at(errand).observation;
}

Result<std::optional<Receipt>> MemoryOutbox::receipt(const Errand& errand) {
  return at(errand).receipt;
}

Result<std::optional<std::string>> MemoryOutbox::sealed_request(const Errand& errand) {
  return at(errand).request;
}

Status MemoryOutbox::seal_request(const Errand& errand, const std::string& bytes) {
  if (const auto ok = written(); !ok) return ok;
  auto& request = at(errand).request;
  if (request && *request != bytes) return Fault{"other bytes", "outbox", "the sealed ones"};
  request = bytes;
  return {};
}

Status MemoryOutbox::mark_sending(const Errand& errand) {
  if (const auto ok = written(); !ok) return ok;
  ++at(errand).errand.attempts;
  at(errand).may_have_left = true;
  return {};
}

Status MemoryOutbox::mark_arrived(const Errand& errand, const Receipt& receipt) {
  if (const auto ok = written(); !ok) return ok;
  if (errand.kind == ErrandKind::traits) return {};
  if (errand.kind == ErrandKind::evaluations) {
    batch.reset();
    return {};
  }
  auto& row = at(errand);
  const bool is_withdrawal = errand.kind == ErrandKind::withdrawal;
  row.state = is_withdrawal ? RowState::withdrawal_arrived : RowState::arrived;
  row.receipt = receipt;
  row.request.reset();
  return {};
}

Status MemoryOutbox::mark_waiting(const Errand& errand, Why why, int64_t not_before_ms) {
  if (const auto ok = written(); !ok) return ok;
  if (errand.kind == ErrandKind::evaluations) {
    batch_not_before_ms_ = not_before_ms;
    return {};
  }
  if (errand.kind == ErrandKind::traits) {
    traits_not_before_ms_ = not_before_ms;
    return {};
  }
  at(errand).why = why;
  at(errand).errand.not_before_ms = not_before_ms;
  return {};
}

Status MemoryOutbox::mark_quarantined(const Errand& errand, Why why) {
  if (const auto ok = written(); !ok) return ok;
  if (errand.kind == ErrandKind::evaluations) {
    batch_refused = why;
    return {};
  }
  if (errand.kind == ErrandKind::traits) {
    traits_refused = why;
    return {};
  }
  at(errand).why = why;
  at(errand).state = RowState::quarantined;
  return {};
}

void MemoryOutbox::take_up_refused() {
  traits_refused = Why::nothing;
  batch_refused = Why::nothing;
  for (auto& row : rows_) {
    if (row.state != RowState::quarantined || row.errand.kind == ErrandKind::submission) continue;
    row.state =
        row.errand.kind == ErrandKind::withdrawal ? RowState::taken_back : RowState::waiting;
  }
}

Result<std::optional<KnownPatient>> MemoryOutbox::patient(const CitizenId& citizen) {
  const auto found = patients.find(citizen.value);
  if (found == patients.end()) return std::optional<KnownPatient>();
  return std::optional(found->second);
}

Status MemoryOutbox::remember_patient(const CitizenId& citizen, const KnownPatient& patient) {
  if (const auto ok = written(); !ok) return ok;
  patients[citizen.value] = patient;
  return {};
}

OutboxRow* MemoryOutbox::find(const std::string& id) {
  const auto found =
      std::ranges::find_if(rows_, [&](const auto& row) { return row.errand.id == id; });
  return found == rows_.end() ? nullptr : &*found;
}

std::vector<Submission> MemoryOutbox::kept_by(const std::string& citizen) const {
  std::vector<Submission> kept;
  for (const auto& row : rows_)
    if (row.submission.citizen.value == citizen) kept.push_back(row.submission);
  std::ranges::sort(kept, {}, [](const Submission& one) { return one.id.value; });
  return kept;
}

Result<std::vector<ReadCitizen>> MemoryOutbox::Answers::citizens() {
  std::vector<ReadCitizen> citizens;
  for (const auto& [citizen, known] : outbox_.patients)
    citizens.push_back({CitizenId(citizen), known.id, outbox_.read.contains(citizen)});
  return citizens;
}

Status MemoryOutbox::Answers::mark_read(const CitizenId& citizen) {
  if (const auto ok = outbox_.written(); !ok) return ok;
  outbox_.read.insert(citizen.value);
  return {};
}

Status MemoryOutbox::Answers::put_read_until(int64_t utc_ms) {
  if (const auto ok = outbox_.written(); !ok) return ok;
  outbox_.read_until = utc_ms;
  return {};
}

Result<Presence> MemoryOutbox::Answers::presence(const SubmissionId& id) {
  const OutboxRow* row = outbox_.find(id.value);
  if (row == nullptr)
    return outbox_.gone.contains(id.value) ? Presence::taken_back : Presence::never;
  const bool is_gone =
      row->state == RowState::taken_back || row->state == RowState::withdrawal_arrived;
  return is_gone ? Presence::taken_back : Presence::here;
}

Result<bool> MemoryOutbox::Answers::wants(const Observation& seen) {
  if (outbox_.find(seen.id) != nullptr) return false;
  return seen.conversation.empty() || std::ranges::any_of(outbox_.rows_, [&](const OutboxRow& row) {
           return row.submission.conversation == seen.conversation;
         });
}

Status MemoryOutbox::Answers::take_in(const Submission& said, const Receipt& receipt) {
  if (const auto ok = outbox_.written(); !ok) return ok;
  outbox_.keep(said);
  outbox_.rows_.back().receipt = receipt;
  outbox_.rows_.back().state = RowState::arrived;
  outbox_.rows_.back().may_have_left = true;
  return {};
}

Status MemoryOutbox::Answers::take_in(const Observation& seen) {
  if (const auto ok = outbox_.written(); !ok) return ok;
  outbox_.keep(seen);
  outbox_.rows_.back().state = RowState::arrived;
  return {};
}

Status MemoryOutbox::Answers::drop(const SubmissionId& id) {
  if (const auto ok = outbox_.written(); !ok) return ok;
  OutboxRow* row = outbox_.find(id.value);
  if (row == nullptr) return {};
  row->submission = {};
  row->request.reset();
  row->state = RowState::withdrawal_arrived;
  return {};
}

Status MemoryOutbox::mark_help_arrived(const HelpCall& call) {
  if (const auto ok = written(); !ok) return ok;
  std::erase_if(calls, [&](const auto& other) { return other.id == call.id; });
  return {};
}

}  // namespace aktiv::sync
