// Small files that must be whole or absent after a power cut: written beside, synced, renamed, and
// the folder synced. Trouble names the path and what staff can do.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::storage {

// Called before every sync. Only a test disk gives one.
using BeforeSync = std::function<void()>;

void make_private_dir(const std::filesystem::path& dir);  // 0700
std::string read_whole(const std::filesystem::path& file);
void write_durably(const std::filesystem::path& file, std::string_view bytes,
                   const BeforeSync& before_sync);  // 0600
void sync_dir(const std::filesystem::path& dir, const BeforeSync& before_sync);
// Overwritten with zeros, synced, unlinked. On flash the old cells may remain: README, "Limits".
void shred(const std::filesystem::path& file, const BeforeSync& before_sync);

// NoRoom where the error is a full disk.
[[noreturn]] void file_trouble(const std::string& what, const std::filesystem::path& file,
                               int error);

// One program at a time on a folder. Held while it lives.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& data_dir);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace aktiv::storage
