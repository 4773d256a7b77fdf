// What is drawn rather than written: the poster that a citizen saw at the end of a talk, and the
// sheet that they took home. Drawn by whoever puts the program together, with the same brushes as
// the kiosk. Called from several threads. Faults never hold what was said.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"
#include "dialogue/model/tool_cards.h"
#include "dialogue/scene/scene.h"
#include "kiosk/casefile/exports/paper.h"

namespace aktiv::casefile {

struct SheetOf {
  std::string language;           // of the conversation
  std::vector<PictureId> signs;   // the citizen's sign-in pictures
  std::vector<ToolCards> chosen;  // what each talk of the conversation ended with
};

struct Papers {
  std::function<Result<std::string>(const Scene& scene)> poster;   // PNG
  std::function<Result<std::string>(const SheetOf& sheet)> sheet;  // PDF, one A4 page
  // PDF, A4; before it the sheet, where there is one.
  std::function<Result<std::string>(const Paper& paper, const std::optional<SheetOf>& sheet)> paper;
  // A JPEG or PNG of a camera as an upright square JPEG with nothing but the picture in it.
  std::function<Result<std::string>(std::string_view file)> photo;
};

}  // namespace aktiv::casefile
