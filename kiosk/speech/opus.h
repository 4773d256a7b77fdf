// Ogg/Opus in. Pure; any thread.
#pragma once

#include <cstddef>
#include <span>

#include "dialogue/model/result.h"
#include "kiosk/speech/wav.h"

namespace aktiv::speech {

// At most longest_s seconds are decoded, and one sample more where there is more, so that the
// caller can tell. Fails with what is wrong and what would be right; `where` is left empty.
Result<RawSound> read_opus(std::span<const char> bytes, size_t longest_s);

}  // namespace aktiv::speech
