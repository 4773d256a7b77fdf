#include "kiosk/files/keep_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "kiosk/files/open_file.h"

namespace aktiv {
namespace fs = std::filesystem;
namespace {

Fault failed(const std::string& what, const fs::path& where) {
  return {what + ": " + std::strerror(errno), where.string(), "a folder with room in it"};
}

Status write_all(int file, std::string_view bytes, const fs::path& where) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return failed("the file cannot be written", where);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  if (::fsync(file) != 0) return failed("the file cannot be brought safely to the disk", where);
  return {};
}

}  // namespace

Status keep_file(const fs::path& place, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(place.parent_path(), error);
  const auto beside = fs::path(place.string() + ".new");
  const OpenFile file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (file.number() < 0) return failed("the file cannot be kept", beside);
  if (Status written = write_all(file.number(), bytes, beside); !written) {
    fs::remove(beside, error);
    return written;
  }
  if (std::rename(beside.c_str(), place.c_str()) != 0)
    return failed("the file cannot be kept", place);
  const OpenFile around(::open(place.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (around.number() < 0 || ::fsync(around.number()) != 0)
    return failed("the file cannot be brought safely to the disk", place);
  return {};
}

Result<bool> remove_kept_file(const fs::path& place) {
  std::error_code error;
  const bool was_there = fs::remove(place, error);
  if (error)
    return Fault{"the file cannot be taken away: " + error.message(), place.string(),
                 "a folder that may be written"};
  return was_there;
}

}  // namespace aktiv
