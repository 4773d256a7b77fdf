// What the link to the case file needs of this machine: the code list, the clock, chance, shown
// texts.
#pragma once

#include <filesystem>
#include <functional>

#include "dialogue/content/content.h"
#include "kiosk/app/outbox/case_file_link.h"

namespace aktiv::app {

// `store` and `content` outlive the link. Fails where the code list cannot be read.
Result<LinkParts> link_parts(storage::StoreThread& store, const std::filesystem::path& share,
                             const Content* content, std::function<void()> on_change);

}  // namespace aktiv::app
