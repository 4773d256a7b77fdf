// A FHIR resource says the same names over and over: squeezed (Zstandard) it takes a sixth of the
// disk, and less time than the disk saves. Before the seal, for sealed bytes cannot be squeezed.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

std::string squeezed(std::string_view text);
// Also what was kept before anything was squeezed, as it is: JSON begins with no Zstandard frame.
// Fails where a frame is damaged, or says that it holds more than any resource does.
Result<std::string> unsqueezed(std::string bytes);

}  // namespace aktiv::casefile
