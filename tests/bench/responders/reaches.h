// Whether the tools reach what is asked of them: a pure habit is flagged, a steady responder with a
// noise of 10 % is not, and what they wish most is found. Where the written design cannot reach it,
// what would, measured in the same run. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/responders/study.h"

namespace aktiv {

constexpr double kNoise = 0.10;  // of the steady responder that the reaches are about

struct Studied {
  Design design;
  std::vector<std::pair<Invented, Tally>> tallies;
};

// What would reach it instead.
struct Remedy {
  std::string what;
  double value = 0;
};

struct DesignReach {
  std::string design;
  std::string what;
  std::string of;  // who it is counted for
  double value = 0;
  double bound = 0;
  bool is_at_most = false;
  // Empty: the written design can reach it, and missing it is a fault. Otherwise every remedy must
  // reach it, or what is said of the design has not been shown.
  std::vector<Remedy> remedies;

  bool holds(double reached) const { return is_at_most ? reached <= bound : reached >= bound; }
  bool is_met() const { return holds(value); }
  bool is_fault() const;
};

std::vector<DesignReach> reaches_of(const Studied& studied);

}  // namespace aktiv
