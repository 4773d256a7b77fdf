#include "kiosk/storage/clock.h"

#include <time.h>

#include <chrono>
#include <fstream>

namespace aktiv::storage {
namespace {

std::string boot_name() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string name;
  std::getline(file, name);
  return name;
}

int64_t since_boot_ms() {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

}  // namespace

Clock system_clock() {
  return [boot = boot_name()] {
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    return Moment{std::chrono::duration_cast<std::chrono::milliseconds>(wall).count(),
                  since_boot_ms(), boot};
  };
}

}  // namespace aktiv::storage
