#include "kiosk/app/outbox/answers_adapter.h"

#include <algorithm>
#include <charconv>

#include "dialogue/model/submission_json.h"
#include "kiosk/app/outbox/citizen_traits.h"

namespace aktiv::app {
namespace {

using storage::Store;

constexpr const char* until_setting = "answers_until";

Result<std::vector<sync::ReadCitizen>> citizens_with_a_patient(Store& store) {
  const auto citizens = store.people().citizens();
  if (!citizens) return citizens.error();
  std::vector<sync::ReadCitizen> found;
  for (const auto& citizen : *citizens) {
    const auto note = store.people().patient(citizen.id);
    if (!note) return note.error();
    if (const auto patient = patient_in(*note))
      found.push_back({citizen.id, patient->id, is_read_in(*note)});
  }
  return found;
}

sync::Presence presence_of(const std::optional<storage::OutboxItem>& item) {
  if (!item) return sync::Presence::never;
  return item->state == storage::OutboxState::withdrawn ? sync::Presence::taken_back
                                                        : sync::Presence::here;
}

Result<bool> wants_in(Store& store, const Observation& seen) {
  const auto all = store.people().observations(seen.citizen);
  if (!all) return all.error();
  if (std::ranges::find(*all, seen.id, &storage::SealedObservation::id) != all->end()) return false;
  if (seen.conversation.empty()) return true;
  const auto talk = store.journal().find(seen.conversation);
  if (!talk) return talk.error();
  return *talk && (*talk)->state == storage::ConversationState::finished;
}

}  // namespace

Result<std::vector<sync::ReadCitizen>> AnswersAdapter::citizens() {
  return store_.call<std::vector<sync::ReadCitizen>>(citizens_with_a_patient);
}

Status AnswersAdapter::mark_read(const CitizenId& citizen) {
  return store_.call<void>([&](Store& store) -> Status {
    const auto note = store.people().patient(citizen);
    if (!note) return note.error();
    return store.people().put_patient(citizen, marked_read(note->value_or("")));
  });
}

Result<int64_t> AnswersAdapter::read_until_ms() {
  const auto text = store_.call<std::optional<std::string>>(
      [](Store& store) { return store.house().setting(until_setting); });
  if (!text) return text.error();
  int64_t until = 0;
  if (*text) std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), until);
  return until;
}

Status AnswersAdapter::put_read_until(int64_t utc_ms) {
  return store_.call<void>([&](Store& store) {
    return store.house().put_setting(until_setting, std::to_string(utc_ms));
  });
}

Result<sync::Presence> AnswersAdapter::presence(const SubmissionId& id) {
  const auto item = store_.call<std::optional<storage::OutboxItem>>(
      [&](Store& store) { return store.outbox().find(id); });
  if (!item) return item.error();
  return presence_of(*item);
}

Result<bool> AnswersAdapter::wants(const Observation& seen) {
  return store_.call<bool>([&](Store& store) { return wants_in(store, seen); });
}

Status AnswersAdapter::take_in(const Submission& said, const sync::Receipt& receipt) {
  const storage::SaidElsewhere elsewhere{said.id,          said.conversation, said.citizen,
                                         said.finished_ms, to_json(said),     to_bytes(receipt)};
  return store_.call<void>([&](Store& store) { return store.outbox().take_in(elsewhere); });
}

Status AnswersAdapter::take_in(const Observation& seen) {
  const storage::SealedObservation sealed{seen.id, seen.citizen, seen.conversation, to_json(seen),
                                          true};
  return store_.call<void>([&](Store& store) { return store.people().put_observation(sealed); });
}

Status AnswersAdapter::drop(const SubmissionId& id) {
  return store_.call<void>([&](Store& store) { return store.outbox().drop(id); });
}

Status forget_what_was_read(Store& store) {
  return store.house().put_setting(until_setting, "0");
}

}  // namespace aktiv::app
