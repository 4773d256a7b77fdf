#include "kiosk/ui/mentor/screens/preparing.h"

namespace aktiv::mentor {
namespace {

int number(const ToolDefinition& tool, const char* key, int otherwise) {
  const auto found = tool.numbers.find(key);
  return found == tool.numbers.end() ? otherwise : found->second;
}

}  // namespace

void Preparing::choose(const ToolDefinition& tool) {
  prepared.setup = {};
  prepared.setup.tool = tool.id;
  prepared.setup.way = tool.main_way;
}

void Preparing::choose_way(int way) {
  prepared.setup.way = way;
  if (!may_be_extended()) prepared.setup.is_extended = false;
}

bool Preparing::has_pairs() const {
  return tool()->numbers.contains("cards_default");
}

bool Preparing::may_be_extended() const {
  return has_pairs() && prepared.setup.way >= number(*tool(), "extended_from_way", 5);
}

CardLimits Preparing::limits() const {
  if (has_pairs()) {
    const char* key = prepared.setup.is_extended ? "cards_extended" : "cards_default";
    const auto count = static_cast<size_t>(number(*tool(), key, 4));
    return {count, count};
  }
  return {static_cast<size_t>(number(*tool(), "cards_least", 1)),
          static_cast<size_t>(number(*tool(), "cards_most", 12))};
}

bool Preparing::has_fitting_cards() const {
  const size_t count = prepared.setup.cards.size();
  return count == 0 || (count >= limits().least && count <= limits().most);
}

}  // namespace aktiv::mentor
