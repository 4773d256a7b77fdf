// An SQLite VFS over the system's own that tells a listener of every write, cut and sync, and lets
// it refuse: slow disks, full disks, failing disks and cut power are made with it. Only tests and
// bench. The listener must outlive every database opened through it. Exclusive locking mode only
// (no shared memory).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aktiv::storage {

class DiskListener {
 public:
  virtual ~DiskListener() = default;
  // Each returns SQLITE_OK (0) to go on, or the SQLite error that the disk shall answer.
  virtual int on_write(const std::string& /*file*/, int64_t /*offset*/,
                       std::string_view /*bytes*/) {
    return 0;
  }
  virtual int on_truncate(const std::string& /*file*/, int64_t /*size*/) { return 0; }
  virtual int on_sync(const std::string& /*file*/) { return 0; }
  virtual int on_read(const std::string& /*file*/) { return 0; }
};

// Registers (or re-registers) the VFS under this name.
void register_test_vfs(const std::string& name, DiskListener& listener);

}  // namespace aktiv::storage
