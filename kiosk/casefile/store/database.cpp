#include "kiosk/casefile/store/database.h"

#include <sys/stat.h>

#include <filesystem>

#include "kiosk/casefile/store/migrations.h"

namespace aktiv::casefile {
namespace {

void prepare_writer(Connection& writer) {
  writer.execute("PRAGMA journal_mode=WAL");
  writer.execute("PRAGMA synchronous=FULL");
  writer.execute("PRAGMA secure_delete=ON");
  // 32 MiB between checkpoints, not 4: pages that many talks touch are written home once, not
  // often.
  writer.execute("PRAGMA wal_autocheckpoint=8192");
}

int64_t version_of(Connection& connection) {
  Statement statement(connection, "PRAGMA user_version");
  statement.step();
  return statement.number(0);
}

Status migrate(Connection& writer, const std::string& path) {
  const auto& steps = migrations();
  const int64_t newest = static_cast<int64_t>(steps.size());
  int64_t version = version_of(writer);
  if (version > newest)
    return Fault{"the database is of version " + std::to_string(version) +
                     ", newer than this program; nothing was changed",
                 path, "version " + std::to_string(newest) + " or older; start the newer program"};
  for (; version < newest; ++version) {
    writer.execute("BEGIN IMMEDIATE");
    if (version_of(writer) == version) {  // another process may have been first
      writer.execute(steps[version].c_str());
      writer.execute(("PRAGMA user_version=" + std::to_string(version + 1)).c_str());
    }
    writer.execute("COMMIT");
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error)
    return Fault{"the folder cannot be made: " + error.message(), directory, "a writable folder"};
  ::chmod(directory.c_str(), 0700);
  const std::string path = directory + "/case-file.db";
  const mode_t mask = ::umask(0077);
  try {
    auto writer = Connection::open(path, false);
    if (version_of(writer) <= static_cast<int64_t>(migrations().size())) prepare_writer(writer);
    ::umask(mask);
    if (const auto migrated = migrate(writer, path); !migrated) return migrated.error();
    return std::unique_ptr<Database>(new Database(path, std::move(writer)));
  } catch (const SqliteFault& fault) {
    ::umask(mask);
    return Fault{"the database cannot be opened: " + fault.what, path,
                 "a database of this program; restore a backup or choose another --data"};
  }
}

void Database::truncate_log() {
  const std::lock_guard lock(write_mutex_);
  try {
    writer_.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const SqliteFault&) {
    // A reader holds an older snapshot; SQLite checkpoints again at the next commits.
  }
}

std::unique_ptr<Connection> Database::borrow() {
  {
    const std::lock_guard lock(readers_mutex_);
    if (!readers_.empty()) {
      auto connection = std::move(readers_.back());
      readers_.pop_back();
      return connection;
    }
  }
  return std::make_unique<Connection>(Connection::open(path_, true));
}

void Database::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(readers_mutex_);
  readers_.push_back(std::move(connection));
}

Fault Database::to_fault(const SqliteFault& fault) const {
  return {"the database did not answer: " + fault.what, path_, "a readable disk with room left"};
}

Fault Database::roll_back(const SqliteFault& fault) {
  try {
    writer_.execute("ROLLBACK");
  } catch (const SqliteFault&) {
    // SQLite has rolled back by itself (disk full, I/O error).
  }
  return to_fault(fault);
}

}  // namespace aktiv::casefile
