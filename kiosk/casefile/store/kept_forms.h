// What somebody wrote in a form that came after their session had ended: kept sealed until they
// have signed in again, one for each account, a day at most. Free functions over a Connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

inline constexpr int64_t form_kept_ms = 24LL * 3'600'000;
inline constexpr size_t largest_kept_form = 64 * 1024;

struct KeptForm {
  std::string path;  // where it was to go
  std::string body;  // form-encoded, as it came
};

void keep_form(Connection& db, const Vault& vault, const std::string& account, const KeptForm& form,
               int64_t now_ms);
// Nothing where none is kept, or where it is too old.
Result<std::optional<KeptForm>> find_kept_form(Connection& db, const Vault& vault,
                                               const std::string& account, int64_t now_ms);
void forget_kept_form(Connection& db, const std::string& account);
// Whoever wrote it: those that were to go to an address that begins so.
Status forget_kept_forms_to(Connection& db, const Vault& vault, const std::string& path);

}  // namespace aktiv::casefile
