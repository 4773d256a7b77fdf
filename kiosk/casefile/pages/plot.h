// A few lines over time as SVG, drawn by the server: told apart by dash and mark as well as colour,
// each with its name at its end, and every value of them also in a table below. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

struct PlotPoint {
  int64_t at_ms = 0;
  double height = 0;   // 0 to 1
  std::string words;   // what the height says: "valgt 5 af 6 gange"
  std::string source;  // address of the talk behind it
};

struct PlotLine {
  std::string name;
  std::vector<PlotPoint> points;  // oldest first
};

inline constexpr size_t most_drawn = 5;  // more lines than this cannot be followed

struct Plot {
  std::string id;  // of the figure on its page
  std::string title;
  std::vector<std::string>
      levels;                   // words at evenly spaced heights, the highest first; two or more
  std::vector<PlotLine> lines;  // all stand in the table, the first most_drawn in the picture
};

Html plot_figure(const Words& words, const Plot& plot);

}  // namespace aktiv::casefile
