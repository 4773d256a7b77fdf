#include "kiosk/casefile/pages/named_log.h"

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

Result<std::map<std::string, std::string>> names_of_staff(Connection& db, const Vault& vault,
                                                          const std::vector<KeptRecord>& records) {
  std::map<std::string, std::string> names;
  for (const KeptRecord& kept : records) {
    const std::string& id = kept.record.author;
    if (id.empty() || names.contains(id)) continue;
    const auto account = find_account(db, vault, id);
    if (!account) return account.error();
    if (*account) names[id] = (**account).name;
  }
  return names;
}

}  // namespace aktiv::casefile
