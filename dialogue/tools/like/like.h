// Tool 2, Kan lide: cards from two themes are put in three places (or two), then favourites are
// chosen. Ways 2 and 3. Pure; any thread.
#pragma once

#include "dialogue/tools/tool.h"

namespace aktiv {

class Like : public Tool {
 public:
  std::vector<NumberNeed> numbers(const ToolDefinition& definition) const override;
  Plan draw(const ToolSetup& setup, const Content& content, Draws& draws) const override;
  Question ask(const ToolRun& run, int told, const Content& content) const override;
  Findings find(const ToolRun& run, const Content& content) const override;
  Said say_back(const ToolRun& run, const Content& content) const override;
  Question ask_again(const ToolRun& run, const Content& content) const override;
};

}  // namespace aktiv
