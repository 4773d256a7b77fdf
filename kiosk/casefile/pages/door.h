// Signing in and out, sessions in a browser, one's own password and telephone. The session is a
// random token in a cookie (HttpOnly, Secure, SameSite=Strict), kept as a hash; it ends after 20
// minutes without a page and after 10 hours in any case. Where a telephone is set up, the password
// alone gives a token that opens nothing but the question for its code. Before signing in a cookie
// of its own protects the form. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/auth/device.h"
#include "kiosk/casefile/auth/password.h"
#include "kiosk/casefile/auth/throttle.h"
#include "kiosk/casefile/pages/frame.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

inline constexpr int64_t idle_ms = 20 * 60'000;
inline constexpr int64_t longest_session_ms = 10LL * 3'600'000;
inline constexpr int64_t longest_wait_ms = 10 * 60'000;  // for the code

// Offered: for a case file that only its own machine reaches.
enum class SecondStep { required, offered };

struct DoorTerms {
  PasswordWork work;
  SecondStep second_step = SecondStep::required;
};

class Door {
 public:
  Door(Database& database, const Vault& vault, Clock clock, const DoorTerms& terms);

  // Fills account, centre, csrf and token_hash where a session stands. Fails when the database
  // does.
  Status recognise(Visit& visit);
  // Whose session it was, where it ended by itself and the form was theirs.
  std::optional<std::string> ended_session(const Visit& visit);
  // Whether a POST may act: its token fits, and it comes from this site.
  bool is_own_form(const Visit& visit) const;

  HttpResponse sign_in(Visit& visit);      // GET and POST /sign-in
  HttpResponse sign_out(Visit& visit);     // POST /sign-out
  HttpResponse password(Visit& visit);     // GET and POST /password
  HttpResponse code(Visit& visit);         // GET and POST /sign-in/code
  HttpResponse second_step(Visit& visit);  // GET and POST /second-step: a telephone is set up
  bool still_wants_second_step(const Account& account) const;

  // A new one-time password for the account; ends its sessions, and forgets its telephone.
  Result<std::string> reset_password(const std::string& account);
  Result<std::string> create(Account account, bool& is_taken);

 private:
  HttpResponse check_password(Visit& visit);
  HttpResponse let_in(const Account& account);
  HttpResponse begin_session(const Account& account, bool is_waiting);
  // Whether the code fits the account's telephone and was not used; counts wrong ones.
  Result<bool> takes_code(const Account& account, const std::string& code);
  // Minutes to wait after wrong codes, in words; empty: none.
  std::string wait_words(const Visit& visit, const Account& account);
  std::vector<FormError> password_errors(const Visit& visit);

  Database& database_;
  const Vault& vault_;
  Clock clock_;
  Passwords passwords_;
  SecondStep second_step_;
  GrowingWait tries_;        // wrong passwords, a sign-in name
  GrowingWait code_tries_;   // wrong codes, an account
  RateLimit address_tries_;  // sign-ins, an address
};

std::string cookie(const HttpRequest& request, const std::string& name);

}  // namespace aktiv::casefile
