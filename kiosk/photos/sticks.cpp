#include "kiosk/photos/sticks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <sstream>

namespace aktiv::photos {
namespace fs = std::filesystem;
namespace {

// "Anna\040og\040Bo" as it is read.
std::string unescaped(const std::string& field) {
  const auto is_code = [&](size_t at) {
    const auto digits = field.substr(at + 1, 3);
    return digits.size() == 3 && digits.find_first_not_of("01234567") == std::string::npos;
  };
  std::string plain;
  for (size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || !is_code(i)) {
      plain += field[i];
      continue;
    }
    plain += static_cast<char>(std::stoi(field.substr(i + 1, 3), nullptr, 8));
    i += 3;
  }
  return plain;
}

bool is_within(const fs::path& place, const fs::path& root) {
  const auto [end, rest] = std::mismatch(root.begin(), root.end(), place.begin(), place.end());
  return end == root.end();
}

bool is_picture(const fs::path& file) {
  static constexpr std::array kinds = {".jpg",  ".jpeg", ".png", ".heic", ".heif", ".webp",
                                       ".avif", ".gif",  ".bmp", ".tif",  ".tiff"};
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return std::find(kinds.begin(), kinds.end(), ending) != kinds.end();
}

}  // namespace

std::vector<Place> mounted_sticks(std::string_view mounts, const std::vector<fs::path>& roots) {
  std::vector<Place> found;
  std::istringstream lines{std::string(mounts)};
  std::string device, point, rest;
  while (lines >> device >> point && std::getline(lines, rest)) {
    const fs::path place = unescaped(point);
    const auto is_here = [&](const fs::path& root) { return is_within(place, root); };
    if (std::any_of(roots.begin(), roots.end(), is_here))
      found.push_back({place, place.filename().string(), true});
  }
  std::sort(found.begin(), found.end(),
            [](const Place& one, const Place& other) { return one.path < other.path; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Place> sticks() {
  std::ifstream file("/proc/self/mounts");
  const std::string mounts{std::istreambuf_iterator<char>(file), {}};
  return mounted_sticks(mounts, {"/media", "/run/media", "/mnt"});
}

Result<std::vector<Place>> places_in(const fs::path& folder) {
  std::vector<Place> found;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const auto name = entries->path().filename().string();
    std::error_code kind_error;
    const auto kind = entries->symlink_status(kind_error).type();
    if (kind_error || name.starts_with('.')) continue;
    if (kind == fs::file_type::directory)
      found.push_back({entries->path(), name, true});
    else if (kind == fs::file_type::regular && is_picture(name))
      found.push_back({entries->path(), name, false});
  }
  if (error)
    return Fault{"the folder cannot be read: " + error.message(), folder.string(),
                 "the stick left in its place"};
  std::sort(found.begin(), found.end(), [](const Place& one, const Place& other) {
    return one.is_folder != other.is_folder ? one.is_folder : one.name < other.name;
  });
  if (found.size() > most_places) found.resize(most_places);
  return found;
}

}  // namespace aktiv::photos
