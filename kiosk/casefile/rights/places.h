// Which pages an account comes to, and where it begins. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/casefile/store/accounts.h"

namespace aktiv::casefile {

struct Place {
  std::string_view path;  // "/citizens"
  std::string_view key;   // of its name: casefile.<key>
};

// In the order in which they stand in every page's head.
std::vector<Place> places_of(const Account& account);
// The first of them: where one comes after signing in.
std::string_view first_place(const Account& account);
// Whether the account may go where the address's first segment leads; true for what is no place.
bool may_enter(const Account& account, std::string_view segment);

}  // namespace aktiv::casefile
