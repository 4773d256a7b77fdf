// What a talk ended with, as it was said back: the cards, and what was said in own words. The
// citizen's sheet shows it. Values.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/ids.h"

namespace aktiv {

struct ToolCards {
  ToolId tool;
  std::vector<CardRef> cards;
  std::vector<std::string> own_words = {};

  bool operator==(const ToolCards&) const = default;
};

}  // namespace aktiv
