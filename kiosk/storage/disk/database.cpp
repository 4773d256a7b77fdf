#include "kiosk/storage/disk/database.h"

#include <sqlite3.h>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

std::string remedy(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "free space on this disk; what was kept before is still there";
    case SQLITE_READONLY:
      return "a folder that can be written to; the disk may be mounted read-only";
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "a folder that belongs to the account that runs the kiosk";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "one program at a time on this folder";
    case SQLITE_IOERR:
      return "a disk without errors; copy the folder aside before anything else";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return "copy the whole folder aside, then restore a backup; nothing was changed or deleted";
    case SQLITE_NOMEM:
      return "more free memory";
    default:
      return "a store that this program made; copy the folder aside before anything else";
  }
}

[[noreturn]] void database_trouble(int code, sqlite3* db, const std::filesystem::path& file) {
  std::string what = sqlite3_errstr(code);
  if (db && (code & 0xff) == SQLITE_ERROR) what = sqlite3_errmsg(db);
  Fault fault{"the journal: " + what, file.string(), remedy(code)};
  if ((code & 0xff) == SQLITE_FULL) throw NoRoom{{std::move(fault)}};
  throw Trouble{std::move(fault)};
}

}  // namespace

Statement::Statement(sqlite3_stmt* prepared, sqlite3* db, const std::filesystem::path& file)
    : prepared_(prepared), db_(db), file_(file) {}

Statement::~Statement() {
  sqlite3_reset(prepared_);
  sqlite3_clear_bindings(prepared_);
}

void Statement::check(int verdict) const {
  if (verdict != SQLITE_OK) database_trouble(verdict, db_, file_);
}

Statement& Statement::text(int place, std::string_view value) {
  check(sqlite3_bind_text64(prepared_, place, value.data() ? value.data() : "", value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::blob(int place, std::string_view value) {
  check(sqlite3_bind_blob64(prepared_, place, value.data() ? value.data() : "", value.size(),
                            SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::integer(int place, int64_t value) {
  check(sqlite3_bind_int64(prepared_, place, value));
  return *this;
}

bool Statement::step() {
  const int verdict = sqlite3_step(prepared_);
  if (verdict == SQLITE_ROW) return true;
  if (verdict == SQLITE_DONE) return false;
  database_trouble(sqlite3_extended_errcode(db_), db_, file_);
}

std::string Statement::text_at(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared_, column));
  return text ? std::string(text, static_cast<size_t>(sqlite3_column_bytes(prepared_, column)))
              : "";
}

std::string Statement::blob_at(int column) const {
  const auto* blob = static_cast<const char*>(sqlite3_column_blob(prepared_, column));
  return blob ? std::string(blob, static_cast<size_t>(sqlite3_column_bytes(prepared_, column)))
              : "";
}

int64_t Statement::integer_at(int column) const {
  return sqlite3_column_int64(prepared_, column);
}

Database::Database(std::filesystem::path file, const std::string& vfs) : file_(std::move(file)) {
  const int verdict =
      sqlite3_open_v2(file_.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                      vfs.empty() ? nullptr : vfs.c_str());
  if (verdict != SQLITE_OK) {
    sqlite3_close(db_);
    db_ = nullptr;
    trouble(std::string("the journal: ") + sqlite3_errstr(verdict), file_.string(),
            remedy(verdict));
  }
  sqlite3_extended_result_codes(db_, 1);
  sqlite3_busy_timeout(db_, 0);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

Database::~Database() {
  for (const auto& [sql, prepared] : ready_) sqlite3_finalize(prepared);
  sqlite3_close(db_);
}

void Database::execute(const std::string& sql) {
  const int verdict = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  if (verdict != SQLITE_OK) database_trouble(sqlite3_extended_errcode(db_), db_, file_);
}

Statement Database::prepare(const std::string& sql) {
  sqlite3_stmt*& prepared = ready_[sql];
  if (!prepared) {
    const int verdict = sqlite3_prepare_v3(db_, sql.c_str(), static_cast<int>(sql.size()),
                                           SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (verdict != SQLITE_OK) database_trouble(verdict, db_, file_);
  }
  return Statement(prepared, db_, file_);
}

int64_t Database::number(const std::string& sql) {
  auto statement = prepare(sql);
  return statement.step() ? statement.integer_at(0) : 0;
}

std::string Database::word(const std::string& sql) {
  auto statement = prepare(sql);
  return statement.step() ? statement.text_at(0) : "";
}

bool Database::is_in_transaction() const {
  return sqlite3_get_autocommit(db_) == 0;
}

void Database::empty_log_on_close(bool does) {
  sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, does ? 0 : 1, nullptr);
}

std::string Database::verdict_of(const std::string& pragma) {
  const std::string verdict = word("PRAGMA " + pragma);
  if (verdict == "ok") return "";
  return verdict.empty() ? "no answer" : verdict;
}

std::string Database::damage() {
  return verdict_of("quick_check(1)");
}

std::string Database::damage_of_indexes(std::span<const std::string_view> tables) {
  for (const std::string_view table : tables)
    if (const std::string found = verdict_of("integrity_check(" + std::string(table) + ")");
        !found.empty())
      return found;
  return "";
}

void Database::checkpoint() {
  auto statement = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!statement.step() || statement.integer_at(0) != 0)
    trouble("the log could not be emptied", file_.string(),
            "a disk without errors; tried again later");
}

}  // namespace aktiv::storage
