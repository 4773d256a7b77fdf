// How the sheet looks, from share/aktiv/theme/sheet.toml: colours, and sizes in millimetres of
// paper. Values. Errors: a Fault naming file and field, and what would be right.
#pragma once

#include <filesystem>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"
#include "kiosk/ui/text/typeface.h"

namespace aktiv::report {

struct SheetLook {
  ui::Colour ink, card, bar;
  struct {
    double width = 0, height = 0, margin = 0;
  } page;
  struct {  // em; `least` is the smallest share of these that is still read
    double title = 0, heading = 0, label_most = 0, label_least = 0, quote = 0, line = 0, least = 0;
  } text;
  struct {
    double sign = 0, under_title = 0, section = 0, under_heading = 0, between = 0;
    double bar = 0, bar_gap = 0, line_picture = 0;
  } space;
  struct {  // tallest: height of a card by its width; beside: width by height from which the
            // words stand beside the picture
    double gap = 0, corner = 0, stroke = 0, inset = 0, least_height = 0, tallest = 0, beside = 0;
  } cards;
  struct {  // what is handed on (document.h): em, and millimetres between
    double title = 0, heading = 0, label = 0, text = 0, source = 0;
    double section = 0, line = 0, indent = 0;
  } document;
};

// share: the folder that holds theme/.
Result<SheetLook> read_sheet_look(const std::filesystem::path& share);

}  // namespace aktiv::report
