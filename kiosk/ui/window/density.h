// How many pixels a millimetre has. Pure. A display that lies (0, 1 or 2,000 dots an inch are all
// seen in the field) is not believed: 96 dots an inch is taken and a Fault says so, for staff to
// configure it.
#pragma once

#include <optional>

#include "dialogue/model/result.h"

namespace aktiv::ui {

struct ReportedDensity {
  double across_dpi = 0;
  double down_dpi = 0;
};

struct Density {
  double px_per_mm = 96.0 / 25.4;
  std::optional<Fault> fault;
};

// configured wins; none reported: the display says nothing.
Density density_of(std::optional<double> configured_px_per_mm,
                   std::optional<ReportedDensity> reported);

}  // namespace aktiv::ui
