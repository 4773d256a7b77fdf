// Targets by kind of employment and year: the leader's own numbers, kept as they were written. Free
// functions over a Connection.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/casefile/store/sqlite.h"

namespace aktiv::casefile {

// As the unit counted them when it began; stored, never renamed.
inline constexpr std::array employment_types = {"ordinary_special_terms",
                                                "sheltered_employment_103", "activity_offer_104"};
inline constexpr int most_target = 100'000;

// Type and year; nothing set: not there.
using Targets = std::map<std::pair<std::string, int>, int>;

Targets targets(Connection& db);
// Nothing: taken out.
void set_target(Connection& db, const std::string& type, int year, std::optional<int> value);

}  // namespace aktiv::casefile
