#include "dialogue/tools/cards_said_back.h"

namespace aktiv {

std::vector<ToolCards> cards_said_back(const Conversation& talk, const Catalogue& catalogue,
                                       const Content& content) {
  std::vector<ToolCards> all;
  for (const ToolRun& run : talk.runs) {
    const Tool* tool = catalogue.find(run.setup.tool);
    if (!run.is_said_back || tool == nullptr) continue;
    Tool::Said said = tool->say_back(run, content);
    if (!said.cards.empty()) all.push_back({run.setup.tool, std::move(said.cards)});
  }
  return all;
}

}  // namespace aktiv
