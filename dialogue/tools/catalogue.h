// The tools that this program holds, by id. One line a tool. Immutable; any thread.
#pragma once

#include <map>
#include <memory>

#include "dialogue/tools/tool.h"

namespace aktiv {

class Catalogue {
 public:
  Catalogue();
  // nullptr: not a tool of this program.
  const Tool* find(const ToolId& id) const;
  std::vector<ToolId> ids() const;

 private:
  std::map<ToolId, std::unique_ptr<Tool>> tools_;
};

}  // namespace aktiv
