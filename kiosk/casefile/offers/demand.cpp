#include "kiosk/casefile/offers/demand.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const std::string& id) {
  return "demand|" + id;
}

}  // namespace

std::string quarter_of(const std::string& month) {
  if (month.size() != 7) return {};
  const int number = (month[5] - '0') * 10 + (month[6] - '0');
  return month.substr(0, 5) + std::to_string((number - 1) / 3 + 1);
}

void keep_demand(Connection& db, const Vault& vault, const std::string& centre,
                 const Demand& demand) {
  const std::string id = random_uuid();
  const Json body = {{"card", demand.card}, {"musts", demand.musts}, {"month", demand.month}};
  Statement(db, "INSERT INTO demand(id, centre, body) VALUES(?,?,?)", id, centre,
            Blob{vault.seal(body.dump(), place_of(id))})
      .run();
}

Result<DemandList> demand_list(Connection& db, const Vault& vault) {
  std::map<std::pair<std::string, std::string>, int> counts;
  Statement rows(db, "SELECT id, body FROM demand");
  while (rows.step()) {
    const auto body = vault.unseal(rows.text(1), place_of(rows.text(0)));
    if (!body) return body.error();
    const auto json = parse_json(*body);
    if (!json) return Fault{"a wish in the demand list cannot be read", "demand", "JSON"};
    ++counts[{quarter_of(text_of(*json, "month")), text_of(*json, "card")}];
  }
  DemandList list;
  for (const auto& [group, count] : counts) {
    if (count < least_shown)
      list.hidden += count;
    else
      list.lines.push_back({group.first, group.second, count});
  }
  std::ranges::stable_sort(list.lines, [](const DemandLine& one, const DemandLine& other) {
    return std::tuple(other.quarter, other.count) < std::tuple(one.quarter, one.count);
  });
  return list;
}

}  // namespace aktiv::casefile
