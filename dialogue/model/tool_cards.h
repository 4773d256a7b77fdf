// The cards that a talk ended with, as they were said back: what the citizen's sheet shows. Values.
#pragma once

#include <vector>

#include "dialogue/model/ids.h"

namespace aktiv {

struct ToolCards {
  ToolId tool;
  std::vector<CardRef> cards;

  bool operator==(const ToolCards&) const = default;
};

}  // namespace aktiv
