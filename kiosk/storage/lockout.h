// Five tries, then waits that grow: 30 s, 1, 2, 5, 10 and from then on 30 minutes. Pure.
// Within one boot the wait is counted on a clock that cannot jump. Across a boot only the wall
// clock is left: time that seems to have gone backwards counts as no time, so a wait is never
// shortened by it, and what is left is never more than the wait itself.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/storage/clock.h"

namespace aktiv::storage {

inline constexpr int free_tries = 5;

struct Lockout {
  int failures = 0;
  int64_t wait_ms = 0;  // counted from `since`
  Moment since;

  bool operator==(const Lockout&) const = default;
};

// Where the boot's name cannot be read, a clock that counts from nought again tells a boot.
bool is_same_boot(const Moment& earlier, const Moment& later);
int64_t wait_after(int failures);  // milliseconds
int64_t wait_left(const Lockout& lockout, const Moment& now);
Lockout after_failure(const Lockout& lockout, const Moment& now);
int tries_left(const Lockout& lockout);  // before the next wait: 5 … 1, and 1 between the waits
// The same wait, counted from now on this boot's clock. Done for every lock when a store is opened.
Lockout anchored(const Lockout& lockout, const Moment& now);

}  // namespace aktiv::storage
