// Everything about one citizen goes, and their kiosks learn of it. Inside Database::write; after it
// Database::truncate_log. What was counted without a name (evaluations, demand) stays: nobody can
// tell whose it was.
#pragma once

#include <cstdint>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// What citizen and staff said and wrote, every version of it, the name, the circle. Of each Patient
// stays that it was erased, under its pseudonym (fhir/patient.h), for the centre's kiosks. Of the
// access log stay its lines, which name nobody any more.
Status erase_person(Connection& db, const Vault& vault, const Person& person, int64_t now_ms);

}  // namespace aktiv::casefile
