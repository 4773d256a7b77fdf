#include "kiosk/storage/disk/open.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "kiosk/storage/disk/slow_disk.h"
#include "kiosk/storage/disk/sqlite_shelf.h"
#include "kiosk/storage/keys/kiosk_key.h"
#include "kiosk/storage/records/bytes.h"
#include "kiosk/storage/records/shelf_store.h"

namespace aktiv::storage {
namespace fs = std::filesystem;
namespace {

constexpr const char* database_name = "journal.db";
constexpr const char* witness_name = "witness";
constexpr unsigned char wal_format = 2;  // bytes 18 and 19 of the header

bool stands(const fs::path& path) {
  std::error_code error;
  const bool is_there = fs::exists(path, error);
  if (error) file_trouble("cannot be looked at", path, error.value());
  return is_there;
}

// The header's own words, before SQLite may touch anything.
void look_at_header(const fs::path& file) {
  if (!stands(file))
    trouble("the journal is missing", file.string(),
            "the journal that belongs to this key file: restore a backup; nothing was made in its "
            "place");
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) file_trouble("the journal cannot be read", file, errno);
  unsigned char head[100];
  const ssize_t got = ::pread(fd, head, sizeof head, 0);
  ::close(fd);
  const std::string_view magic(reinterpret_cast<const char*>(head), 16);
  const bool is_whole = got == sizeof head && magic == std::string_view("SQLite format 3\0", 16) &&
                        head[18] == wal_format && head[19] == wal_format;
  if (!is_whole)
    trouble("the journal is damaged or cut off", file.string(),
            "copy the whole folder aside, then restore a backup; nothing was changed or deleted");
  const auto big_endian = [&](int at) {
    return int{head[at]} << 24 | int{head[at + 1]} << 16 | int{head[at + 2]} << 8 |
           int{head[at + 3]};
  };
  refuse_newer(big_endian(60), file);
}

std::vector<std::string_view> tables_with_index() {
  std::vector<std::string_view> names;
  for (const std::string_view name : table_names)
    if (name != table_names[static_cast<size_t>(Table::events)]) names.push_back(name);
  return names;
}

void set_up(Database& database) {
  database.execute("PRAGMA locking_mode = EXCLUSIVE");
  if (database.word("PRAGMA journal_mode = WAL") != "wal")
    trouble("the journal cannot keep a write-ahead log", database.file().string(), "a local disk");
  database.execute("PRAGMA synchronous = FULL");
  database.execute("PRAGMA secure_delete = ON");
  database.execute("PRAGMA cell_size_check = ON");
  database.execute("PRAGMA temp_store = MEMORY");
}

void refuse(const std::string& damage, const Database& database) {
  if (damage.empty()) return;
  trouble("the journal is damaged: " + damage, database.file().string(),
          "copy the whole folder aside, then restore a backup; nothing was changed or deleted");
}

std::unique_ptr<Database> open_database(const fs::path& dir, const Seams& seams) {
  look_at_header(dir / database_name);
  const fs::path log = (dir / database_name).string() + "-wal";
  const bool has_log = stands(log) && fs::file_size(log) > 0;
  auto database = std::make_unique<Database>(dir / database_name, seams.vfs);
  database->empty_log_on_close(!has_log);
  database->execute("PRAGMA locking_mode = EXCLUSIVE");
  refuse_newer(static_cast<int>(database->number("PRAGMA user_version")), database->file());
  set_up(*database);
  refuse(database->damage(), *database);
  if (database->number("PRAGMA application_id") != application_id)
    trouble("this database is not a journal of this program", database->file().string(),
            "the folder that the kiosk made; nothing was changed");
  refuse_lost_commits(*database, Witness(dir / witness_name));
  return database;
}

void make_empty_file(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) file_trouble("cannot be made", file, errno);
  ::close(fd);
}

void make_store(const fs::path& dir, LockedBytes secret, const Seams& seams) {
  const fs::path beside = dir.string() + ".new";
  fs::remove_all(beside);
  make_private_dir(beside);
  KeyFile keys = KeyFile::make(beside, std::move(secret), seams.before_sync);
  const KeyId house = keys.add_fresh();
  make_empty_file(beside / database_name);
  {
    Database database(beside / database_name, seams.vfs);
    set_up(database);
    migrate(database, seams.newest, seams.before_statement);
    database.prepare("INSERT INTO house VALUES (?1)").text(1, house).run();
    database.checkpoint();
  }
  sync_dir(beside, seams.before_sync);
  if (::rename(beside.c_str(), dir.c_str()) != 0) file_trouble("cannot be made", dir, errno);
  sync_dir(dir.parent_path(), seams.before_sync);
}

Seams with_test_disk(const OpenOptions& options, Seams seams) {
  if (!options.has_test_disk) return seams;
  const int delay_ms = fsync_delay_from_environment();
  seams.vfs = slow_vfs(delay_ms);
  seams.before_sync = [delay_ms] { wait_like_a_slow_disk(delay_ms); };
  return seams;
}

std::unique_ptr<Store> open_whole(const OpenOptions& options, const Seams& seams) {
  make_private_dir(options.data_dir);
  auto lock = std::make_unique<FolderLock>(options.data_dir);
  const fs::path dir = options.data_dir / "store";
  const bool is_new = !stands(dir);
  const KioskKeySource source{options.data_dir, options.credentials_dir, is_new};
  LockedBytes secret = load_kiosk_secret(source, seams.before_sync);
  if (is_new) {
    make_store(dir, std::move(secret), seams);
    secret =
        load_kiosk_secret({options.data_dir, options.credentials_dir, false}, seams.before_sync);
  }
  KeyFile keys = KeyFile::open(dir, std::move(secret), seams.before_sync);
  auto database = open_database(dir, seams);
  migrate(*database, seams.newest, seams.before_statement);
  refuse(database->damage_of_indexes(tables_with_index()), *database);
  auto witness = std::make_unique<Witness>(dir / witness_name);
  auto shelf = std::make_unique<SqliteShelf>(std::move(database), std::move(keys),
                                             std::move(witness), std::move(lock));
  auto store = std::make_unique<ShelfStore>(std::move(shelf), options.clock);
  store->begin();
  return store;
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const OpenOptions& options, const Seams& seams) {
  return guarded([&] { return open_whole(options, with_test_disk(options, seams)); });
}

Result<std::unique_ptr<Store>> open_store(const OpenOptions& options) {
  return open_store(options, Seams{});
}

}  // namespace aktiv::storage
