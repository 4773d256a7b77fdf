// Small files that only this account may read: keys and certificates.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

// Written beside, synced, then renamed: never half a key. Mode 0600 from the first byte.
[[nodiscard]] Status write_private_file(const std::string& path, std::string_view bytes);
[[nodiscard]] Result<std::string> read_file(const std::string& path);

}  // namespace aktiv::casefile
