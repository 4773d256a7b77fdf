#include "kiosk/storage/records/secret_apart.h"

namespace aktiv::storage {

bool SecretApart::is_secret(const ConversationId& id) {
  const auto found = secret_.find(id);
  return found && found->has_value();
}

Status SecretApart::start(const ConversationId& id, const std::optional<CitizenId>& citizen) {
  if (is_secret(id)) return Fault{"this conversation was started before", "memory", "a fresh id"};
  return citizen ? kept_.start(id, citizen) : secret_.start(id, citizen);
}

Status SecretApart::append(std::span<const Event> events) {
  bool some_are_secret = false;
  bool some_are_kept = false;
  for (const Event& event : events)
    (is_secret(event.conversation) ? some_are_secret : some_are_kept) = true;
  if (some_are_secret && some_are_kept)
    return Fault{"secret and kept events in one batch", "journal", "a batch for each conversation"};
  return some_are_secret ? secret_.append(events) : kept_.append(events);
}

Result<std::optional<Conversation>> SecretApart::find(const ConversationId& id) {
  return of(id).find(id);
}

Result<std::vector<KeptEvent>> SecretApart::load_events(const ConversationId& id) {
  return of(id).load_events(id);
}

// A secret conversation is never resumed: left, it is gone.
Status SecretApart::leave_unfinished(const ConversationId& id) {
  return is_secret(id) ? secret_.throw_away(id) : kept_.leave_unfinished(id);
}

Status SecretApart::take_up_again(const ConversationId& id) {
  return kept_.take_up_again(id);
}

Result<std::vector<Conversation>> SecretApart::unfinished(const CitizenId& citizen) {
  return kept_.unfinished(citizen);
}

Result<bool> SecretApart::is_in_a_talk(const CitizenId& citizen) {
  return kept_.is_in_a_talk(citizen);
}

Status SecretApart::finish(const ConversationId& id, std::span<const Event> last_events,
                           std::span<const NewSubmission> submissions) {
  return of(id).finish(id, last_events, submissions);
}

Status SecretApart::throw_away(const ConversationId& id) {
  return of(id).throw_away(id);
}

Result<int> SecretApart::purge_unfinished(int days) {
  return kept_.purge_unfinished(days);
}

}  // namespace aktiv::storage
