#include "tests/bench/responders/reaches.h"

#include <algorithm>

namespace aktiv {
namespace {

constexpr double kHabitLeast = 0.99;
constexpr double kWronglyMost = 0.05;
constexpr double kTopLeast = 0.95;

const Tally& with_noise(const Studied& studied) {
  for (const auto& [invented, tally] : studied.tallies)
    if (invented.kind == Kind::steady && invented.responder.noise == kNoise) return tally;
  return studied.tallies.front().second;
}

DesignReach habits(const Studied& studied) {
  DesignReach reach{studied.design.name, "a pure habit is flagged", "", 1, kHabitLeast, false, {}};
  for (const auto& [invented, tally] : studied.tallies) {
    const double flagged = tally.part(tally.flagged);
    if (invented.kind != Kind::habit || (!reach.of.empty() && flagged >= reach.value)) continue;
    reach.value = flagged;
    reach.of = invented.name + " (the least)";
  }
  return reach;
}

}  // namespace

bool DesignReach::is_fault() const {
  if (is_met()) return false;
  return remedies.empty() ||
         !std::ranges::all_of(remedies, [&](const Remedy& remedy) { return holds(remedy.value); });
}

std::vector<DesignReach> reaches_of(const Studied& studied) {
  const Tally& noisy = with_noise(studied);
  const std::string whom = "steady, noise 10 %";
  DesignReach wrongly{studied.design.name,
                      "a steady responder is wrongly flagged",
                      whom,
                      noisy.part(noisy.flagged),
                      kWronglyMost,
                      true,
                      {}};
  DesignReach top{studied.design.name,
                  "the true first is first or tied first",
                  whom,
                  noisy.part(noisy.top_right),
                  kTopLeast,
                  false,
                  {}};
  // One touch puts a card, and two cards are put twice: a touch that was not meant is a card that
  // moved, and one that was most wished may not come among the favourites.
  if (studied.design.setup.tool == ToolId("kan_lide")) {
    wrongly.remedies = {{"a card that moved far shown a third time, and marked only where that "
                         "agrees with neither",
                         noisy.part(noisy.flagged_after_third)},
                        {"only what is flagged on two days", noisy.part(noisy.flagged_on_both)}};
    const double repeated_right =
        noisy.repeated == 0 ? 0 : static_cast<double>(noisy.repeated_right) / noisy.repeated;
    top.remedies = {{"two days counted together, two cards side by side where they differ",
                     noisy.part(noisy.top_right_pooled)},
                    {"only a top that was the same on two days (gentaget)", repeated_right}};
  }
  return {habits(studied), wrongly, top};
}

}  // namespace aktiv
