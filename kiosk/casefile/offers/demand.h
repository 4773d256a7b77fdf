// Wishes for which there is no offer yet: a card, the musts and a month. Nothing says whose they
// are, and what is shown is hidden where fewer than five asked. Free functions over a Connection.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

inline constexpr int least_shown = 5;  // smaller groups could be somebody

struct Demand {
  std::string card;                // of the deck "jobs"
  std::vector<std::string> musts;  // of "conds", sorted
  std::string month;               // "2026-11"
};

std::string quarter_of(const std::string& month);  // "2026-11" -> "2026-4"

void keep_demand(Connection& db, const Vault& vault, const std::string& centre,
                 const Demand& demand);

// Counted by quarter and card over the whole municipality: "2026-4", how many. Groups under five
// are left out and counted together.
struct DemandLine {
  std::string quarter;
  std::string card;
  int count = 0;
};
struct DemandList {
  std::vector<DemandLine> lines;  // newest quarter first, then most asked for
  int hidden = 0;                 // wishes in groups under five
};
Result<DemandList> demand_list(Connection& db, const Vault& vault);

}  // namespace aktiv::casefile
