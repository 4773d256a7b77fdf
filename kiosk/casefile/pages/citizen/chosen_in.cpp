#include "kiosk/casefile/pages/citizen/chosen_in.h"

#include "dialogue/engine/event.h"
#include "dialogue/model/lines.h"
#include "dialogue/tools/cards_said_back.h"

namespace aktiv::casefile {

std::vector<ToolCards> chosen_in(const std::vector<Submission>& talks, const Engine& engine) {
  std::vector<ToolCards> chosen;
  for (const Submission& said : talks) {
    const auto talk = replay(lines_of(said.session_record));
    if (!talk) continue;
    for (auto& one : cards_said_back(*talk, engine.catalogue(), engine.content()))
      chosen.push_back(std::move(one));
  }
  return chosen;
}

}  // namespace aktiv::casefile
