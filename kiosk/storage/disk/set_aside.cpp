#include "kiosk/storage/disk/set_aside.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/storage/disk/files.h"

namespace aktiv::storage {

void SetAside::set_aside() const {
  std::error_code error;
  if (std::filesystem::file_size(file_, error) == static_cast<uintmax_t>(size_bytes) && !error)
    return;
  const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return;
  const bool is_whole = ::posix_fallocate(fd, 0, size_bytes) == 0;
  ::close(fd);
  if (!is_whole) ::unlink(file_.c_str());
}

void SetAside::give_back() const {
  if (::unlink(file_.c_str()) != 0) return;
  // Some file systems hand out freed blocks only when the folder's change is on the disk.
  sync_dir(file_.parent_path(), {});
}

}  // namespace aktiv::storage
