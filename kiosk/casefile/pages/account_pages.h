// Signing in, choosing a password, and the administrator's page, from values. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/frame.h"
#include "kiosk/casefile/store/accounts.h"
#include "kiosk/casefile/store/kiosks.h"

namespace aktiv::casefile {

PageContent sign_in_page(const Visit& visit, std::vector<FormError> errors);
// The code that the telephone shows.
PageContent code_page(const Visit& visit, std::vector<FormError> errors);
// The key for a telephone, until it is set up; then that it is.
PageContent second_step_page(const Visit& visit, std::vector<FormError> errors);
PageContent password_page(const Visit& visit, std::vector<FormError> errors);

struct CentreView {
  Centre centre;
  std::vector<Kiosk> kiosks;
};

// Something shown once, here and never again: a password or an enrolment code.
struct ShownOnce {
  std::string words_key;  // "once.password": casefile.<key>, with {for}
  std::string for_whom;
  std::string secret;
};

struct AdministrationView {
  std::vector<Account> accounts;
  std::vector<CentreView> centres;
};
PageContent administration_page(const Visit& visit, const AdministrationView& view,
                                std::vector<FormError> errors);
// What one account may do.
PageContent rights_page(const Visit& visit, const Account& account,
                        const std::vector<Centre>& centres, std::vector<FormError> errors);
PageContent shown_once_page(const Visit& visit, const ShownOnce& shown);
// "Not here", "not allowed": one calm sentence and one thing to do.
PageContent message_page(const Visit& visit, int status, const std::string& key);

}  // namespace aktiv::casefile
