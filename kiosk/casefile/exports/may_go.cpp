#include "kiosk/casefile/exports/may_go.h"

#include <algorithm>
#include <map>

namespace aktiv::casefile {
namespace {

constexpr int64_t a_year_ms = 365ll * 86'400'000;
constexpr size_t most_recent = 6;

// Of each tool the plan asks for: whether the last year's are wanted, or the newest alone.
std::map<std::string, bool> wanted_tools(const Content& content, const ExportPlan& plan) {
  std::map<std::string, bool> wanted;
  for (const ExportSection& section : plan.sections)
    for (const ToolDefinition& tool : content.tools)
      if (std::ranges::find(section.talks, tool.number) != section.talks.end())
        wanted[tool.id.value] |= section.is_recent;
  return wanted;
}

}  // namespace

bool is_shared_with(const Submission& said, const std::vector<std::string>& readers) {
  return !readers.empty() && std::ranges::all_of(readers, [&](const std::string& reader) {
    return std::ranges::find(said.readers, reader) != said.readers.end();
  });
}

MayGo may_go(const Content& content, const ExportPlan& plan,
             const std::vector<Submission>& newest_first, const std::vector<std::string>& readers,
             int64_t now_ms) {
  MayGo found;
  for (const auto& [tool, is_recent] : wanted_tools(content, plan)) {
    size_t count = 0;
    for (const Submission& said : newest_first) {
      if (said.tool.value != tool) continue;
      if (!is_shared_with(said, readers)) {
        ++found.kept_back;
        continue;
      }
      const bool is_wanted =
          is_recent ? count < most_recent && said.finished_ms > now_ms - a_year_ms : count == 0;
      if (is_wanted) found.talks.push_back(&said);
      ++count;
    }
  }
  std::ranges::stable_sort(found.talks, std::ranges::greater(), &Submission::finished_ms);
  return found;
}

}  // namespace aktiv::casefile
