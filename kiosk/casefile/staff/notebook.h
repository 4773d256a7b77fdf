// Keeping what staff write: free functions over a Connection, inside Database::read or
// Database::write, as in store/resources.h. SQLite's faults travel to there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/staff/note.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

struct KeptNote {
  Note note;
  int64_t version = 1;
};

// Who writes, about whom and when.
struct StaffWriting {
  Connection& db;
  const Vault& vault;
  const Person& person;
  std::string account;
  int64_t now_ms = 0;
};

// Oldest first. What cannot be read (written by a newer program) is left out and counted.
struct Notes {
  std::vector<KeptNote> notes;
  int unreadable = 0;
};
Result<Notes> notes_of(Connection& db, const Vault& vault, const Person& person);
Result<std::optional<KeptNote>> find_note(Connection& db, const Vault& vault, const Person& person,
                                          const std::string& id);

// Fills id, author and time. A Problem where what was written may not be kept (a CPR number).
Checked<KeptNote> write_note(StaffWriting& writing, Note note);
// In the place of the version that was read. 412: somebody has changed it since, and nothing of
// either is lost; 404: it is not this person's, or was taken out.
Checked<KeptNote> change_note(StaffWriting& writing, Note note, int64_t version);
// What it said is gone, earlier versions too.
MaybeProblem take_out_note(StaffWriting& writing, const std::string& id, int64_t version);

}  // namespace aktiv::casefile
