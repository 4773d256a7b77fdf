// The sheet's words and pictures, from what was said and the content's texts. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/tool_cards.h"
#include "kiosk/report/sheet.h"

namespace aktiv::report {

struct SheetFacts {
  std::string language;           // of the conversation
  std::vector<PictureId> signs;   // the citizen's sign-in picture, or the two of them
  std::vector<ToolCards> chosen;  // the same tool twice is one group, each card once
  std::string next_meeting;       // as the mentor wrote it; empty = not known
  std::string mentor;             // name; empty = not known
};

Sheet compose(const SheetFacts& facts, const Content& content);

}  // namespace aktiv::report
