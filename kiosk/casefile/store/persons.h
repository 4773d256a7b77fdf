// The person behind one pseudonym or several. The name is kept here and nowhere else, sealed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

struct Person {
  std::string id;
  std::string centre;
  std::string name;                   // empty: nobody linked it to a name yet
  std::vector<std::string> patients;  // Patient ids, oldest first
};

// A new pseudonym begins as a person of its own, without a name.
void ensure_person(Connection& db, const std::string& patient, const std::string& centre,
                   int64_t now_ms);
Result<std::vector<Person>> persons_of_centre(Connection& db, const Vault& vault,
                                              const std::string& centre);
// Nothing where there is no such person in that centre.
Result<std::optional<Person>> find_person(Connection& db, const Vault& vault, const std::string& id,
                                          const std::string& centre);
// Wherever they belong: for somebody in their circle.
Result<std::optional<Person>> person_anywhere(Connection& db, const Vault& vault,
                                              const std::string& id);
void name_person(Connection& db, const Vault& vault, const std::string& id,
                 const std::string& name);
// All pseudonyms of `from` become `into`'s; `from` ends.
void merge_persons(Connection& db, const std::string& from, const std::string& into);
// Takes one pseudonym out again, as a person of its own. Returns the new person's id.
std::string separate_pseudonym(Connection& db, const std::string& patient,
                               const std::string& centre, int64_t now_ms);

}  // namespace aktiv::casefile
