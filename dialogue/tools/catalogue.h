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
  // Every tool has a definition with all its numbers, and every definition a tool.
  std::vector<Fault> check(const Content& content) const;

 private:
  std::map<ToolId, std::unique_ptr<Tool>> tools_;
};

}  // namespace aktiv
