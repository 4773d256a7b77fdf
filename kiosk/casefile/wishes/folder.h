// Everything that one person said and that was seen, read from the kept FHIR resources: the only
// place in the case file where resources become submissions. Owns nothing; runs inside
// Database::read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/staff/records.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// The sign-in pictures, "signs/sunflower": one, or two where one is not enough; empty: not told.
using Signs = std::vector<std::string>;

struct Folder {
  std::vector<Submission> submissions;    // newest first; without session records
  std::vector<Observation> observations;  // newest first
  std::vector<Observation> told;          // plans as kiosks were told of them from here
  std::vector<int64_t> taken_back_ms;     // when; what it was is gone
  int unreadable = 0;                     // kept, from a newer kiosk or another system
  Signs signs;
  std::vector<KeptRecord> records;  // what staff wrote, apart; oldest first
  std::map<SubmissionId, std::string> kiosks;

  const Submission* talk(const SubmissionId& id) const;  // nullptr: none of theirs
  // The name of the kiosk on which it was said; empty: not known any more.
  const std::string& kiosk_of(const SubmissionId& id) const;
};

// All submissions of one conversation, whole, in the order in which they were held.
Result<std::vector<Submission>> whole_conversation(Connection& db, const Vault& vault,
                                                   const Person& person, const Folder& folder,
                                                   const ConversationId& conversation);
Result<Folder> folder_of(Connection& db, const Vault& vault, const Forms& forms,
                         const Person& person);
// Only the signs: for lists.
Result<Signs> signs_of(Connection& db, const Vault& vault, const Person& person);
// One submission whole, with its session record; a Fault where a part is missing or changed.
Result<Submission> whole_submission(Connection& db, const Vault& vault, const Person& person,
                                    const SubmissionId& id);

}  // namespace aktiv::casefile
