// Whom a day centre may see, and who comes on a day. Free functions over a Connection, inside
// Database::read, as store/resources.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {

// Somebody who said that the day centre may see them.
struct Guest {
  Person person;  // by the first name that may be seen, and no other
  bool has_photo = false;
  std::vector<KeptRecord> records = {};  // all that staff wrote; find_guest alone reads them
};

struct Arrival {
  Guest guest;
  Record visit;  // of the form "visit"
};

struct DayList {
  std::vector<Arrival> arrivals;  // by time, then by name
  int unnamed = 0;                // come, and are not to be seen
  std::vector<Guest> others;      // may be seen, and are not expected; by name
};

// day: "2026-12-01".
Result<DayList> day_list(Connection& db, const Vault& vault, const Forms& forms,
                         const std::string& centre, const std::string& day);
// Nothing where there is no such citizen in the centre, or one who is not to be seen.
Result<std::optional<Guest>> find_guest(Connection& db, const Vault& vault, const Forms& forms,
                                        const std::string& centre, const std::string& person);

// What staff of the day centre find again: what the account itself wrote in the day centre's forms,
// and what the citizen answered to its suggestions, without their words.
std::vector<KeptRecord> own_at_day_centre(const std::vector<KeptRecord>& records,
                                          const Forms& forms, const std::string& account);

// What the citizen said to a suggestion last; nullptr: they have not been asked.
const KeptRecord* answer_to_change(const std::vector<KeptRecord>& records,
                                   const std::string& change);

}  // namespace aktiv::casefile
