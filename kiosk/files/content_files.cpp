#include "kiosk/files/content_files.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "dialogue/tools/catalogue.h"
#include "kiosk/files/folder.h"

namespace aktiv {
namespace fs = std::filesystem;
namespace {

void add_folder(const fs::path& folder, std::string_view extension, std::vector<SourceFile>& files,
                std::vector<Fault>& faults) {
  auto read = read_folder(folder, extension);
  if (!read) return faults.push_back(read.error());
  if (read->empty()) {
    faults.push_back(
        {"the folder is empty", folder.string(), "files named *" + std::string(extension)});
  }
  files.insert(files.end(), std::make_move_iterator(read->begin()),
               std::make_move_iterator(read->end()));
}

constexpr const char* parts[] = {"decks", "tools", "locales"};

}  // namespace

std::vector<fs::path> deck_folders(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const auto files = read_folder(entry->path(), ".toml");
    if (files && !files->empty()) found.push_back(entry->path());
  }
  std::ranges::sort(found);
  return found;
}

bool is_content_folder(const fs::path& folder) {
  return std::ranges::any_of(parts,
                             [&](const char* part) { return fs::is_directory(folder / part); });
}

Loaded read_content_in(const fs::path& folder, const fs::path& share,
                       const std::vector<fs::path>& own_decks) {
  const auto part = [&](const char* name) {
    return (fs::is_directory(folder / name) ? folder : share) / name;
  };
  std::vector<Fault> faults;
  std::vector<SourceFile> decks;
  std::vector<SourceFile> tools;
  std::vector<SourceFile> locales;
  add_folder(part("decks"), ".toml", decks, faults);
  for (const auto& own : own_decks) add_folder(own, ".toml", decks, faults);
  add_folder(part("tools"), ".toml", tools, faults);
  add_folder(part("locales"), ".po", locales, faults);
  if (!faults.empty()) return {{}, std::move(faults)};
  Loaded loaded = load_content(decks, tools, locales);
  for (Fault& fault : Catalogue().check(loaded.content)) loaded.faults.push_back(std::move(fault));
  return loaded;
}

Loaded read_content(const fs::path& share, const std::vector<fs::path>& own_decks) {
  return read_content_in(share, share, own_decks);
}

}  // namespace aktiv
