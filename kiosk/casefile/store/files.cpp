#include "kiosk/casefile/store/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace aktiv::casefile {
namespace {

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return ::fsync(file) == 0;
}

void sync_folder(const std::filesystem::path& folder) {
  const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return;
  ::fsync(directory);
  ::close(directory);
}

}  // namespace

Status write_private_file(const std::string& path, std::string_view bytes) {
  const std::filesystem::path target(path);
  std::error_code error;
  std::filesystem::create_directories(target.parent_path(), error);
  ::chmod(target.parent_path().c_str(), 0700);
  const std::string beside = path + ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0)
    return Fault{std::string("cannot be written: ") + std::strerror(errno), path,
                 "a writable folder"};
  const bool is_whole = write_all(file, bytes);
  const int reason = errno;
  ::close(file);
  if (!is_whole)
    return Fault{std::string("cannot be written: ") + std::strerror(reason), path,
                 "room on the disk"};
  if (std::rename(beside.c_str(), path.c_str()) != 0)
    return Fault{std::string("cannot be put in place: ") + std::strerror(errno), path, ""};
  sync_folder(target.parent_path());
  return {};
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Fault{"cannot be read", path, "a file that this account may read"};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace aktiv::casefile
