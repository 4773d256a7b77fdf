// How often a wish is said to have changed that has not, and how often one that has: four days with
// one invented responder, whose wishes stay or are turned round after the second. Chance is by
// seed; some seconds for 10,000 seeds; any thread.
#pragma once

#include <string>

#include "tests/bench/responders/study.h"

namespace aktiv {

struct Changes {
  int seeds = 0;
  int perhaps = 0;  // "ask again", after the fourth day
  int changed = 0;

  double part(int count) const { return static_cast<double>(count) / seeds; }
};

// Ends the program where a tool does not end, as study() does.
Changes over_four_days(const Engine& engine, const Design& design, const Responder& responder,
                       bool turns, int seeds);

// Noise 0 to 30 %, wishes that stay beside wishes that turn.
std::string changes_table(const Engine& engine, const Design& design, int seeds);

}  // namespace aktiv
