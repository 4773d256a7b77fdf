// A conversation as a row and back. The state is the row's kind, the citizen its owner.
#pragma once

#include "kiosk/storage/journal.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

std::string name_of(ConversationState state);
Conversation conversation_of(const Row& row);
void write_into(Row& row, const Conversation& conversation);

}  // namespace aktiv::storage
