// Where everything stands on the sheet, in millimetres of paper. A pure function: measuring text
// comes in as an argument. Sizes follow how much there is to show; nothing is cut and nothing is
// left out. Fails when it would be too small to be read.
#pragma once

#include <vector>

#include "dialogue/scene/layout.h"
#include "kiosk/report/sheet.h"

namespace aktiv::report {

struct PlacedPicture {
  PictureId id;
  RectMm where;
};

struct SheetLayout {
  std::vector<RectMm> cards;
  std::vector<RectMm> bars;  // beside own words
  std::vector<PlacedPicture> pictures;
  std::vector<PlacedText> texts;  // in reading order
};

Result<SheetLayout> lay_sheet(const Sheet& sheet, const SheetLook& look,
                              const TextMeasure& measure);

}  // namespace aktiv::report
