// The area's own colours, sizes, times and steps beside the theme, from
// share/aktiv/theme/mentor.toml. Millimetres on the full glass; seconds. Errors: a Fault naming
// file and field. Values.
#pragma once

#include <filesystem>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/ui/theme/theme.h"

namespace aktiv::mentor {

// What can be chosen for a citizen, in the units of AccessProfile; each from the least.
struct AccessSteps {
  std::vector<int> text_percent, most_choices, hold_ms, same_touch_ms, words_a_minute,
      volume_percent, dwell_ms, scan_period_ms, scan_accept_ms, scan_rounds, pitch,
      sentence_pause_ms;
};

struct Look {
  ui::Theme theme;
  ui::Colour pill_kept, pill_waiting, pill_trouble, pill_text;
  double header = 0, margin = 0, title = 0, heading = 0, pad = 0;
  double tile = 0, tile_picture = 0, pill_corner = 0, outline = 0;
  int64_t idle_ms = 0, idle_warning_ms = 0;
  AccessSteps access;
};

Result<Look> read_look(const std::filesystem::path& share, const ui::Theme& theme);

}  // namespace aktiv::mentor
