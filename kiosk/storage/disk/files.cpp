#include "kiosk/storage/disk/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace fs = std::filesystem;
namespace {

struct Descriptor {
  int fd;
  explicit Descriptor(int opened) : fd(opened) {}
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

std::string remedy(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free space on this disk; what was kept before is still there";
    case EROFS:
      return "a folder that can be written to; the disk is mounted read-only";
    case EACCES:
    case EPERM:
      return "a folder that belongs to the account that runs the kiosk";
    case ENOENT:
      return "the file in its place";
    default:
      return "a disk without errors; copy the folder aside before anything else";
  }
}

void write_all(int fd, std::string_view bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) file_trouble("cannot be written", file, errno);
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
}

void sync_file(int fd, const fs::path& file, const BeforeSync& before_sync) {
  if (before_sync) before_sync();
  if (::fsync(fd) != 0) file_trouble("cannot be brought safely to the disk", file, errno);
}

}  // namespace

void file_trouble(const std::string& what, const fs::path& file, int error) {
  Fault fault{what + " (" + std::strerror(error) + ")", file.string(), remedy(error)};
  if (error == ENOSPC || error == EDQUOT) throw NoRoom{{std::move(fault)}};
  throw Trouble{std::move(fault)};
}

void make_private_dir(const fs::path& dir) {
  if (::mkdir(dir.c_str(), 0700) == 0) return;
  if (errno == EEXIST) return;
  if (errno == ENOENT && dir.has_parent_path() && dir.parent_path() != dir) {
    make_private_dir(dir.parent_path());
    if (::mkdir(dir.c_str(), 0700) == 0) return;
  }
  file_trouble("the folder cannot be made", dir, errno);
}

std::string read_whole(const fs::path& file) {
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.fd < 0) file_trouble("cannot be read", file, errno);
  std::string bytes;
  char part[4096];
  for (;;) {
    const ssize_t got = ::read(in.fd, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) file_trouble("cannot be read", file, errno);
    if (got == 0) return bytes;
    bytes.append(part, static_cast<size_t>(got));
  }
}

void write_durably(const fs::path& file, std::string_view bytes, const BeforeSync& before_sync) {
  const fs::path beside = file.string() + ".new";
  try {
    const Descriptor out(
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (out.fd < 0) file_trouble("cannot be written", beside, errno);
    write_all(out.fd, bytes, beside);
    sync_file(out.fd, beside, before_sync);
    if (::rename(beside.c_str(), file.c_str()) != 0)
      file_trouble("cannot be replaced", file, errno);
  } catch (...) {
    ::unlink(beside.c_str());
    throw;
  }
  sync_dir(file.parent_path(), before_sync);
}

void sync_dir(const fs::path& dir, const BeforeSync& before_sync) {
  const Descriptor in(::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (in.fd < 0) file_trouble("the folder cannot be opened", dir, errno);
  sync_file(in.fd, dir, before_sync);
}

void shred(const fs::path& file, const BeforeSync& before_sync) {
  {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (out.fd < 0 && errno == ENOENT) return;
    if (out.fd < 0) file_trouble("cannot be overwritten", file, errno);
    struct stat about {};
    if (::fstat(out.fd, &about) != 0) file_trouble("cannot be read", file, errno);
    write_all(out.fd, std::string(static_cast<size_t>(about.st_size), '\0'), file);
    sync_file(out.fd, file, before_sync);
  }
  if (::unlink(file.c_str()) != 0) file_trouble("cannot be removed", file, errno);
  sync_dir(file.parent_path(), before_sync);
}

FolderLock::FolderLock(const fs::path& data_dir) {
  const fs::path file = data_dir / "lock";
  fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd_ < 0) file_trouble("the folder cannot be written to", file, errno);
  if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(fd_);
  trouble("another program has this folder open", data_dir.string(),
          "one kiosk at a time on a folder; stop the other, or choose another folder with --data");
}

FolderLock::~FolderLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace aktiv::storage
