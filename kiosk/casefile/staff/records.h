// Keeping what staff write: free functions over a Connection, inside Database::read or
// Database::write, as in store/resources.h. SQLite's faults travel to there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/staff/form.h"
#include "kiosk/casefile/staff/record.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

struct KeptRecord {
  Record record;
  int64_t version = 1;
};

// Who writes, about whom and when.
struct StaffWriting {
  Connection& db;
  const Vault& vault;
  const Forms& forms;
  const Person& person;
  std::string account;
  int64_t now_ms = 0;
};

// Oldest first. What cannot be read (written by a newer program) is left out and counted.
struct Records {
  std::vector<KeptRecord> records;
  int unreadable = 0;
};
Result<Records> records_of(Connection& db, const Vault& vault, const Forms& forms,
                           const Person& person);
// All of one form in a centre, with the Patient it is about; those of one day, where `day` says one
// and the form has a field to find them by.
struct RecordOfPatient {
  Record record;
  std::string patient;
};
Result<std::vector<RecordOfPatient>> records_in_centre(Connection& db, const Vault& vault,
                                                       const Forms& forms,
                                                       const std::string& centre,
                                                       const std::string& form,
                                                       const std::string& day = "");
Result<std::optional<KeptRecord>> find_record(Connection& db, const Vault& vault,
                                              const Forms& forms, const Person& person,
                                              const std::string& id);

// Fills id, author and time.
Checked<KeptRecord> write_record(StaffWriting& writing, Record record);
// In the place of the version that was read; form and what it is about stay. 412: somebody has
// changed it since, and nothing of either is lost; 404: it is not this person's, or was taken out.
Checked<KeptRecord> change_record(StaffWriting& writing, Record record, int64_t version);
// What it said is gone, earlier versions too.
MaybeProblem take_out_record(StaffWriting& writing, const std::string& id, int64_t version);

}  // namespace aktiv::casefile
