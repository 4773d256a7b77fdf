// Where a mentor's photos come from: sticks and cards that are plugged in, and the folders on them.
// Reading them blocks for as long as a bad stick does: never on the loop. Errors: a Fault with the
// folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::photos {

// A stick, or a folder or file on it; `name` is what staff know it by.
struct Place {
  std::filesystem::path path;
  std::string name;
  bool is_folder = true;

  bool operator==(const Place&) const = default;
};

// What is mounted at or under one of the roots, by the lines of /proc/self/mounts (fstab(5): a
// space is written \040).
std::vector<Place> mounted_sticks(std::string_view mounts,
                                  const std::vector<std::filesystem::path>& roots);

// What is plugged in now: under /media, /run/media and /mnt.
std::vector<Place> sticks();

// Folders first, then pictures, each by name; at most most_places. Pictures of a kind that cannot
// be used are there too, so that whoever looks for them is told why. Hidden files and links are
// left out.
constexpr size_t most_places = 2000;
Result<std::vector<Place>> places_in(const std::filesystem::path& folder);

}  // namespace aktiv::photos
