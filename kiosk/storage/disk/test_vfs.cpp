#include "kiosk/storage/disk/test_vfs.h"

#include <sqlite3.h>

#include <map>
#include <memory>
#include <mutex>
#include <new>

namespace aktiv::storage {
namespace {

struct Vfs {
  sqlite3_vfs base{};
  std::string name;
  DiskListener* listener = nullptr;
};

// What SQLite sees as its file; the system's own file lies right behind it.
struct File {
  sqlite3_file base;
  Vfs* vfs;
  std::string* path;
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}
DiskListener& listener(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file)->vfs->listener;
}
const std::string& path(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file)->path;
}

int close_file(sqlite3_file* file) {
  delete reinterpret_cast<File*>(file)->path;
  return real(file)->pMethods->xClose(real(file));
}
int read_file(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
  if (const int verdict = listener(file).on_read(path(file))) return verdict;
  return real(file)->pMethods->xRead(real(file), into, count, offset);
}
int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  const std::string_view view(static_cast<const char*>(bytes), static_cast<size_t>(count));
  if (const int verdict = listener(file).on_write(path(file), offset, view)) return verdict;
  return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (const int verdict = listener(file).on_truncate(path(file), size)) return verdict;
  return real(file)->pMethods->xTruncate(real(file), size);
}
int sync_file(sqlite3_file* file, int flags) {
  if (const int verdict = listener(file).on_sync(path(file))) return verdict;
  return real(file)->pMethods->xSync(real(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved(sqlite3_file* file, int* answer) {
  return real(file)->pMethods->xCheckReservedLock(real(file), answer);
}
int file_control(sqlite3_file* file, int what, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

const sqlite3_io_methods methods{
    1,         close_file,  read_file,      write_file,   truncate_file, sync_file,       file_size,
    lock_file, unlock_file, check_reserved, file_control, sector_size,   characteristics, nullptr,
    nullptr,   nullptr,     nullptr,        nullptr,      nullptr};

sqlite3_vfs* system_vfs() {
  static sqlite3_vfs* const own = sqlite3_vfs_find("unix");
  return own;
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* shim = reinterpret_cast<File*>(file);
  shim->base.pMethods = nullptr;
  const int verdict = system_vfs()->xOpen(system_vfs(), name, real(file), flags, out_flags);
  if (verdict != SQLITE_OK) return verdict;
  shim->vfs = reinterpret_cast<Vfs*>(vfs);
  shim->path = new std::string(name ? name : "");
  shim->base.pMethods = &methods;
  return SQLITE_OK;
}
int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
  return system_vfs()->xDelete(system_vfs(), name, sync_folder);
}

}  // namespace

void register_test_vfs(const std::string& name, DiskListener& with) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<Vfs>> registered;
  const std::lock_guard guard(mutex);
  auto& vfs = registered[name];
  if (vfs) {
    vfs->listener = &with;
    return;
  }
  vfs = std::make_unique<Vfs>();
  vfs->base = *system_vfs();
  vfs->name = name;
  vfs->listener = &with;
  vfs->base.pNext = nullptr;
  vfs->base.zName = vfs->name.c_str();
  vfs->base.szOsFile = static_cast<int>(sizeof(File)) + system_vfs()->szOsFile;
  vfs->base.xOpen = open_file;
  vfs->base.xDelete = delete_file;
  sqlite3_vfs_register(&vfs->base, 0);
}

}  // namespace aktiv::storage
