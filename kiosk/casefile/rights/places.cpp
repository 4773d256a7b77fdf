#include "kiosk/casefile/rights/places.h"

#include <algorithm>
#include <array>

namespace aktiv::casefile {
namespace {

bool is_mentor(const Account& account) {
  return account.is_mentor();
}
bool is_day_centre(const Account& account) {
  return account.role == StaffRole::day_centre;
}
bool is_leader(const Account& account) {
  return account.is_leader;
}
bool is_administrator(const Account& account) {
  return account.is_administrator;
}
bool is_at_work(const Account& account) {
  return account.is_at_centre() || account.is_leader || account.is_administrator;
}
bool is_anybody(const Account&) {
  return true;
}

struct Rule {
  Place place;
  bool (*is_for)(const Account&);
};
constexpr std::array rules = {
    Rule{{"/citizens", "nav.citizens"}, is_mentor},
    Rule{{"/day", "nav.day"}, is_day_centre},
    Rule{{"/shared", "nav.shared"}, is_anybody},
    Rule{{"/offers", "nav.offers"}, is_at_work},
    Rule{{"/administration", "nav.administration"}, is_administrator},
    Rule{{"/leader", "nav.leader"}, is_leader},
    Rule{{"/evaluation", "nav.evaluation"}, is_leader},
    Rule{{"/password", "nav.password"}, is_anybody},
};

// "leader.csv" belongs to "leader".
bool leads_to(std::string_view segment, const Place& place) {
  return segment.substr(0, segment.find('.')) == place.path.substr(1);
}

}  // namespace

std::vector<Place> places_of(const Account& account) {
  std::vector<Place> places;
  for (const Rule& rule : rules)
    if (rule.is_for(account)) places.push_back(rule.place);
  return places;
}

std::string_view first_place(const Account& account) {
  for (const auto& [place, is_for] : rules) {
    const bool is_own = is_for != is_anybody && is_for != is_at_work;
    if (is_own && is_for(account)) return place.path;
  }
  return "/shared";
}

bool may_enter(const Account& account, std::string_view segment) {
  const auto rule =
      std::ranges::find_if(rules, [&](const Rule& one) { return leads_to(segment, one.place); });
  return rule == rules.end() || rule->is_for(account);
}

}  // namespace aktiv::casefile
