#include "kiosk/casefile/store/accounts.h"

#include <algorithm>
#include <array>

namespace aktiv::casefile {
namespace {

constexpr const char* columns =
    "SELECT id, sign_in, name, is_administrator, centre, password_hash, must_change, closed_ms, "
    "role, is_leader, code_key, code_step FROM account ";

struct RoleName {
  StaffRole role;
  std::string_view name;
};
constexpr std::array role_names = {RoleName{StaffRole::none, "none"},
                                   RoleName{StaffRole::mentor, "mentor"},
                                   RoleName{StaffRole::day_centre, "day_centre"}};

std::string key_place(const std::string& account) {
  return "account|" + account + "|code";
}

Result<Account> account_of(const Statement& row, const Vault& vault) {
  auto name = vault.unseal(row.text(2), name_place(row.text(0)));
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
  if (!account.centre.empty()) account.role = role_named(row.text(8)).value_or(StaffRole::none);
  account.is_leader = row.number(9) != 0;
  account.code_step = row.number(11);
  if (row.is_null(10)) return account;
  auto key = vault.unseal(row.text(10), key_place(account.id));
  if (!key) return key.error();
  account.code_key = std::move(*key);
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

std::optional<std::string> centre_in(const Account& account) {
  return account.centre.empty() ? std::nullopt : std::optional(account.centre);
}

}  // namespace

std::string name_place(const std::string& account) {
  return "account|" + account + "|name";
}

std::string_view name_of(StaffRole role) {
  return std::ranges::find(role_names, role, &RoleName::role)->name;
}

std::optional<StaffRole> role_named(std::string_view name) {
  const auto found = std::ranges::find(role_names, name, &RoleName::name);
  return found == role_names.end() ? std::nullopt : std::optional(found->role);
}

bool has_accounts(Connection& db) {
  Statement row(db, "SELECT 1 FROM account LIMIT 1");
  return row.step();
}

bool create_account(Connection& db, const Vault& vault, const Account& account, int64_t now_ms) {
  const std::string name = vault.seal(account.name, name_place(account.id));
  Statement(
      db,
      "INSERT OR IGNORE INTO account(id, sign_in, name, is_administrator, centre, password_hash, "
      "must_change, created_ms, role, is_leader) VALUES(?,?,?,?,?,?,?,?,?,?)",
      account.id, account.sign_in, Blob{name}, account.is_administrator ? 1 : 0, centre_in(account),
      account.password_hash, account.must_change ? 1 : 0, now_ms, name_of(account.role),
      account.is_leader ? 1 : 0)
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

void set_code_key(Connection& db, const Vault& vault, const std::string& id,
                  const std::string& key) {
  const std::string sealed = vault.seal(key, key_place(id));
  Statement(db, "UPDATE account SET code_key = ?, code_step = 0 WHERE id = ?", Blob{sealed}, id)
      .run();
}

bool use_code(Connection& db, const std::string& id, int64_t step) {
  Statement(db, "UPDATE account SET code_step = ? WHERE id = ? AND code_step < ?", step, id, step)
      .run();
  return db.changes() > 0;
}

void forget_code_key(Connection& db, const std::string& id) {
  Statement(db, "UPDATE account SET code_key = NULL, code_step = 0 WHERE id = ?", id).run();
}

void set_rights(Connection& db, const Account& account) {
  Statement(
      db,
      "UPDATE account SET centre = ?, role = ?, is_leader = ?, is_administrator = ? WHERE id = ?",
      centre_in(account), name_of(account.role), account.is_leader ? 1 : 0,
      account.is_administrator ? 1 : 0, account.id)
      .run();
}

void close_account(Connection& db, const std::string& id, int64_t now_ms) {
  Statement(db, "UPDATE account SET closed_ms = ? WHERE id = ?", now_ms, id).run();
  end_sessions_of(db, id);
}

void keep_session(Connection& db, const std::string& token_hash, const WebSession& session) {
  Statement(db,
            "INSERT INTO web_session(token_hash, account, csrf, started_ms, seen_ms, is_waiting) "
            "VALUES(?,?,?,?,?,?)",
            Blob{token_hash}, session.account, session.csrf, session.started_ms, session.seen_ms,
            session.is_waiting ? 1 : 0)
      .run();
}

std::optional<WebSession> find_session(Connection& db, const std::string& token_hash) {
  Statement row(db,
                "SELECT account, csrf, started_ms, seen_ms, is_waiting FROM web_session "
                "WHERE token_hash = ?",
                Blob{token_hash});
  if (!row.step()) return std::nullopt;
  return WebSession{row.text(0), row.text(1), row.number(2), row.number(3), row.number(4) != 0};
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
