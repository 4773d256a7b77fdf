#include "kiosk/casefile/pages/named_log.h"

#include <map>

namespace aktiv::casefile {

Result<std::vector<NamedLogLine>> named_log(Connection& db, const Vault& vault,
                                            const std::string& person, int most) {
  std::vector<NamedLogLine> lines;
  std::map<std::string, std::string> names;
  for (auto& line : log_of_person(db, person, most)) {
    if (!names.contains(line.account)) {
      const auto account = find_account(db, vault, line.account);
      if (!account) return account.error();
      names[line.account] = *account ? (**account).name : "–";
    }
    const std::string& name = names[line.account];
    lines.push_back({std::move(line), name});
  }
  return lines;
}

}  // namespace aktiv::casefile
