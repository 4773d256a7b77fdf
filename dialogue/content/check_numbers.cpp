#include <algorithm>

#include "dialogue/content/content.h"

namespace aktiv {
namespace {

std::string bounds_of(const NumberNeed& need) {
  const std::string least = std::to_string(need.least);
  return need.least == need.most ? least : least + " to " + std::to_string(need.most);
}

void check_one(const ToolDefinition& tool, const NumberNeed& need, std::vector<Fault>& faults) {
  const std::string right = need.name + " = " + bounds_of(need);
  const auto found = tool.numbers.find(need.name);
  if (found == tool.numbers.end()) {
    faults.push_back({"the tool '" + tool.id.value + "' has no number '" + need.name + "'",
                      tool.numbers_where, right + ", under [numbers]"});
    return;
  }
  const std::string what = "'" + need.name + "' is " + std::to_string(found->second);
  const std::string& where = tool.number_where.at(need.name);
  if (found->second < need.least || found->second > need.most) {
    faults.push_back({what, where, right});
    return;
  }
  const auto above = tool.numbers.find(need.not_above);
  if (above != tool.numbers.end() && found->second > above->second)
    faults.push_back({what + ", and '" + above->first + "' is " + std::to_string(above->second),
                      where, need.name + " = at most " + above->first});
}

std::string names_of(const std::vector<NumberNeed>& needed) {
  std::string names;
  for (const NumberNeed& need : needed) names += (names.empty() ? "" : ", ") + need.name;
  return names.empty() ? "no numbers" : "one of: " + names;
}

}  // namespace

std::vector<Fault> check_numbers(const Content& content, const ToolId& id,
                                 const std::vector<NumberNeed>& needed) {
  const auto* tool = content.tool(id);
  if (tool == nullptr)
    return {{"there is no definition of the tool '" + id.value + "'", "tools", id.value + ".toml"}};
  std::vector<Fault> faults;
  for (const NumberNeed& need : needed) check_one(*tool, need, faults);
  for (const auto& [name, value] : tool->numbers)
    if (std::ranges::find(needed, name, &NumberNeed::name) == needed.end())
      faults.push_back({"nothing goes by the number '" + name + "' of the tool '" + id.value + "'",
                        tool->number_where.at(name), names_of(needed)});
  return faults;
}

}  // namespace aktiv
