// One photo of a citizen, for those who may see it (day/guests.h): a DocumentReference that staff
// wrote, so that no kiosk is given it and it goes when the citizen is erased. Inside Database::read
// or Database::write, as records.h.
#pragma once

#include <optional>
#include <string>

#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {

// A JPEG; nothing: there is none.
Result<std::optional<std::string>> portrait_of(Connection& db, const Vault& vault,
                                               const Person& person);
bool has_portrait(Connection& db, const Person& person);
// In the place of the one before, of which nothing stays. `jpeg`: square, with nothing of the
// camera in it (pages/papers.h).
MaybeProblem put_portrait(StaffWriting& writing, const std::string& jpeg);
MaybeProblem take_portrait_away(StaffWriting& writing);

}  // namespace aktiv::casefile
