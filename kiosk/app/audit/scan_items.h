// A switch at everything that a screen offers, through the same code that moves the ring, and what
// it costs. Time is invented. Pure.
#pragma once

#include <array>
#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::app {

// How far the ring goes to what is wanted, over all screens that were looked at.
struct ScanCost {
  size_t things = 0;
  size_t moves = 0;
  int most_moves = 0;
  std::string furthest;  // where that was
  size_t presses = 0;    // of the switch that chooses
};
// One by one, by lines, by groups.
using ScanCosts = std::array<ScanCost, 3>;
void add(ScanCosts& costs, const ScanCosts& others);

// 18: each thing is chosen, by each way of going through the screen, and in a line no further than
// its line and its place in it.
void check_scanning(audit::Report& report, const std::string& name, const Scene& scene,
                    const Layout& layout, ScanCosts& costs);

// A table in words and numbers, for whoever reads the audit.
std::string to_text(const ScanCosts& costs);

}  // namespace aktiv::app
