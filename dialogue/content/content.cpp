#include "dialogue/content/content.h"

#include <algorithm>

namespace aktiv {
namespace {

template <class Items, class Matches>
auto pointer_to(const Items& items, Matches matches) -> decltype(items.data()) {
  const auto found = std::find_if(items.begin(), items.end(), matches);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Deck* Content::deck(std::string_view id) const {
  return pointer_to(decks, [&](const Deck& deck) { return deck.id == id; });
}

const Card* Content::card(const CardRef& ref) const {
  const auto* list = deck(ref.list);
  if (list == nullptr) return nullptr;
  return pointer_to(list->cards, [&](const Card& card) { return card.ref.id == ref.id; });
}

const ToolDefinition* Content::tool(const ToolId& id) const {
  return pointer_to(tools, [&](const ToolDefinition& tool) { return tool.id == id; });
}

const StepDefinition* step_of(const ToolDefinition& tool, std::string_view screen) {
  for (const StepDefinition& step : tool.steps)
    if (step.screen == screen) return &step;
  return nullptr;
}

}  // namespace aktiv
