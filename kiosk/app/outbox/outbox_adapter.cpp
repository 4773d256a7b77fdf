#include "kiosk/app/outbox/outbox_adapter.h"

#include "dialogue/model/evaluation_batch.h"
#include "dialogue/model/submission_json.h"
#include "kiosk/app/enrolled_centre.h"
#include "kiosk/app/outbox/citizen_traits.h"
#include "kiosk/sync/fhir/patient.h"

namespace aktiv::app {
namespace {

using storage::Store;
using sync::Errand;
using sync::ErrandKind;

Fault no_longer_there(const Errand& errand) {
  return {"it no longer waits", "outbox " + errand.id, "something that waits"};
}

Result<std::vector<Errand>> waiting_submissions(Store& store) {
  const auto citizens = store.outbox().citizens_waiting();
  if (!citizens) return citizens.error();
  std::vector<Errand> errands;
  for (const auto& citizen : *citizens) {
    const auto item = store.outbox().next(citizen);
    if (!item) return item.error();
    if (!*item) continue;
    errands.push_back({ErrandKind::submission, (*item)->submission.value, citizen,
                       (*item)->attempts, (*item)->not_before_ms});
  }
  return errands;
}

Result<std::vector<Errand>> waiting_others(Store& store) {
  const auto withdrawals = store.outbox().withdrawals();
  if (!withdrawals) return withdrawals.error();
  const auto observations = store.people().observations_waiting();
  if (!observations) return observations.error();
  std::vector<Errand> errands;
  for (const auto& withdrawal : *withdrawals) {
    errands.push_back(
        {ErrandKind::withdrawal, withdrawal.submission.value, withdrawal.citizen, 0, 0});
  }
  for (const auto& observation : *observations) {
    errands.push_back({ErrandKind::observation, observation.id, observation.citizen, 0, 0});
  }
  return errands;
}

// Citizens whose Patient bears other traits than they have here, or not this kiosk's centre, or may
// bear what was told and never answered.
Result<std::vector<Errand>> waiting_traits(Store& store) {
  const auto citizens = store.people().citizens();
  if (!citizens) return citizens.error();
  const auto centre_name = centre_of(store);
  if (!centre_name) return centre_name.error();
  const std::string centre = fhir::centre_code(*centre_name);
  std::vector<Errand> errands;
  for (const auto& citizen : *citizens) {
    const auto note = store.people().patient(citizen.id);
    if (!note) return note.error();
    const auto patient = patient_in(*note);
    if (!patient) continue;
    const auto traits = traits_of(store, citizen);
    if (!traits) return traits.error();
    if (patient->traits == *traits && patient->centre == centre && patient->told.empty()) continue;
    errands.push_back({ErrandKind::traits, "traits/" + citizen.id.value, citizen.id, 0, 0});
  }
  return errands;
}

Result<std::string> observation_bytes(Store& store, const Errand& errand) {
  const auto waiting = store.people().observations_waiting();
  if (!waiting) return waiting.error();
  for (const auto& observation : *waiting) {
    if (observation.id == errand.id) return observation.bytes;
  }
  return no_longer_there(errand);
}

Result<std::optional<std::string>> request_of(Store& store, const Errand& errand) {
  const auto item = store.outbox().next(errand.citizen);
  if (!item) return item.error();
  if (!*item || (*item)->submission.value != errand.id) return no_longer_there(errand);
  if ((*item)->state == storage::OutboxState::pending) return std::optional<std::string>();
  const auto bytes = store.outbox().request_bytes((*item)->submission);
  if (!bytes) return bytes.error();
  return std::optional<std::string>(*bytes);
}

}  // namespace

// Set-aside ones are left out; the others bear the waits that are remembered here.
std::vector<Errand> OutboxAdapter::as_errands(const std::vector<Errand>& found) {
  std::vector<Errand> errands;
  for (Errand errand : found) {
    const auto& waiting = waiting_[errand.id];
    if (waiting.is_set_aside) continue;
    errand.attempts = waiting.attempts;
    errand.not_before_ms = waiting.not_before_ms;
    errands.push_back(errand);
  }
  return errands;
}

Result<std::vector<Errand>> OutboxAdapter::heads() {
  auto heads = store_.call<std::vector<Errand>>(waiting_submissions);
  if (!heads) return heads;
  for (const auto& waiting : {waiting_others, waiting_traits}) {
    const auto others = store_.call<std::vector<Errand>>(waiting);
    if (!others) return others.error();
    for (auto& errand : as_errands(*others)) heads->push_back(std::move(errand));
  }
  const auto evaluations = batch();
  if (!evaluations) return evaluations.error();
  if (*evaluations)
    for (auto& errand : as_errands({{ErrandKind::evaluations, (*evaluations)->id, {}, 0, 0}}))
      heads->push_back(std::move(errand));
  return heads;
}

// The one that is under way; the same until it is acknowledged.
Result<std::optional<storage::EvaluationsToSend>> OutboxAdapter::batch() {
  constexpr double range = 18446744073709551616.0;  // 2^64
  const Seed seed{static_cast<uint64_t>(chances_.chance() * range),
                  static_cast<uint64_t>(chances_.chance() * range)};
  return store_.call<std::optional<storage::EvaluationsToSend>>(
      [seed, month = month_of(chances_.clock())](Store& store) {
        Draws chance(seed);
        return store.evaluations().take_batch(month, chance);
      });
}

Result<std::string> OutboxAdapter::evaluations(const Errand& errand) {
  const auto found = batch();
  if (!found) return found.error();
  if (!*found || (*found)->id != errand.id) return no_longer_there(errand);
  return (*found)->bytes;
}

Result<Submission> OutboxAdapter::submission(const Errand& errand) {
  const auto bytes = store_.call<std::string>(
      [&](Store& store) { return store.outbox().submission_bytes(SubmissionId(errand.id)); });
  if (!bytes) return bytes.error();
  return submission_from_json(*bytes);
}

Result<Observation> OutboxAdapter::observation(const Errand& errand) {
  const auto bytes =
      store_.call<std::string>([&](Store& store) { return observation_bytes(store, errand); });
  if (!bytes) return bytes.error();
  return observation_from_json(*bytes);
}

Result<std::optional<sync::Receipt>> OutboxAdapter::receipt(const Errand& errand) {
  const auto all = store_.call<std::vector<storage::Withdrawal>>(
      [](Store& store) { return store.outbox().withdrawals(); });
  if (!all) return all.error();
  for (const auto& withdrawal : *all) {
    if (withdrawal.submission.value != errand.id) continue;
    if (withdrawal.receipt.empty()) return std::optional<sync::Receipt>();
    const auto receipt = sync::receipt_from_bytes(withdrawal.receipt);
    if (!receipt) return receipt.error();
    return std::optional<sync::Receipt>(*receipt);
  }
  return no_longer_there(errand);
}

Result<std::optional<std::string>> OutboxAdapter::sealed_request(const Errand& errand) {
  if (errand.kind == ErrandKind::observation) return waiting_[errand.id].request;
  return store_.call<std::optional<std::string>>(
      [&](Store& store) { return request_of(store, errand); });
}

Status OutboxAdapter::seal_request(const Errand& errand, const std::string& bytes) {
  if (errand.kind == ErrandKind::observation) {
    waiting_[errand.id].request = bytes;
    return {};
  }
  return store_.call<void>(
      [&](Store& store) { return store.outbox().put_bytes(SubmissionId(errand.id), bytes); });
}

Status OutboxAdapter::mark_sending(const Errand& errand) {
  if (errand.kind == ErrandKind::observation) {
    ++waiting_[errand.id].attempts;
    return {};
  }
  return store_.call<void>(
      [&](Store& store) { return store.outbox().mark_sending(SubmissionId(errand.id)); });
}

Status OutboxAdapter::mark_arrived(const Errand& errand, const sync::Receipt& receipt) {
  const auto marked = store_.call<void>([&](Store& store) -> Status {
    const SubmissionId id(errand.id);
    switch (errand.kind) {
      case ErrandKind::withdrawal:
        return store.outbox().mark_withdrawal_acknowledged(id);
      case ErrandKind::submission:
        return store.outbox().mark_acknowledged(id, to_bytes(receipt));
      case ErrandKind::observation:
        return store.people().mark_observation_acknowledged(errand.id);
      case ErrandKind::traits:
        return {};  // remember_patient has written what is there now
      case ErrandKind::evaluations:
        return store.evaluations().mark_acknowledged(errand.id);
    }
    return no_longer_there(errand);
  });
  if (marked) waiting_.erase(errand.id);
  return marked;
}

Status OutboxAdapter::mark_waiting(const Errand& errand, sync::Why why, int64_t not_before_ms) {
  if (errand.kind != ErrandKind::submission) {
    auto& waiting = waiting_[errand.id];
    waiting.not_before_ms = not_before_ms;
    if (errand.kind != ErrandKind::observation) ++waiting.attempts;
    return {};
  }
  return store_.call<void>([&](Store& store) {
    return store.outbox().mark_not_acknowledged(SubmissionId(errand.id),
                                                std::string(sync::code_of(why)), not_before_ms);
  });
}

Status OutboxAdapter::mark_quarantined(const Errand& errand, sync::Why why) {
  if (errand.kind != ErrandKind::submission) {
    waiting_[errand.id].is_set_aside = true;
    return {};
  }
  return store_.call<void>([&](Store& store) {
    return store.outbox().mark_quarantined(SubmissionId(errand.id),
                                           std::string(sync::code_of(why)));
  });
}

void OutboxAdapter::take_up_refused() {
  for (auto& [id, waiting] : waiting_) waiting.is_set_aside = false;
}

Result<std::optional<sync::KnownPatient>> OutboxAdapter::patient(const CitizenId& citizen) {
  const auto note = store_.call<std::optional<std::string>>(
      [&](Store& store) { return store.people().patient(citizen); });
  if (!note) return note.error();
  return patient_in(*note);
}

Status OutboxAdapter::remember_patient(const CitizenId& citizen,
                                       const sync::KnownPatient& patient) {
  return store_.call<void>([&](Store& store) -> Status {
    const auto before = store.people().patient(citizen);
    if (!before) return before.error();
    // What was taken in stays taken in as long as it is the same Patient.
    const auto known = patient_in(*before);
    const bool is_read = is_read_in(*before) && known && known->id == patient.id;
    const std::string note = note_of(patient);
    return store.people().put_patient(citizen, is_read ? marked_read(note) : note);
  });
}

// Of somebody who is not here any more: none.
Result<fhir::Traits> OutboxAdapter::traits(const CitizenId& citizen) {
  return store_.call<fhir::Traits>([&](Store& store) -> Result<fhir::Traits> {
    const auto known = citizen_of(store, citizen);
    if (!known) return known.error();
    if (!*known) return fhir::Traits{};
    return traits_of(store, **known);
  });
}

Result<bool> OutboxAdapter::keep_traits(const CitizenId& citizen, const fhir::Traits& before,
                                        const fhir::Traits& after) {
  return store_.call<bool>(
      [&](Store& store) { return app::keep_traits(store, citizen, before, after); });
}

Result<sync::Arrival> OutboxAdapter::take_in(const CitizenId& citizen,
                                             const sync::KnownPatient& patient) {
  return store_.call<sync::Arrival>(
      [&](Store& store) { return app::take_in(store, citizen, patient); });
}

Result<sync::Erasure> OutboxAdapter::erase(const CitizenId& citizen) {
  return store_.call<sync::Erasure>([&](Store& store) -> Result<sync::Erasure> {
    const auto known = citizen_of(store, citizen);
    if (!known) return known.error();
    if (!*known) return sync::Erasure::was_not_here;
    const auto talks = store.journal().is_in_a_talk(citizen);
    if (!talks) return talks.error();
    if (*talks) return sync::Erasure::is_in_a_talk;
    if (Status erased = store.people().erase_citizen(citizen); !erased) return erased.error();
    return sync::Erasure::is_gone;
  });
}

Result<std::vector<sync::HelpCall>> OutboxAdapter::help_calls() {
  const auto waiting = store_.call<std::vector<storage::HelpCall>>(
      [](Store& store) { return store.house().help_calls_waiting(); });
  if (!waiting) return waiting.error();
  std::vector<sync::HelpCall> calls;
  for (const auto& call : *waiting) calls.push_back({call.id, call.at_ms});
  return calls;
}

Status OutboxAdapter::mark_help_arrived(const sync::HelpCall& call) {
  return store_.call<void>(
      [&](Store& store) { return store.house().mark_help_call_acknowledged(call.id); });
}

}  // namespace aktiv::app
