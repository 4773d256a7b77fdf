#include "kiosk/casefile/store/sqlite.h"

#include <sqlite3.h>

namespace aktiv::casefile {
namespace {

[[noreturn]] void fail(sqlite3* db, int code) {
  const int extended = db != nullptr ? sqlite3_extended_errcode(db) : code;
  throw SqliteFault{extended, db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code)};
}

constexpr int busy_timeout_ms =
    10'000;  // another process (aktiv-casefile code) may hold the lock shortly

}  // namespace

bool SqliteFault::is_unique_violation() const {
  return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY;
}

Connection Connection::open(const std::string& path, bool is_reader) {
  sqlite3* db = nullptr;
  const int flags =
      (is_reader ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
      SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &db, flags, nullptr);
  Connection connection(db);
  if (code != SQLITE_OK) fail(db, code);
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, busy_timeout_ms);
  connection.execute("PRAGMA foreign_keys=ON");
  if (is_reader) connection.execute("PRAGMA query_only=ON");
  return connection;
}

Connection::~Connection() {
  sqlite3_close_v2(db_);
}

void Connection::execute(const char* sql) {
  const int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(db_, code);
}

int Connection::changes() const {
  return sqlite3_changes(db_);
}
int64_t Connection::last_row() const {
  return sqlite3_last_insert_rowid(db_);
}

Statement::Statement(Connection& connection, std::string_view sql, std::nullptr_t)
    : connection_(connection) {
  check(sqlite3_prepare_v2(connection.raw(), sql.data(), static_cast<int>(sql.size()), &statement_,
                           nullptr));
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(connection_.raw(), code);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(connection_.raw(), code);
}

void Statement::run() {
  while (step()) {
  }
}

int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Statement::bind(int position, int64_t value) {
  check(sqlite3_bind_int64(statement_, position, value));
}

void Statement::bind(int position, std::string_view value) {
  check(sqlite3_bind_text64(statement_, position, value.data() ? value.data() : "", value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int position, Blob value) {
  check(sqlite3_bind_blob64(statement_, position, value.bytes.data() ? value.bytes.data() : "",
                            value.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind_null(int position) {
  check(sqlite3_bind_null(statement_, position));
}

}  // namespace aktiv::casefile
