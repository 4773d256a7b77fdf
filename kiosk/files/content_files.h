// The built-in content, and a day centre's own decks, from files. Blocking; any thread.
#pragma once

#include <filesystem>
#include <vector>

#include "dialogue/content/content.h"

namespace aktiv {

// Reads <share>/{decks,tools,locales} and every folder of own decks (*.toml), and checks them
// together. What cannot be read is a fault like any other; any fault = content refused.
Loaded read_content(const std::filesystem::path& share,
                    const std::vector<std::filesystem::path>& own_decks = {});

}  // namespace aktiv
