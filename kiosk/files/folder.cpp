#include "kiosk/files/folder.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace aktiv {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t most_bytes = 4u << 20;

Fault unreadable(const fs::path& path, const std::string& why, const std::string& expected) {
  return {"cannot read it: " + why, path.string(), expected};
}

}  // namespace

Result<SourceFile> read_source(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error) return unreadable(file, error.message(), "a readable file");
  if (size > most_bytes) return unreadable(file, "it is too large", "at most 4 MiB of text");
  std::ifstream in(file, std::ios::binary);
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  if (!in || static_cast<std::uintmax_t>(in.gcount()) != size)
    return unreadable(file, "it ended early or is not allowed to be read", "a readable file");
  return SourceFile{(file.parent_path().filename() / file.filename()).string(), std::move(text)};
}

Result<std::vector<SourceFile>> read_folder(const fs::path& folder, std::string_view extension) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error))
    if (entry->path().extension() == extension) paths.push_back(entry->path());
  if (error) return unreadable(folder, error.message(), "a readable folder");
  std::sort(paths.begin(), paths.end());

  std::vector<SourceFile> files;
  for (const auto& path : paths) {
    auto file = read_source(path);
    if (!file) return file.error();
    files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace aktiv
