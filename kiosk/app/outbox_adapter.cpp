#include "kiosk/app/outbox_adapter.h"

#include "dialogue/model/submission_json.h"

namespace aktiv::app {
namespace {

using storage::Store;
using sync::Errand;
using sync::ErrandKind;

bool is_submission(const Errand& errand) {
  return errand.kind == ErrandKind::submission;
}

Result<std::vector<Errand>> heads_of(Store& store) {
  std::vector<Errand> heads;
  auto withdrawals = store.outbox().withdrawals();
  if (!withdrawals) return withdrawals.error();
  for (const storage::Withdrawal& back : *withdrawals)
    heads.push_back({ErrandKind::withdrawal, back.submission.value, back.citizen, 0, 0});
  auto citizens = store.outbox().citizens_waiting();
  if (!citizens) return citizens.error();
  for (const CitizenId& citizen : *citizens) {
    auto next = store.outbox().next(citizen);
    if (!next) return next.error();
    if (!*next) continue;
    heads.push_back({ErrandKind::submission, (*next)->submission.value, citizen, (*next)->attempts,
                     (*next)->not_before_ms});
  }
  auto observations = store.people().observations_waiting();
  if (!observations) return observations.error();
  for (const storage::SealedObservation& seen : *observations)
    heads.push_back({ErrandKind::observation, seen.id, seen.citizen, 0, 0});
  return heads;
}

}  // namespace

Status OutboxAdapter::order(std::function<Status(Store&)> work) {
  auto done = store_.call<bool>([work = std::move(work)](Store& store) -> Result<bool> {
    if (Status status = work(store); !status) return status.error();
    return true;
  });
  if (!done) return done.error();
  return {};
}

Result<std::vector<Errand>> OutboxAdapter::heads() {
  return store_.call<std::vector<Errand>>([](Store& store) { return heads_of(store); });
}

Result<Submission> OutboxAdapter::submission(const Errand& errand) {
  auto bytes = store_.call<std::string>(
      [id = SubmissionId(errand.id)](Store& store) { return store.outbox().submission_bytes(id); });
  if (!bytes) return bytes.error();
  return submission_from_json(*bytes);
}

Result<Observation> OutboxAdapter::observation(const Errand& errand) {
  auto bytes = store_.call<std::string>([errand](Store& store) -> Result<std::string> {
    auto waiting = store.people().observations_waiting();
    if (!waiting) return waiting.error();
    for (storage::SealedObservation& seen : *waiting)
      if (seen.id == errand.id) return std::move(seen.bytes);
    return Fault{"the observation is no longer waiting", "outbox", "an observation that waits"};
  });
  if (!bytes) return bytes.error();
  return observation_from_json(*bytes);
}

Result<std::optional<sync::Receipt>> OutboxAdapter::receipt(const Errand& errand) {
  auto bytes = store_.call<std::string>([errand](Store& store) -> Result<std::string> {
    auto withdrawals = store.outbox().withdrawals();
    if (!withdrawals) return withdrawals.error();
    for (const storage::Withdrawal& back : *withdrawals)
      if (back.submission.value == errand.id) return back.receipt;
    return std::string();
  });
  if (!bytes) return bytes.error();
  if (bytes->empty()) return std::optional<sync::Receipt>{};
  auto receipt = sync::receipt_from_bytes(*bytes);
  if (!receipt) return receipt.error();
  return std::optional(*receipt);
}

Result<std::optional<std::string>> OutboxAdapter::sealed_request(const Errand& errand) {
  if (errand.kind == ErrandKind::observation) {
    const auto found = observation_requests_.find(errand.id);
    return found == observation_requests_.end() ? std::optional<std::string>{}
                                                : std::optional(found->second);
  }
  if (!is_submission(errand)) return std::optional<std::string>{};
  return store_.call<std::optional<std::string>>(
      [id = SubmissionId(errand.id),
       citizen = errand.citizen](Store& store) -> Result<std::optional<std::string>> {
        auto next = store.outbox().next(citizen);
        if (!next) return next.error();
        const bool is_built = *next && (*next)->submission == id &&
                              ((*next)->state == storage::OutboxState::bytes_built ||
                               (*next)->state == storage::OutboxState::in_flight);
        if (!is_built) return std::optional<std::string>{};
        auto bytes = store.outbox().request_bytes(id);
        if (!bytes) return bytes.error();
        return std::optional(std::move(*bytes));
      });
}

Status OutboxAdapter::seal_request(const Errand& errand, const std::string& bytes) {
  if (errand.kind == ErrandKind::observation) observation_requests_[errand.id] = bytes;
  if (!is_submission(errand)) return {};
  return order([id = SubmissionId(errand.id), bytes](Store& store) {
    return store.outbox().put_bytes(id, bytes);
  });
}

Status OutboxAdapter::mark_sending(const Errand& errand) {
  if (!is_submission(errand)) return {};
  return order(
      [id = SubmissionId(errand.id)](Store& store) { return store.outbox().mark_sending(id); });
}

Status OutboxAdapter::mark_arrived(const Errand& errand, const sync::Receipt& receipt) {
  return order([errand, bytes = sync::to_bytes(receipt)](Store& store) {
    const SubmissionId id(errand.id);
    switch (errand.kind) {
      case ErrandKind::withdrawal:
        return store.outbox().mark_withdrawal_acknowledged(id);
      case ErrandKind::observation:
        return store.people().mark_observation_acknowledged(errand.id);
      case ErrandKind::submission:
        break;
    }
    return store.outbox().mark_acknowledged(id, bytes);
  });
}

Status OutboxAdapter::mark_waiting(const Errand& errand, sync::Why why, int64_t not_before_ms) {
  if (!is_submission(errand)) return {};
  return order([id = SubmissionId(errand.id), why, not_before_ms](Store& store) {
    return store.outbox().mark_not_acknowledged(id, std::string(sync::code_of(why)), not_before_ms);
  });
}

Status OutboxAdapter::mark_quarantined(const Errand& errand, sync::Why why) {
  if (!is_submission(errand)) return {};
  return order([id = SubmissionId(errand.id), why](Store& store) {
    return store.outbox().mark_quarantined(id, std::string(sync::code_of(why)));
  });
}

Result<std::optional<std::string>> OutboxAdapter::patient(const CitizenId& citizen) {
  return store_.call<std::optional<std::string>>(
      [citizen](Store& store) { return store.people().patient(citizen); });
}

Status OutboxAdapter::remember_patient(const CitizenId& citizen, const std::string& id) {
  return order([citizen, id](Store& store) { return store.people().put_patient(citizen, id); });
}

Result<std::vector<sync::HelpCall>> OutboxAdapter::help_calls() {
  return store_.call<std::vector<sync::HelpCall>>(
      [](Store& store) -> Result<std::vector<sync::HelpCall>> {
        auto waiting = store.house().help_calls_waiting();
        if (!waiting) return waiting.error();
        std::vector<sync::HelpCall> calls;
        for (const storage::HelpCall& call : *waiting) calls.push_back({call.id, call.at_ms});
        return calls;
      });
}

Status OutboxAdapter::mark_help_arrived(const sync::HelpCall& call) {
  return order(
      [id = call.id](Store& store) { return store.house().mark_help_call_acknowledged(id); });
}

}  // namespace aktiv::app
