// What an administrator may do: accounts, centres, codes, kiosks. No citizen is seen from here.
#include "kiosk/casefile/enrol/enrolment.h"
#include "kiosk/casefile/pages/evaluation_page.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/store/evaluations.h"

namespace aktiv::casefile {
namespace {

constexpr size_t longest_text = 80;

bool is_sign_in_name(const std::string& name) {
  if (name.size() < 3 || name.size() > 40) return false;
  for (const unsigned char c : name)
    if (std::isalnum(c) == 0 && c != '.' && c != '-' && c != '_' && c != '@') return false;
  return true;
}

bool is_text(const std::string& value) {
  return !value.empty() && value.size() <= longest_text &&
         value.find_first_not_of(" \t") != std::string::npos;
}

}  // namespace

HttpResponse Pages::administration(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  if (parts.size() == 3 && parts[1] == "accounts") return rights(visit, parts[2]);
  if (!is_post)
    return parts.size() == 1 ? administration_view(visit, {}) : redirect("/administration");
  if (parts.size() == 2 && parts[1] == "accounts") return create_account(visit);
  if (parts.size() == 2 && parts[1] == "centres") return create_centre(visit);
  if (parts.size() == 2 && parts[1] == "codes") return make_code(visit);
  if (parts.size() != 4) return not_here(visit);
  if (parts[1] == "accounts" && parts[3] == "reset") return reset(visit, parts[2]);
  if (parts[1] == "accounts" && parts[3] == "close") return close(visit, parts[2]);
  if (parts[1] == "kiosks" && parts[3] == "shut-out") return shut_out(visit, parts[2]);
  return not_here(visit);
}

HttpResponse Pages::administration_view(Visit& visit, std::vector<FormError> errors) {
  const auto view = database_.read([&](Connection& db) -> Result<AdministrationView> {
    auto accounts = all_accounts(db, vault_);
    if (!accounts) return accounts.error();
    AdministrationView found{std::move(*accounts), {}};
    for (auto& centre : all_centres(db))
      found.centres.push_back({centre, kiosks_of_centre(db, centre.id)});
    return found;
  });
  if (!view) return failed(visit, view.error());
  return page(visit, administration_page(visit, *view, std::move(errors)));
}

// Nobody can be found in it; it is written down all the same who has read it.
HttpResponse Pages::evaluation(Visit& visit) {
  const auto batches = database_.read([&](Connection& db) { return all_evaluations(db, vault_); });
  if (!batches) return failed(visit, batches.error());
  if (const auto logged = log(visit, "saw_evaluation", ""); !logged)
    return failed(visit, logged.error());
  const auto year = field(visit.request.query, "year");
  return page(visit, evaluation_page(visit, *batches, year.value_or("")));
}

HttpResponse Pages::create_account(Visit& visit) {
  const Words& words = visit.words;
  Account account;
  account.name = visit.value("name");
  account.sign_in = visit.value("account-sign-in");
  std::vector<FormError> errors = read_rights(visit, account);
  if (!is_text(account.name)) errors.push_back({"name", words.plain("account.no_name")});
  if (!is_sign_in_name(account.sign_in))
    errors.push_back({"account-sign-in", words.plain("account.sign_in_hint")});
  if (!errors.empty()) return administration_view(visit, errors);
  bool is_taken = false;
  const auto password = door_.create(account, is_taken);
  if (!password) return failed(visit, password.error());
  if (is_taken)
    return administration_view(visit, {{"account-sign-in", words.plain("account.taken")}});
  if (const auto logged = log(visit, "created_account", ""); !logged)
    return failed(visit, logged.error());
  return page(visit, shown_once_page(visit, {"once.password", account.sign_in, *password}));
}

// Centre, role, leader and administrator, as the form says; with an error for what cannot be.
std::vector<FormError> Pages::read_rights(const Visit& visit, Account& account) {
  const Words& words = visit.words;
  account.centre = visit.value("centre");
  account.role = role_named(visit.value("role")).value_or(StaffRole::none);
  account.is_leader = visit.value("leader") == "yes";
  account.is_administrator = visit.value("administrator") == "yes";
  if (account.role == StaffRole::none) account.centre.clear();
  const auto centre = database_.read([&](Connection& db) -> Result<std::optional<Centre>> {
    return find_centre(db, account.centre);
  });
  if (account.role != StaffRole::none && account.centre.empty())
    return {{"centre", words.plain("account.needs_centre")}};
  if (!account.centre.empty() && (!centre || !*centre))
    return {{"centre", words.plain("account.no_such_centre")}};
  return {};
}

// /administration/accounts/ID: what the account may do.
HttpResponse Pages::rights(Visit& visit, const std::string& id) {
  const auto known = database_.read([&](Connection& db) { return find_account(db, vault_, id); });
  if (!known) return failed(visit, known.error());
  if (!*known || (**known).is_closed) return not_here(visit);
  return visit.request.method == "POST" ? set_rights_of(visit, **known)
                                        : rights_view(visit, **known, {});
}

HttpResponse Pages::rights_view(const Visit& visit, const Account& account,
                                std::vector<FormError> errors) {
  const auto centres =
      database_.read([](Connection& db) -> Result<std::vector<Centre>> { return all_centres(db); });
  if (!centres) return failed(visit, centres.error());
  return page(visit, rights_page(visit, account, *centres, std::move(errors)));
}

HttpResponse Pages::set_rights_of(Visit& visit, const Account& account) {
  Account changed = account;
  std::vector<FormError> errors = read_rights(visit, changed);
  const bool is_own = account.id == visit.account->id;  // the last administrator stays
  if (is_own && !changed.is_administrator)
    errors.push_back({"administrator", visit.words.plain("rights.own")});
  if (!errors.empty()) return rights_view(visit, changed, std::move(errors));
  const auto done = database_.write([&](Connection& db) -> Status {
    set_rights(db, changed);
    log_access(db, visit.account->id, visit.account->centre, "set_rights", "", account.id,
               clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  return redirect("/administration");
}

HttpResponse Pages::create_centre(Visit& visit) {
  const std::string name = visit.value("centre-name");
  if (!is_text(name))
    return administration_view(visit, {{"centre-name", visit.words.plain("centre.no_name")}});
  const auto made = database_.write([&](Connection& db) -> Result<bool> {
    return casefile::create_centre(db, name, clock_()).has_value();
  });
  if (!made) return failed(visit, made.error());
  if (!*made)
    return administration_view(visit, {{"centre-name", visit.words.plain("centre.taken")}});
  if (const auto logged = log(visit, "created_centre", ""); !logged)
    return failed(visit, logged.error());
  return redirect("/administration");
}

HttpResponse Pages::make_code(Visit& visit) {
  const auto centre = database_.read([&](Connection& db) -> Result<std::optional<Centre>> {
    return find_centre(db, visit.value("centre"));
  });
  if (!centre) return failed(visit, centre.error());
  if (!*centre) return not_here(visit);
  const auto code = new_enrolment_code(database_, (**centre).id, spki_hash_, clock_());
  if (!code) return failed(visit, code.error());
  if (const auto logged = log(visit, "made_code", ""); !logged)
    return failed(visit, logged.error());
  return page(visit, shown_once_page(visit, {"once.code", (**centre).name, *code}));
}

HttpResponse Pages::reset(Visit& visit, const std::string& account) {
  const auto known =
      database_.read([&](Connection& db) { return find_account(db, vault_, account); });
  if (!known) return failed(visit, known.error());
  if (!*known || (**known).is_closed) return not_here(visit);
  const auto password = door_.reset_password(account);
  if (!password) return failed(visit, password.error());
  if (const auto logged = log(visit, "reset_password", ""); !logged)
    return failed(visit, logged.error());
  return page(visit, shown_once_page(visit, {"once.password", (**known).sign_in, *password}));
}

HttpResponse Pages::close(Visit& visit, const std::string& account) {
  if (account == visit.account->id) return not_here(visit);  // the last administrator stays
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto known = find_account(db, vault_, account);
    if (!known) return known.error();
    if (!*known) return false;
    close_account(db, account, clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  if (!*done) return not_here(visit);
  if (const auto logged = log(visit, "closed_account", ""); !logged)
    return failed(visit, logged.error());
  return redirect("/administration");
}

HttpResponse Pages::shut_out(Visit& visit, const std::string& kiosk) {
  const auto done = database_.write(
      [&](Connection& db) -> Result<bool> { return revoke_kiosk(db, kiosk, clock_()); });
  if (!done) return failed(visit, done.error());
  if (!*done) return not_here(visit);
  if (const auto logged = log(visit, "shut_out_kiosk", ""); !logged)
    return failed(visit, logged.error());
  return redirect("/administration");
}

}  // namespace aktiv::casefile
