// A file that is whole or not there: written beside its place, brought to the disk, and then moved
// there. Blocking; any thread.
#pragma once

#include <filesystem>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv {

// Makes the folders it lies in. Only the user may read it. Fails with what the system said; what
// lay there before is then as it was.
Status keep_file(const std::filesystem::path& place, std::string_view bytes);

// Whether it was there. Fails where it cannot be taken away.
Result<bool> remove_kept_file(const std::filesystem::path& place);

}  // namespace aktiv
