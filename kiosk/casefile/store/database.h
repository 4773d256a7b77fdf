// The case file's database: one writer, a few readers, lent to one thread at a time. WAL with
// synchronous=FULL, so what was acknowledged survives a power cut where the disk honours sync.
// Deleted pages are overwritten (secure_delete), so what a citizen took back does not linger in the
// file. Migrations are numbered, forward only; a newer database than the program is refused,
// untouched.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"

namespace aktiv::casefile {

class Database {
 public:
  // Opens or creates DIR/case-file.db (directory 0700, file 0600) and brings it up to date.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& directory);

  // Runs body(Connection&) -> Result<T> in a transaction of its own; a Fault rolls everything back.
  template <class Body>
  auto write(Body&& body) -> decltype(body(std::declval<Connection&>())) {
    const std::lock_guard lock(write_mutex_);
    try {
      writer_.execute("BEGIN IMMEDIATE");
      auto result = body(writer_);
      writer_.execute(result ? "COMMIT" : "ROLLBACK");
      return result;
    } catch (const SqliteFault& fault) {
      return roll_back(fault);
    } catch (...) {
      roll_back({});
      throw;
    }
  }

  // Runs body(Connection&) -> Result<T> on a consistent snapshot that cannot write.
  template <class Body>
  auto read(Body&& body) -> decltype(body(std::declval<Connection&>())) {
    try {
      const Lent lent(*this);
      lent.connection->execute("BEGIN");
      try {
        auto result = body(*lent.connection);
        lent.connection->execute("COMMIT");
        return result;
      } catch (...) {
        lent.connection->execute("ROLLBACK");
        throw;
      }
    } catch (const SqliteFault& fault) {
      return to_fault(fault);
    }
  }

  // After a purge: what was taken back leaves the write-ahead log too.
  void truncate_log();
  const std::string& path() const { return path_; }

 private:
  struct Lent {
    explicit Lent(Database& database) : owner(database), connection(owner.borrow()) {}
    ~Lent() { owner.give_back(std::move(connection)); }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    Database& owner;
    std::unique_ptr<Connection> connection;
  };

  Database(std::string path, Connection writer)
      : path_(std::move(path)), writer_(std::move(writer)) {}
  std::unique_ptr<Connection> borrow();
  void give_back(std::unique_ptr<Connection> connection);
  Fault to_fault(const SqliteFault& fault) const;
  Fault roll_back(const SqliteFault& fault);

  std::string path_;
  std::mutex write_mutex_;
  Connection writer_;
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Connection>> readers_;  // idle ones
};

}  // namespace aktiv::casefile
