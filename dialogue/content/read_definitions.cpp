#include <algorithm>
#include <utility>

#include "dialogue/content/draft.h"
#include "dialogue/content/fields.h"

namespace aktiv {
namespace {

constexpr int highest_number = 1'000'000;

void read_numbers(const SourceFile& file, const SourceNode& node, ToolDefinition& tool,
                  Draft& draft) {
  Fields fields(file, node, "table of numbers", draft.faults);
  for (const auto& [name, value] : node.members) {
    tool.numbers[name] = fields.number(name, 0, highest_number);
    tool.number_where[name] = fields.where(name);
  }
}

ToolDefinition read_tool(const SourceFile& file, const SourceNode& root, Draft& draft) {
  Fields fields(file, root, "tool", draft.faults);
  ToolDefinition tool;
  tool.where = fields.where("id");
  tool.id = ToolId(fields.id("id"));
  tool.number = fields.number("number", 1, 1000);
  tool.version = fields.number("version", 1, highest_number);
  tool.ways = fields.numbers("ways");
  tool.main_way = fields.number("main_way", 1, 4);
  tool.decks = fields.texts("decks");
  tool.themes = fields.text_or("themes", "");
  tool.places = fields.text_or("places", "");
  tool.screens = fields.texts("screens");
  tool.picture = PictureId(fields.text("picture"));
  for (const auto& screen : tool.screens)
    draft.screens.push_back({screen, fields.where("screens")});
  tool.numbers_where = fields.where("numbers");
  if (const auto* numbers = fields.table("numbers")) read_numbers(file, *numbers, tool, draft);
  fields.refuse_unread();
  return tool;
}

void read_way(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "way", draft.faults);
  const int way = fields.number("id", 1, 4);
  const int choices = fields.number("choices", 2, 40);
  fields.refuse_unread();
  if (!draft.content.way_limits.emplace(way, choices).second)
    draft.fault("way " + std::to_string(way) + " stands twice", fields.where(), "one [[way]] each");
}

void read_frame(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "frame", draft.faults);
  fields.id("id");
  for (const auto& screen : fields.texts("screens"))
    draft.screens.push_back({screen, fields.where("screens")});
  fields.refuse_unread();
}

void read_conversation(const SourceFile& file, const SourceNode& root, Draft& draft) {
  Fields fields(file, root, "conversation", draft.faults);
  for (const auto* way : fields.tables("way")) read_way(file, *way, draft);
  for (const auto* frame : fields.tables("frame")) read_frame(file, *frame, draft);
  fields.refuse_unread();
}

}  // namespace

void read_definitions(const std::vector<SourceFile>& files, Draft& draft) {
  for (const auto& file : files) {
    const auto root = parse_toml(file);
    if (!root) {
      draft.faults.push_back(root.error());
    } else if (root->find("way") != nullptr || root->find("frame") != nullptr) {
      read_conversation(file, *root, draft);
    } else {
      draft.content.tools.push_back(read_tool(file, *root, draft));
    }
  }
  std::stable_sort(draft.content.tools.begin(), draft.content.tools.end(),
                   [](const auto& one, const auto& other) { return one.number < other.number; });
}

}  // namespace aktiv
