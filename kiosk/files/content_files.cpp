#include "kiosk/files/content_files.h"

#include <iterator>
#include <string_view>
#include <utility>

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

}  // namespace

Loaded read_content(const fs::path& share, const std::vector<fs::path>& own_decks) {
  std::vector<Fault> faults;
  std::vector<SourceFile> decks;
  std::vector<SourceFile> tools;
  std::vector<SourceFile> locales;
  add_folder(share / "decks", ".toml", decks, faults);
  for (const auto& folder : own_decks) add_folder(folder, ".toml", decks, faults);
  add_folder(share / "tools", ".toml", tools, faults);
  add_folder(share / "locales", ".po", locales, faults);
  if (!faults.empty()) return {{}, std::move(faults)};
  return load_content(decks, tools, locales);
}

}  // namespace aktiv
