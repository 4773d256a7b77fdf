// Where the programs' data files lie. Reads the environment and the executable's own place; any
// thread.
#pragma once

#include <filesystem>

#include "dialogue/model/result.h"

namespace aktiv {

// AKTIV_SHARE when it is set, else ../share/aktiv beside the executable's folder. Fails, with the
// place that was looked at, when there is no such folder.
Result<std::filesystem::path> share_dir();

}  // namespace aktiv
