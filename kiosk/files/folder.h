// Reads small text files of one folder. Blocking; any thread. Content only: what a citizen says is
// never read or written here.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/result.h"

namespace aktiv {

// All files of the folder whose name ends in `extension` (".toml"), by name. Names are given as
// "<folder>/<file>", which is what faults point at. Fails when the folder is missing, a file cannot
// be read whole, or a file is larger than 4 MiB.
Result<std::vector<SourceFile>> read_folder(const std::filesystem::path& folder,
                                            std::string_view extension);

Result<SourceFile> read_source(const std::filesystem::path& file);

}  // namespace aktiv
