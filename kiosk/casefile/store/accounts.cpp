#include "kiosk/casefile/store/accounts.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const std::string& account) {
  return "account|" + account + "|name";
}

constexpr const char* columns =
    "SELECT id, sign_in, name, is_administrator, centre, password_hash, must_change, closed_ms "
    "FROM "
    "account ";

Result<Account> account_of(const Statement& row, const Vault& vault) {
  auto name = vault.unseal(row.text(2), place_of(row.text(0)));
  if (!name) return name.error();
  Account account;
  account.id = row.text(0);
  account.sign_in = row.text(1);
  account.name = std::move(*name);
  account.is_administrator = row.number(3) != 0;
  account.centre = row.text(4);
  account.password_hash = row.text(5);
  account.must_change = row.number(6) != 0;
  account.is_closed = !row.is_null(7);
  return account;
}

Result<std::optional<Account>> one_account(Statement& row, const Vault& vault) {
  if (!row.step()) return std::optional<Account>();
  auto account = account_of(row, vault);
  if (!account) return account.error();
  return std::optional<Account>(std::move(*account));
}

void end_sessions_of(Connection& db, const std::string& account) {
  Statement(db, "DELETE FROM web_session WHERE account = ?", account).run();
}

}  // namespace

bool has_accounts(Connection& db) {
  Statement row(db, "SELECT 1 FROM account LIMIT 1");
  return row.step();
}

bool create_account(Connection& db, const Vault& vault, const Account& account, int64_t now_ms) {
  const std::string name = vault.seal(account.name, place_of(account.id));
  const auto centre = account.centre.empty() ? std::nullopt : std::optional(account.centre);
  Statement(
      db,
      "INSERT OR IGNORE INTO account(id, sign_in, name, is_administrator, centre, password_hash, "
      "must_change, created_ms) VALUES(?,?,?,?,?,?,?,?)",
      account.id, account.sign_in, Blob{name}, account.is_administrator ? 1 : 0, centre,
      account.password_hash, account.must_change ? 1 : 0, now_ms)
      .run();
  return db.changes() > 0;
}

Result<std::optional<Account>> find_account(Connection& db, const Vault& vault,
                                            const std::string& id) {
  Statement row(db, std::string(columns) + "WHERE id = ?", id);
  return one_account(row, vault);
}

Result<std::optional<Account>> account_signing_in(Connection& db, const Vault& vault,
                                                  const std::string& sign_in) {
  Statement row(db, std::string(columns) + "WHERE sign_in = ? AND closed_ms IS NULL", sign_in);
  return one_account(row, vault);
}

Result<std::vector<Account>> all_accounts(Connection& db, const Vault& vault) {
  Statement rows(db,
                 std::string(columns) + "WHERE closed_ms IS NULL ORDER BY sign_in COLLATE NOCASE");
  std::vector<Account> accounts;
  while (rows.step()) {
    auto account = account_of(rows, vault);
    if (!account) return account.error();
    accounts.push_back(std::move(*account));
  }
  return accounts;
}

void set_password(Connection& db, const std::string& id, const std::string& hash,
                  bool must_change) {
  Statement(db, "UPDATE account SET password_hash = ?, must_change = ? WHERE id = ?", hash,
            must_change ? 1 : 0, id)
      .run();
  end_sessions_of(db, id);
}

void close_account(Connection& db, const std::string& id, int64_t now_ms) {
  Statement(db, "UPDATE account SET closed_ms = ? WHERE id = ?", now_ms, id).run();
  end_sessions_of(db, id);
}

void keep_session(Connection& db, const std::string& token_hash, const WebSession& session) {
  Statement(
      db,
      "INSERT INTO web_session(token_hash, account, csrf, started_ms, seen_ms) VALUES(?,?,?,?,?)",
      Blob{token_hash}, session.account, session.csrf, session.started_ms, session.seen_ms)
      .run();
}

std::optional<WebSession> find_session(Connection& db, const std::string& token_hash) {
  Statement row(db,
                "SELECT account, csrf, started_ms, seen_ms FROM web_session WHERE token_hash = ?",
                Blob{token_hash});
  if (!row.step()) return std::nullopt;
  return WebSession{row.text(0), row.text(1), row.number(2), row.number(3)};
}

void touch_session(Connection& db, const std::string& token_hash, int64_t now_ms) {
  Statement(db, "UPDATE web_session SET seen_ms = ? WHERE token_hash = ?", now_ms, Blob{token_hash})
      .run();
}

void end_session(Connection& db, const std::string& token_hash) {
  Statement(db, "DELETE FROM web_session WHERE token_hash = ?", Blob{token_hash}).run();
}

void log_access(Connection& db, const std::string& account, const std::string& centre,
                const std::string& action, const std::string& person, const std::string& about,
                int64_t now_ms) {
  Statement(
      db,
      "INSERT INTO access_log(at_ms, account, centre, action, person, about) VALUES(?,?,?,?,?,?)",
      now_ms, account, centre, action, person, about)
      .run();
}

std::vector<LogLine> log_of_person(Connection& db, const std::string& person, int most) {
  Statement rows(db,
                 "SELECT at_ms, account, action, about FROM access_log WHERE person = ? "
                 "ORDER BY number DESC LIMIT ?",
                 person, most);
  std::vector<LogLine> lines;
  while (rows.step()) lines.push_back({rows.number(0), rows.text(1), rows.text(2), rows.text(3)});
  return lines;
}

}  // namespace aktiv::casefile
