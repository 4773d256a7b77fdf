// Centres, their kiosks, the one-time codes that let a kiosk in, and the help marks that kiosks
// set. Credentials and codes are kept as hashes only. Free functions over a Connection, as in
// resources.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/store/sqlite.h"

namespace aktiv::casefile {

struct Centre {
  std::string id;
  std::string name;
};

std::vector<Centre> all_centres(Connection& db);
std::optional<Centre> find_centre(Connection& db, const std::string& id);
std::optional<Centre> centre_named(Connection& db, const std::string& name);
// Nothing where the name is taken.
std::optional<Centre> create_centre(Connection& db, const std::string& name, int64_t now_ms);

struct Kiosk {
  std::string id;
  std::string centre;
  std::string name;
  int64_t enrolled_ms = 0;
  int64_t seen_ms = 0;     // 0: never since enrolment
  int64_t revoked_ms = 0;  // 0: may send
};

std::vector<Kiosk> kiosks_of_centre(Connection& db, const std::string& centre);
std::optional<Kiosk> find_kiosk(Connection& db, const std::string& id);
// The kiosk that holds the credential and was not shut out.
std::optional<Kiosk> kiosk_with_credential(Connection& db, const std::string& hash);
void note_kiosk_seen(Connection& db, const std::string& id, int64_t now_ms);
// Enrols it, or gives a known one of the same centre a new credential.
void keep_kiosk(Connection& db, const Kiosk& kiosk, const std::string& credential_hash);
bool revoke_kiosk(Connection& db, const std::string& id, int64_t now_ms);

void keep_enrolment_code(Connection& db, const std::string& secret_hash, const std::string& centre,
                         int64_t now_ms, int64_t expires_ms);
// The centre that the code opens; the code is used up. Nothing where it is unknown, used or too
// old.
std::optional<Centre> use_enrolment_code(Connection& db, const std::string& secret_hash,
                                         int64_t now_ms);

struct HelpMark {
  std::string id;
  std::string kiosk_name;
  int64_t at_ms = 0;
};

// `id`: the call's own. The same call again is no second mark, not even where it was dismissed.
void keep_help_mark(Connection& db, const Kiosk& kiosk, const std::string& id, int64_t at_ms);
std::vector<HelpMark> open_help_marks(Connection& db, const std::string& centre);
bool dismiss_help_mark(Connection& db, const std::string& id, const std::string& centre,
                       const std::string& account, int64_t now_ms);

}  // namespace aktiv::casefile
