// {"open":{…}} of drive: which conversation is wanted. Throws Refused, and nlohmann's own errors
// for a value of another kind; drive.cpp answers both. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "dialogue/engine/engine.h"

namespace aktiv::app {

// What cannot be done, in words for whoever drives.
struct Refused {
  Fault fault;
};

struct DriveOpening {
  SessionPrepared prepared;
  uint64_t seed = 0;
};

DriveOpening read_opening(std::string_view request, const Engine& engine);

}  // namespace aktiv::app
