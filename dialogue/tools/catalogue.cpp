#include "dialogue/tools/catalogue.h"

#include "dialogue/tools/like/like.h"
#include "dialogue/tools/two_pictures/two_pictures.h"

namespace aktiv {

Catalogue::Catalogue() {
  tools_.emplace("to_billeder", std::make_unique<TwoPictures>());
  tools_.emplace("kan_lide", std::make_unique<Like>());
}

const Tool* Catalogue::find(const ToolId& id) const {
  const auto found = tools_.find(id);
  return found == tools_.end() ? nullptr : found->second.get();
}

std::vector<Fault> Catalogue::check(const Content& content) const {
  std::vector<Fault> faults;
  std::string known;
  for (const auto& [id, tool] : tools_) {
    known += (known.empty() ? "" : ", ") + id.value;
    for (Fault& fault : check_numbers(content, id, tool->numbers()))
      faults.push_back(std::move(fault));
  }
  for (const ToolDefinition& definition : content.tools)
    if (!tools_.contains(definition.id))
      faults.push_back({"this program has no tool '" + definition.id.value + "'", definition.where,
                        "one of: " + known});
  return faults;
}

std::vector<ToolId> Catalogue::ids() const {
  std::vector<ToolId> ids;
  for (const auto& [id, tool] : tools_) ids.push_back(id);
  return ids;
}

}  // namespace aktiv
