#include "kiosk/casefile/store/kept_forms.h"

#include <vector>

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

Status forget_kept_forms_to(Connection& db, const Vault& vault, const std::string& path) {
  std::vector<std::string> accounts;
  Statement rows(db, "SELECT account FROM kept_form");
  while (rows.step()) accounts.push_back(rows.text(0));
  for (const std::string& account : accounts) {
    const auto form = find_kept_form(db, vault, account, 0);
    if (!form) return form.error();
    if (*form && (**form).path.starts_with(path)) forget_kept_form(db, account);
  }
  return {};
}

void forget_kept_form(Connection& db, const std::string& account) {
  Statement(db, "DELETE FROM kept_form WHERE account = ?", account).run();
}

}  // namespace aktiv::casefile
