// Everything that one person said and that was seen, read from the kept FHIR resources: the only
// place in the case file where resources become submissions. Owns nothing; runs inside
// Database::read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

struct KeptSubmission {
  Submission submission;   // without its session record
  std::string kiosk_name;  // empty: the kiosk is not known any more
};

struct Folder {
  std::vector<KeptSubmission> submissions;  // newest first
  std::vector<Observation> observations;    // newest first
  std::vector<int64_t> taken_back_ms;       // when; what it was is gone
  int unreadable = 0;                       // kept, from a newer kiosk or another system
  std::string sign;  // the sign-in picture, "signs/sunflower"; empty: not told
};

Result<Folder> folder_of(Connection& db, const Vault& vault, const Person& person);
// Only the sign: for lists.
Result<std::string> sign_of(Connection& db, const Vault& vault, const Person& person);

}  // namespace aktiv::casefile
