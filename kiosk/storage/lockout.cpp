#include "kiosk/storage/lockout.h"

#include <algorithm>
#include <array>

namespace aktiv::storage {

bool is_same_boot(const Moment& earlier, const Moment& later) {
  return earlier.boot == later.boot && later.boot_ms >= earlier.boot_ms;
}

int64_t wait_after(int failures) {
  constexpr std::array<int64_t, 6> waits_s{30, 60, 120, 300, 600, 1800};
  if (failures < free_tries) return 0;
  const auto step =
      std::min<size_t>(static_cast<size_t>(failures - free_tries), waits_s.size() - 1);
  return waits_s[step] * 1000;
}

int64_t wait_left(const Lockout& lockout, const Moment& now) {
  if (lockout.wait_ms <= 0) return 0;
  const int64_t gone = is_same_boot(lockout.since, now) ? now.boot_ms - lockout.since.boot_ms
                                                        : now.wall_ms - lockout.since.wall_ms;
  return std::clamp<int64_t>(lockout.wait_ms - std::max<int64_t>(gone, 0), 0, lockout.wait_ms);
}

Lockout after_failure(const Lockout& lockout, const Moment& now) {
  const int failures = std::min(lockout.failures + 1, 1000);
  return {failures, wait_after(failures), now};
}

int tries_left(const Lockout& lockout) {
  return std::max(free_tries - lockout.failures, 1);
}

Lockout anchored(const Lockout& lockout, const Moment& now) {
  return {lockout.failures, wait_left(lockout, now), now};
}

}  // namespace aktiv::storage
