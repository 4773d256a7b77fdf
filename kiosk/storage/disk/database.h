// SQLite, as little of it as the shelf needs. One connection, one thread, exclusive on its file;
// WAL with synchronous=FULL, deleted content overwritten. Its errors become Trouble with the path
// and a remedy.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace aktiv::storage {

// A prepared statement in use; reset when it goes. Bind from 1, read columns from 0.
class Statement {
 public:
  Statement(sqlite3_stmt* prepared, sqlite3* db, const std::filesystem::path& file);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& text(int place, std::string_view value);
  Statement& blob(int place, std::string_view value);
  Statement& integer(int place, int64_t value);

  bool step();  // true: a row
  void run() {
    while (step()) {
    }
  }

  std::string text_at(int column) const;
  std::string blob_at(int column) const;
  int64_t integer_at(int column) const;

 private:
  void check(int verdict) const;

  sqlite3_stmt* prepared_;
  sqlite3* db_;
  const std::filesystem::path& file_;
};

class Database {
 public:
  // `vfs`: empty for the system's own.
  Database(std::filesystem::path file, const std::string& vfs);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const std::string& sql);
  Statement prepare(const std::string& sql);  // kept ready for the next time
  int64_t number(const std::string& sql);     // the first column of the first row
  std::string word(const std::string& sql);
  bool is_in_transaction() const;
  const std::filesystem::path& file() const { return file_; }
  // Closing empties the log into the database, once it is known to be whole.
  void empty_log_on_close(bool does);

  // What is structurally wrong with the file, or empty.
  std::string damage();
  // An index that misses a row would hide it: tables that are looked up by one are compared with
  // it.
  std::string damage_of_indexes(std::span<const std::string_view> tables);
  // Moves the log into the database and cuts it to nothing.
  void checkpoint();

 private:
  std::string verdict_of(const std::string& pragma);

  std::filesystem::path file_;
  sqlite3* db_ = nullptr;
  std::map<std::string, sqlite3_stmt*> ready_;
};

}  // namespace aktiv::storage
