// A citizen's circle: which account stands for which of their people. Which people may see a result
// is what the citizen says (F2); who those people are, the mentor knows. As what somebody belongs
// to a circle is sealed. Closed accounts belong to none. Free functions, as in resources.h.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// Beside the PEOPLE ids: "You and your mentor can see them".
inline constexpr std::string_view as_mentor = "mentor";

struct CircleMember {
  std::string account;
  std::string name;  // of the account
  int64_t since_ms = 0;
  std::vector<std::string> as;  // PEOPLE ids, or as_mentor

  bool is_as(std::string_view card) const;
};
using Circle = std::vector<CircleMember>;

Result<Circle> circle_of(Connection& db, const Vault& vault, const std::string& person);
// By person, of all of a centre's citizens who have any.
Result<std::map<std::string, Circle>> circles_of_centre(Connection& db, const Vault& vault,
                                                        const std::string& centre);
// The persons in whose circles the account stands.
std::vector<std::string> persons_around(Connection& db, const std::string& account);

// Adds `as` to what the account is already.
Status join_circle(Connection& db, const Vault& vault, const std::string& person,
                   const std::string& account, const std::string& as, int64_t now_ms);
// Takes it away; whoever is nothing more stands outside. false: they were not.
Result<bool> leave_circle(Connection& db, const Vault& vault, const std::string& person,
                          const std::string& account, const std::string& as);
// All of `from`'s circle joins `into`'s; `from` has none then.
Status merge_circles(Connection& db, const Vault& vault, const std::string& from,
                     const std::string& into);

}  // namespace aktiv::casefile
