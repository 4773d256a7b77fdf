// A conversation in preparation: what the tool that was chosen allows. Values; thread: the loop's.
#pragma once

#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {

struct CardLimits {
  size_t least = 0, most = 0;
};

struct Preparing {
  Work& work;
  SessionPrepared prepared;

  const ToolDefinition* tool() const { return work.content().tool(prepared.setup.tool); }
  void choose(const ToolDefinition& tool);
  void choose_way(int way);
  // Cards are met two by two, and not sorted into places.
  bool has_pairs() const;
  bool may_be_extended() const;
  // How many cards the tool is held with when they are chosen here.
  CardLimits limits() const;
  // None chosen: the tool draws them.
  bool has_fitting_cards() const;
};

}  // namespace aktiv::mentor
