// Ogg/Opus out, for what a person says: mono, 24 kbit/s, nothing about who or when in its comments.
// Pure; any thread. About 20 ms for each second of sound.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "dialogue/model/result.h"

namespace aktiv::speech {

// rate_hz: 8,000 to 48,000. Refuses no sound at all.
Result<std::string> write_opus(std::span<const int16_t> samples, int rate_hz);

}  // namespace aktiv::speech
