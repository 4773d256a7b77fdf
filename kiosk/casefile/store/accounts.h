// Mentors and administrators, their sessions in a browser, and the log of who saw and did what.
// Names are sealed; passwords and session tokens are kept as hashes. Free functions, as in
// resources.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// What somebody does at their centre. Nothing: they see what a citizen shares with them, and no
// more.
enum class StaffRole { none, mentor, day_centre };
std::string_view name_of(StaffRole role);  // "none", "mentor", "day_centre": casefile.role.<name>
std::optional<StaffRole> role_named(std::string_view name);

// An administrator makes accounts, centres and codes; a leader sees counts. Neither sees a citizen
// by that. One person may be several.
struct Account {
  std::string id;
  std::string sign_in;
  std::string name;
  bool is_administrator = false;
  bool is_leader = false;
  std::string centre;                // empty: none
  StaffRole role = StaffRole::none;  // there
  std::string password_hash;
  bool must_change = true;  // the password was given, not chosen
  std::string code_key;     // of the codes' app; empty: none was set up
  int64_t code_step = 0;    // time step of the last code (auth/second_step.h); 0: none yet
  bool is_closed = false;

  bool has_second_step() const { return code_step > 0; }
  bool is_mentor() const { return !centre.empty() && role == StaffRole::mentor; }
  bool is_at_centre() const { return !centre.empty() && role != StaffRole::none; }
};

// Where an account's name is sealed.
std::string name_place(const std::string& account);
bool has_accounts(Connection& db);
// false: the sign-in name is taken.
bool create_account(Connection& db, const Vault& vault, const Account& account, int64_t now_ms);
Result<std::optional<Account>> find_account(Connection& db, const Vault& vault,
                                            const std::string& id);
Result<std::optional<Account>> account_signing_in(Connection& db, const Vault& vault,
                                                  const std::string& sign_in);
Result<std::vector<Account>> all_accounts(Connection& db, const Vault& vault);
// Ends the account's sessions too: a new password shuts out whoever knew the old one.
void set_password(Connection& db, const std::string& id, const std::string& hash, bool must_change);
void set_code_key(Connection& db, const Vault& vault, const std::string& id,
                  const std::string& key);
// false: a code of that step, or of a later one, was used already.
bool use_code(Connection& db, const std::string& id, int64_t step);
// Another telephone can be set up.
void forget_code_key(Connection& db, const std::string& id);
// Centre, role, leader and administrator, as they stand in `account`.
void set_rights(Connection& db, const Account& account);
void close_account(Connection& db, const std::string& id, int64_t now_ms);

struct WebSession {
  std::string account;
  std::string csrf;
  int64_t started_ms = 0;
  int64_t seen_ms = 0;
  bool is_waiting = false;  // for its code: the password alone fitted
};

void keep_session(Connection& db, const std::string& token_hash, const WebSession& session);
std::optional<WebSession> find_session(Connection& db, const std::string& token_hash);
void touch_session(Connection& db, const std::string& token_hash, int64_t now_ms);
void end_session(Connection& db, const std::string& token_hash);

struct LogLine {
  int64_t at_ms = 0;
  std::string account;  // id; empty: a command on the machine
  std::string action;   // "signed_in", "saw_citizen", …: casefile.log.<action>
  std::string about;    // what else, without personal data
};

void log_access(Connection& db, const std::string& account, const std::string& centre,
                const std::string& action, const std::string& person, const std::string& about,
                int64_t now_ms);
// Newest first.
std::vector<LogLine> log_of_person(Connection& db, const std::string& person, int most);

}  // namespace aktiv::casefile
