#include "kiosk/casefile/pages/door.h"

#include "kiosk/casefile/auth/second_step.h"
#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/pages/account_pages.h"
#include "kiosk/casefile/store/kiosks.h"

namespace aktiv::casefile {
namespace {

constexpr const char* session_cookie = "__Host-session";
constexpr const char* form_cookie = "__Host-form";
constexpr const char* cookie_terms = "; Path=/; Secure; HttpOnly; SameSite=Strict";
constexpr int most_tries_a_minute = 30;  // one address: a whole centre behind one router
constexpr int64_t minute_ms = 60'000;

void set_cookie(HttpResponse& response, const std::string& name, const std::string& value) {
  response.headers.emplace_back("Set-Cookie", name + "=" + value + cookie_terms);
}

void clear_cookie(HttpResponse& response, const std::string& name) {
  response.headers.emplace_back("Set-Cookie", name + "=" + cookie_terms + "; Max-Age=0");
}

struct Standing {
  std::optional<Account> account;
  WebSession session;
  std::string centre_name;
};

}  // namespace

std::string cookie(const HttpRequest& request, const std::string& name) {
  const std::string all = "; " + request.header("cookie");
  const size_t found = all.find("; " + name + "=");
  if (found == std::string::npos) return {};
  const size_t start = found + name.size() + 3;
  return all.substr(start, all.find(';', start) - start);
}

Door::Door(Database& database, const Vault& vault, Clock clock, const DoorTerms& terms)
    : database_(database),
      vault_(vault),
      clock_(std::move(clock)),
      passwords_(terms.work),
      second_step_(terms.second_step),
      address_tries_(most_tries_a_minute, minute_ms) {}

Status Door::recognise(Visit& visit) {
  const std::string token = cookie(visit.request, session_cookie);
  if (token.empty()) {
    visit.csrf = cookie(visit.request, form_cookie);
    return {};
  }
  const std::string hash = secret_hash(token);
  const int64_t now_ms = clock_();
  const auto standing = database_.read([&](Connection& db) -> Result<Standing> {
    Standing found;
    const auto session = find_session(db, hash);
    const bool is_live =
        session && now_ms - session->seen_ms < idle_ms &&
        now_ms - session->started_ms < (session->is_waiting ? longest_wait_ms : longest_session_ms);
    if (!is_live) return found;
    found.session = *session;
    auto account = find_account(db, vault_, session->account);
    if (!account) return account.error();
    if (!*account || (**account).is_closed) return found;
    if (const auto centre = find_centre(db, (**account).centre)) found.centre_name = centre->name;
    found.account = std::move(*account);
    return found;
  });
  if (!standing) return standing.error();
  if (!standing->account) {
    visit.csrf = cookie(visit.request, form_cookie);
    return {};
  }
  visit.csrf = standing->session.csrf;
  visit.token_hash = hash;
  if (standing->session.is_waiting) {
    visit.waiting = standing->account;
    return {};
  }
  visit.account = standing->account;
  visit.centre_name = standing->centre_name;
  if (now_ms - standing->session.seen_ms < minute_ms) return {};
  return database_.write([&](Connection& db) -> Status {
    touch_session(db, hash, now_ms);
    return {};
  });
}

std::optional<std::string> Door::ended_session(const Visit& visit) {
  const std::string token = cookie(visit.request, session_cookie);
  if (token.empty()) return std::nullopt;
  const auto session = database_.read([&](Connection& db) -> Result<std::optional<WebSession>> {
    return find_session(db, secret_hash(token));
  });
  if (!session || !*session || (**session).is_waiting) return std::nullopt;
  if (!are_equal_secrets(visit.value("csrf"), (**session).csrf)) return std::nullopt;
  return (**session).account;
}

bool Door::is_own_form(const Visit& visit) const {
  // Under our no-referrer policy browsers say "null" for our own forms; the token is what protects.
  const std::string origin = visit.request.header("origin");
  const std::string site = visit.request.header("sec-fetch-site");
  const bool is_own_origin =
      origin.empty() || origin == "null" || origin == "https://" + visit.request.header("host");
  const bool is_own_site = site.empty() || site == "same-origin" || site == "none";
  return is_own_origin && is_own_site && !visit.csrf.empty() &&
         are_equal_secrets(visit.value("csrf"), visit.csrf);
}

HttpResponse Door::sign_in(Visit& visit) {
  if (visit.account) return redirect("/");
  if (visit.request.method == "POST") return check_password(visit);
  const bool is_new = visit.csrf.empty();
  if (is_new) visit.csrf = random_token();
  HttpResponse response = page(visit, sign_in_page(visit, {}));
  if (is_new) set_cookie(response, form_cookie, visit.csrf);
  return response;
}

HttpResponse Door::check_password(Visit& visit) {
  const Words& words = visit.words;
  const int64_t now_ms = clock_();
  const std::string name = visit.value("name").substr(0, longest_password);
  const std::string password = visit.value("password").substr(0, longest_password);
  const auto refuse = [&](int status, const std::string& message) {
    PageContent content = sign_in_page(visit, {{"name", message}});
    content.status = status;
    return page(visit, content);
  };
  const int wait_s = std::max(tries_.wait_s(name, now_ms),
                              address_tries_.count_and_wait_s(visit.request.remote, now_ms));
  if (wait_s > 0) {
    const int minutes = (wait_s + 59) / 60;
    return refuse(429, words.filled("sign_in.wait", {{"minutes", std::to_string(minutes)}}));
  }
  const auto found =
      database_.read([&](Connection& db) { return account_signing_in(db, vault_, name); });
  if (!found) return page(visit, message_page(visit, 500, "failed"));
  if (!*found) passwords_.pretend(password);
  if (!*found || !passwords_.fits(password, (**found).password_hash)) {
    tries_.failed(name, now_ms);
    return refuse(422, words.plain("sign_in.wrong"));
  }
  tries_.succeeded(name);
  return let_in(**found);
}

HttpResponse Door::let_in(const Account& account) {
  return begin_session(account, account.has_second_step());
}

HttpResponse Door::begin_session(const Account& account, bool is_waiting) {
  const std::string token = random_token();
  const int64_t now_ms = clock_();
  const auto kept = database_.write([&](Connection& db) -> Status {
    keep_session(db, secret_hash(token), {account.id, random_token(), now_ms, now_ms, is_waiting});
    if (!is_waiting) log_access(db, account.id, account.centre, "signed_in", "", "", now_ms);
    return {};
  });
  if (!kept) return redirect("/sign-in");
  HttpResponse response = redirect(is_waiting            ? "/sign-in/code"
                                   : account.must_change ? "/password"
                                                         : "/");
  set_cookie(response, session_cookie, token);
  clear_cookie(response, form_cookie);
  return response;
}

HttpResponse Door::sign_out(Visit& visit) {
  const auto ended = database_.write([&](Connection& db) -> Status {
    end_session(db, visit.token_hash);
    return {};
  });
  HttpResponse response =
      ended ? redirect("/sign-in") : page(visit, message_page(visit, 500, "failed"));
  clear_cookie(response, session_cookie);
  return response;
}

std::vector<FormError> Door::password_errors(const Visit& visit) {
  const Words& words = visit.words;
  const std::string new_one = visit.value("new_password");
  std::vector<FormError> errors;
  if (!passwords_.fits(visit.value("password"), visit.account->password_hash))
    errors.push_back({"password", words.plain("password.wrong_old")});
  if (new_one.size() < shortest_password || new_one.size() > longest_password)
    errors.push_back(
        {"new_password",
         words.filled("password.hint", {{"least", std::to_string(shortest_password)}})});
  else if (new_one == visit.value("password") ||
           new_one.find(visit.account->sign_in) != std::string::npos)
    errors.push_back({"new_password", words.plain("password.too_easy")});
  if (new_one != visit.value("new_password_again"))
    errors.push_back({"new_password_again", words.plain("password.not_same")});
  return errors;
}

HttpResponse Door::password(Visit& visit) {
  if (visit.request.method != "POST") return page(visit, password_page(visit, {}));
  if (const int wait_s = tries_.wait_s(visit.account->id, clock_()); wait_s > 0) {
    const std::string minutes = std::to_string((wait_s + 59) / 60);
    return page(
        visit,
        password_page(visit,
                      {{"password", visit.words.filled("sign_in.wait", {{"minutes", minutes}})}}));
  }
  if (const auto errors = password_errors(visit); !errors.empty()) {
    if (errors.front().field == "password") tries_.failed(visit.account->id, clock_());
    return page(visit, password_page(visit, errors));
  }
  const std::string hash = passwords_.hash(visit.value("new_password"));
  const auto kept = database_.write([&](Connection& db) -> Status {
    if (hash.empty()) return Fault{"no memory for a password hash", "", ""};
    set_password(db, visit.account->id, hash, false);
    log_access(db, visit.account->id, visit.account->centre, "changed_password", "", "", clock_());
    return {};
  });
  if (!kept) return page(visit, message_page(visit, 500, "failed"));
  Account account = *visit.account;
  account.must_change = false;
  return begin_session(account, false);  // whoever is here has written their code already
}

bool Door::still_wants_second_step(const Account& account) const {
  return second_step_ == SecondStep::required && !account.has_second_step();
}

std::string Door::wait_words(const Visit& visit, const Account& account) {
  const int wait_s = code_tries_.wait_s(account.id, clock_());
  if (wait_s == 0) return {};
  return visit.words.filled("sign_in.wait", {{"minutes", std::to_string((wait_s + 59) / 60)}});
}

Result<bool> Door::takes_code(const Account& account, const std::string& code) {
  const auto step = step_of_code(account.code_key, code, clock_(), account.code_step);
  if (!step) {
    code_tries_.failed(account.id, clock_());
    return false;
  }
  code_tries_.succeeded(account.id);
  return database_.write([&](Connection& db) -> Result<bool> {
    if (!use_code(db, account.id, *step)) return false;
    if (!account.has_second_step())
      log_access(db, account.id, account.centre, "set_second_step", "", "", clock_());
    return true;
  });
}

HttpResponse Door::code(Visit& visit) {
  if (visit.account) return redirect("/");
  if (!visit.waiting) return redirect("/sign-in");
  if (visit.request.method != "POST") return page(visit, code_page(visit, {}));
  std::string wrong = wait_words(visit, *visit.waiting);
  if (!wrong.empty()) return page(visit, code_page(visit, {{"code", wrong}}));
  const auto taken = takes_code(*visit.waiting, visit.value("code"));
  if (!taken) return page(visit, message_page(visit, 500, "failed"));
  if (!*taken)
    return page(visit, code_page(visit, {{"code", visit.words.plain("telephone.wrong")}}));
  const auto ended = database_.write([&](Connection& db) -> Status {
    end_session(db, visit.token_hash);
    return {};
  });
  if (!ended) return page(visit, message_page(visit, 500, "failed"));
  return begin_session(*visit.waiting, false);
}

// The key is made when somebody comes to set it up, and shown until a code has proved that the
// telephone has it; never after that.
HttpResponse Door::second_step(Visit& visit) {
  Account& account = *visit.account;
  if (account.has_second_step()) return page(visit, second_step_page(visit, {}));
  if (account.code_key.empty()) {
    account.code_key = new_code_key();
    const auto kept = database_.write([&](Connection& db) -> Status {
      set_code_key(db, vault_, account.id, account.code_key);
      return {};
    });
    if (!kept) return page(visit, message_page(visit, 500, "failed"));
  }
  if (visit.request.method != "POST") return page(visit, second_step_page(visit, {}));
  if (const std::string wait = wait_words(visit, account); !wait.empty())
    return page(visit, second_step_page(visit, {{"code", wait}}));
  const auto taken = takes_code(account, visit.value("code"));
  if (!taken) return page(visit, message_page(visit, 500, "failed"));
  if (!*taken)
    return page(visit, second_step_page(visit, {{"code", visit.words.plain("telephone.wrong")}}));
  return redirect("/");
}

Result<std::string> Door::reset_password(const std::string& account) {
  const std::string password = one_time_password();
  const std::string hash = passwords_.hash(password);
  if (hash.empty()) return Fault{"no memory for a password hash", "", "64 MiB free"};
  const auto kept = database_.write([&](Connection& db) -> Status {
    set_password(db, account, hash, true);
    forget_code_key(db, account);
    return {};
  });
  if (!kept) return kept.error();
  return password;
}

Result<std::string> Door::create(Account account, bool& is_taken) {
  const std::string password = one_time_password();
  account.id = random_uuid();
  account.must_change = true;
  account.password_hash = passwords_.hash(password);
  if (account.password_hash.empty())
    return Fault{"no memory for a password hash", "", "64 MiB free"};
  const auto kept = database_.write([&](Connection& db) -> Result<bool> {
    return create_account(db, vault_, account, clock_());
  });
  if (!kept) return kept.error();
  is_taken = !*kept;
  return password;
}

}  // namespace aktiv::casefile
