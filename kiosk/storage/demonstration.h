// Three citizens and one mentor for a demonstration: no person stands behind them. Their own data
// folder is the caller's. Signs sunflower, boat and cat; the mentor's sign is the key, the PIN is
// 2468.
#pragma once

#include "kiosk/storage/store.h"

namespace aktiv::storage {

inline constexpr const char* demonstration_pin = "2468";

// Does nothing where they are already; refused where the store knows anybody else.
Status seed_demonstration(Store& store);

}  // namespace aktiv::storage
