// What a conversation's talks ended with, where it was said back and kept as it is (F4): the cards
// of the citizen's sheet. Pure; any thread.
#pragma once

#include <vector>

#include "dialogue/model/tool_cards.h"
#include "dialogue/tools/catalogue.h"

namespace aktiv {

std::vector<ToolCards> cards_said_back(const Conversation& talk, const Catalogue& catalogue,
                                       const Content& content);

}  // namespace aktiv
