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

// Within a kiosk's data folder: each folder that is laid there holds decks of the day centre's own.
constexpr const char* laid_decks_name = "decks";
// Its folders with a deck in them, by name; none where it is missing.
std::vector<std::filesystem::path> deck_folders(const std::filesystem::path& folder);

// A folder that is laid out as <share> is, with one at least of decks, tools and locales in it.
bool is_content_folder(const std::filesystem::path& folder);
// The same, with what `folder` has of those three in the place of <share>'s.
Loaded read_content_in(const std::filesystem::path& folder, const std::filesystem::path& share,
                       const std::vector<std::filesystem::path>& own_decks = {});

}  // namespace aktiv
