// Photos that stand in the place of a card's drawing on this kiosk: <folder>/<list>/<card>.jpg, the
// day centre's own and nobody's in particular. Blocking; any thread, one at a time for a card.
// Errors: a Fault with the file. A power cut leaves the photo before or the photo after, whole.
#pragma once

#include <filesystem>
#include <map>
#include <string_view>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::photos {

// Within a kiosk's data folder.
constexpr const char* kept_photos_name = "pictures";

Status keep_photo(const std::filesystem::path& folder, const CardRef& card, std::string_view jpeg);
// The drawing comes back. false: there was no photo.
Result<bool> take_photo_away(const std::filesystem::path& folder, const CardRef& card);
// None where the folder is missing.
std::map<CardRef, std::filesystem::path> kept_photos(const std::filesystem::path& folder);

}  // namespace aktiv::photos
