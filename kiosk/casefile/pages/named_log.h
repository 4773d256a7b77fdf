// The access log of one person, and the names of those who wrote. Inside Database::read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// Newest first, at most `most`.
Result<std::vector<NamedLogLine>> named_log(Connection& db, const Vault& vault,
                                            const std::string& person, int most);

// By account id, of whoever wrote one of them.
Result<std::map<std::string, std::string>> names_of_staff(Connection& db, const Vault& vault,
                                                          const std::vector<KeptRecord>& records);

}  // namespace aktiv::casefile
