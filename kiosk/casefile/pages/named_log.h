// The access log of one person with the names of those who stand in it. Inside Database::read.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// Newest first, at most `most`.
Result<std::vector<NamedLogLine>> named_log(Connection& db, const Vault& vault,
                                            const std::string& person, int most);

}  // namespace aktiv::casefile
