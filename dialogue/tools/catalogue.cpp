#include "dialogue/tools/catalogue.h"

#include "dialogue/tools/like/like.h"
#include "dialogue/tools/steps/stepped_tool.h"
#include "dialogue/tools/two_pictures/two_pictures.h"

namespace aktiv {

Catalogue::Catalogue() {
  tools_.emplace("to_billeder", std::make_unique<TwoPictures>());
  tools_.emplace("kan_lide", std::make_unique<Like>());
  for (const char* id :
       {"min_droem", "det_vigtigste", "det_kan_jeg", "min_hverdag", "mine_mennesker",
        "saadan_bedst", "min_trappe", "saadan_var_det", "hvordan_gaar_det"})
    tools_.emplace(id, std::make_unique<SteppedTool>());
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
    const ToolDefinition* definition = content.tool(id);
    const auto needed = definition ? tool->numbers(*definition) : std::vector<NumberNeed>{};
    for (Fault& fault : check_numbers(content, id, needed)) faults.push_back(std::move(fault));
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
