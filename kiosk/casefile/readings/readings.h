// Readings kept beside their resources: free functions over a Connection, inside Database::read or
// Database::write, as in store/resources.h. SQLite's faults travel to there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/kept.h"

namespace aktiv::casefile {

// One response of a kiosk; `said` is empty where it cannot be read here, or was taken back.
struct Reading {
  std::string kiosk;  // id of the one that sent it first
  int64_t updated_ms = 0;
  bool is_withdrawn = false;
  fhir::KeptResponse said;
};

// Beside what was just inserted or replaced, in the same transaction. What no kiosk sent, and what
// is no response, has none.
void keep_reading(Connection& db, const Vault& vault, const StoredResource& stored);

// After a change of their form, in one page's time.
inline constexpr int most_readings_made = 200;
// Makes the ones that are missing, or of another form: at most `at_most`, for the writer is held.
// Fails when a seal does not open.
Status make_missing_readings(Connection& db, const Vault& vault, const Person& person, int at_most);

// Of all responses about the person, oldest first. Those without a reading are read from the
// resource: slower, and the same.
Result<std::vector<Reading>> readings_of(Connection& db, const Vault& vault, const Person& person);
// Only of those that came or were changed since then; those without a reading are left out.
Result<std::vector<Reading>> readings_since(Connection& db, const Vault& vault,
                                            const Person& person, int64_t since_ms);

}  // namespace aktiv::casefile
