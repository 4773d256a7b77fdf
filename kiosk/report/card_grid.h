// Cards of one size in rows: how many beside each other, and how large, so that the pictures are as
// large as the room allows and no card stands alone in the last row. Pure.
#pragma once

#include <string>
#include <vector>

#include "dialogue/scene/layout.h"
#include "kiosk/report/sheet_look.h"

namespace aktiv::report {

struct CardGrid {
  int columns = 0;  // 0: nothing fits
  int rows = 0;     // of all groups
  double width = 0, height = 0;
  double em = 0;                // of the labels, all alike
  double label_height = 0;      // of the longest
  bool is_beside = false;       // the words stand beside the picture
  RectMm picture_in, label_in;  // within a card
};

// How many cards each row of a group has: rows differ by one at most, and are as alike from below
// as from above.
std::vector<int> rows_of(int cards, int columns);

// groups: the number of cards of each. height: for all rows and the gaps between the rows of a
// group.
CardGrid grid_of(const std::vector<int>& groups, const std::vector<std::string>& labels,
                 double width, double height, const SheetLook& look, const TextMeasure& measure);

}  // namespace aktiv::report
