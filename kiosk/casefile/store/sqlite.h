// A thin hold on SQLite: a connection, a statement, and values bound by position. Not thread-safe:
// each connection belongs to one thread at a time (Database lends them). Failing calls throw
// SqliteFault, which ends in Database::read and Database::write and never travels further.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace aktiv::casefile {

struct SqliteFault {
  int code = 0;  // extended result code
  std::string what;
  bool is_unique_violation() const;
};

// Marks a value as bytes, so that it is stored as a blob.
struct Blob {
  std::string_view bytes;
};

class Connection {
 public:
  // path: a file; readers cannot write.
  static Connection open(const std::string& path, bool is_reader);
  ~Connection();
  Connection(Connection&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  Connection& operator=(Connection&& other) noexcept {
    std::swap(db_, other.db_);
    return *this;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void execute(const char* sql);
  int changes() const;
  int64_t last_row() const;
  sqlite3* raw() const { return db_; }

 private:
  explicit Connection(sqlite3* db) : db_(db) {}
  sqlite3* db_;
};

class Statement {
 public:
  template <class... Values>
  Statement(Connection& connection, std::string_view sql, const Values&... values)
      : Statement(connection, sql, nullptr) {
    int position = 0;
    (bind(++position, values), ...);
  }
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  bool step();  // true while there is a row
  void run();   // for statements that give no rows
  int64_t number(int column) const;
  std::string text(int column) const;  // also blobs; empty for NULL
  bool is_null(int column) const;

  void bind(int position, int64_t value);
  void bind(int position, int value) { bind(position, static_cast<int64_t>(value)); }
  void bind(int position, std::string_view value);
  void bind(int position, const std::string& value) { bind(position, std::string_view(value)); }
  void bind(int position, const char* value) { bind(position, std::string_view(value)); }
  void bind(int position, Blob value);
  void bind_null(int position);
  template <class T>
  void bind(int position, const std::optional<T>& value) {
    if (value)
      bind(position, *value);
    else
      bind_null(position);
  }

 private:
  Statement(Connection& connection, std::string_view sql, std::nullptr_t);
  void check(int code) const;
  Connection& connection_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace aktiv::casefile
