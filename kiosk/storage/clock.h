// What time it is, as an argument: tests move it, a kiosk reads it. Values; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace aktiv::storage {

// wall_ms is UTC and may jump; boot_ms only ever grows while `boot` stays the same
// (CLOCK_BOOTTIME).
struct Moment {
  int64_t wall_ms = 0;
  int64_t boot_ms = 0;
  std::string boot;  // changes at every boot of the machine

  bool operator==(const Moment&) const = default;
};

using Clock = std::function<Moment()>;

Clock system_clock();

}  // namespace aktiv::storage
