// Tells the service manager that the kiosk lives (systemd's notify protocol), so that a kiosk whose
// loop stands still in front of a person is started again. Silent where no manager asked for it.
// Owns its socket. Never waits. Times: milliseconds of a clock that never goes back. Thread: the
// loop's.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "dialogue/model/result.h"

namespace aktiv::app {

class Watchdog {
 public:
  using Environment = std::function<const char*(const char*)>;

  // NOTIFY_SOCKET and WATCHDOG_USEC. WATCHDOG_PID is not looked at: the manager's own process is
  // the compositor, and the kiosk runs inside it. Fails: an address that cannot be used.
  static Result<Watchdog> open(const Environment& environment);

  Watchdog() = default;
  ~Watchdog();
  Watchdog(Watchdog&& other) noexcept;
  Watchdog& operator=(Watchdog&& other) noexcept;

  // The loop came round and what was to be seen is seen. Sends when half of the time is over.
  void alive(int64_t now_ms);
  // When to come round though nothing happens; none: nobody listens.
  std::optional<int64_t> due_ms() const;

 private:
  int socket_ = -1;
  int64_t pause_ms_ = 0;
  std::optional<int64_t> told_ms_;
};

}  // namespace aktiv::app
