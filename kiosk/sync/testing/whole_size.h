// Within tests only: how much of a campaign this run takes.
#pragma once

#include <cstdlib>

namespace aktiv::sync {

// The whole of it with tests/run --full, and only at full speed: with sanitizers it would take
// hours.
inline unsigned size_of_campaign([[maybe_unused]] unsigned whole, unsigned ordinary) {
#ifdef NDEBUG
  if (std::getenv("AKTIV_FULL") != nullptr) return whole;
#endif
  return ordinary;
}

}  // namespace aktiv::sync
