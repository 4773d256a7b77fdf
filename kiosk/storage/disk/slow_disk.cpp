#include "kiosk/storage/disk/slow_disk.h"

#include <chrono>
#include <cstdlib>
#include <thread>

#include "kiosk/storage/disk/test_vfs.h"
#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

constexpr int longest_delay_ms = 10'000;

class SlowDisk : public DiskListener {
 public:
  int on_sync(const std::string&) override {
    wait_like_a_slow_disk(delay_ms);
    return 0;
  }
  int delay_ms = 0;
};

}  // namespace

int fsync_delay_from_environment() {
  const char* text = std::getenv("AKTIV_FSYNC_DELAY_MS");
  if (!text) return 0;
  char* end = nullptr;
  const long delay = std::strtol(text, &end, 10);
  if (end == text || *end != '\0' || delay < 0 || delay > longest_delay_ms)
    trouble("the delay of the test disk is not a number of milliseconds", "AKTIV_FSYNC_DELAY_MS",
            "0 to 10000");
  return static_cast<int>(delay);
}

void wait_like_a_slow_disk(int delay_ms) {
  std::this_thread::sleep_for(std::chrono::milliseconds(delay_ms));
}

std::string slow_vfs(int delay_ms) {
  static SlowDisk disk;
  disk.delay_ms = delay_ms;
  register_test_vfs("aktiv-slow", disk);
  return "aktiv-slow";
}

}  // namespace aktiv::storage
