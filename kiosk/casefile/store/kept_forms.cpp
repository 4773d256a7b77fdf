#include "kiosk/casefile/store/kept_forms.h"

#include "kiosk/casefile/endpoint/json.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const std::string& account) {
  return "kept_form|" + account;
}

}  // namespace

void keep_form(Connection& db, const Vault& vault, const std::string& account, const KeptForm& form,
               int64_t now_ms) {
  const Json whole = {{"path", form.path}, {"body", form.body}};
  Statement(db, "INSERT OR REPLACE INTO kept_form(account, at_ms, body) VALUES(?,?,?)", account,
            now_ms, Blob{vault.seal(whole.dump(), place_of(account))})
      .run();
}

Result<std::optional<KeptForm>> find_kept_form(Connection& db, const Vault& vault,
                                               const std::string& account, int64_t now_ms) {
  Statement row(db, "SELECT body FROM kept_form WHERE account = ? AND at_ms > ?", account,
                now_ms - form_kept_ms);
  if (!row.step()) return std::optional<KeptForm>();
  const auto body = vault.unseal(row.text(0), place_of(account));
  if (!body) return body.error();
  const auto whole = parse_json(*body);
  if (!whole) return Fault{"a kept form cannot be read", "kept_form", "JSON"};
  return std::optional(KeptForm{text_of(*whole, "path"), text_of(*whole, "body")});
}

void forget_kept_form(Connection& db, const std::string& account) {
  Statement(db, "DELETE FROM kept_form WHERE account = ?", account).run();
}

}  // namespace aktiv::casefile
