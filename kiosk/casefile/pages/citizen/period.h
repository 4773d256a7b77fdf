// Years of talks are shown a year at a time: the last twelve months, one calendar year, or all.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

class Period {
 public:
  // From the address (?year=2025, ?year=all; else the twelve months up to the newest talk).
  Period(const Visit& visit, const CitizenView& view);

  bool holds(int64_t ms) const;
  // Those of the citizen's talks that it holds, newest first.
  std::vector<Submission> talks() const;
  // To the other periods of the same page; nothing where twelve months hold everything.
  Html links(const std::string& tail) const;

 private:
  const Words& words_;
  const CitizenView& view_;
  std::string chosen_;  // "", "2025", "all"
  int64_t newest_ms_ = 0;
  int64_t oldest_ms_ = 0;
};

}  // namespace aktiv::casefile
