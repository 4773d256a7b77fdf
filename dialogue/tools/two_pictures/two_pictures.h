// Tool 1, To billeder: two things at a time, and what a person turns to. Way 1: four cards; way 2:
// four or six. Pure; any thread.
#pragma once

#include "dialogue/tools/tool.h"

namespace aktiv {

class TwoPictures : public Tool {
 public:
  std::vector<NumberNeed> numbers(const ToolDefinition& definition) const override;
  Plan draw(const ToolSetup& setup, const Content& content, Draws& draws) const override;
  Question ask(const ToolRun& run, int told, const Content& content) const override;
  Findings find(const ToolRun& run, const Content& content) const override;
  Said say_back(const ToolRun& run, const Content& content) const override;
  Question ask_again(const ToolRun& run, const Content& content) const override;
};

}  // namespace aktiv
