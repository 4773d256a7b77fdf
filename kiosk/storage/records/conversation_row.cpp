#include "kiosk/storage/records/conversation_row.h"

#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {
namespace {

ConversationState state_of(const std::string& name) {
  for (const auto state : {ConversationState::open, ConversationState::unfinished,
                           ConversationState::finished, ConversationState::taken_back})
    if (name == name_of(state)) return state;
  trouble("a conversation has an unknown state", "conversations", "a store of this version");
}

}  // namespace

std::string name_of(ConversationState state) {
  switch (state) {
    case ConversationState::open:
      return "open";
    case ConversationState::unfinished:
      return "unfinished";
    case ConversationState::finished:
      return "finished";
    case ConversationState::taken_back:
      return "taken_back";
  }
  return "";
}

Conversation conversation_of(const Row& row) {
  Reader reader(row.bytes);
  Conversation conversation;
  conversation.id = ConversationId(row.id);
  if (!row.owner.empty()) conversation.citizen = CitizenId(row.owner);
  conversation.state = state_of(row.kind);
  conversation.started_ms = reader.integer();
  conversation.touched_ms = reader.integer();
  conversation.events = reader.number();
  return conversation;
}

void write_into(Row& row, const Conversation& conversation) {
  row.id = conversation.id.value;
  row.owner = conversation.citizen ? conversation.citizen->value : "";
  row.kind = name_of(conversation.state);
  row.bytes = Writer()
                  .integer(conversation.started_ms)
                  .integer(conversation.touched_ms)
                  .number(conversation.events)
                  .take();
}

}  // namespace aktiv::storage
