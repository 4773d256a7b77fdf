#include "kiosk/casefile/store/persons.h"

#include "kiosk/casefile/auth/secret.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const std::string& person) {
  return "person|" + person + "|name";
}

std::string insert_person(Connection& db, const std::string& centre, int64_t now_ms) {
  const std::string id = random_uuid();
  Statement(db, "INSERT INTO person(id, centre, created_ms) VALUES(?,?,?)", id, centre, now_ms)
      .run();
  return id;
}

std::vector<std::string> patients_of(Connection& db, const std::string& person) {
  Statement rows(db,
                 "SELECT p.patient FROM pseudonym p JOIN resource r ON r.type = 'Patient' AND "
                 "r.id = p.patient WHERE p.person = ? ORDER BY r.updated_ms, r.id",
                 person);
  std::vector<std::string> patients;
  while (rows.step()) patients.push_back(rows.text(0));
  return patients;
}

Result<Person> person_of(Connection& db, const Vault& vault, const Statement& row) {
  Person person{row.text(0), row.text(1), "", {}};
  if (!row.is_null(2)) {
    auto name = vault.unseal(row.text(2), place_of(person.id));
    if (!name) return name.error();
    person.name = std::move(*name);
  }
  person.patients = patients_of(db, person.id);
  return person;
}

}  // namespace

void ensure_person(Connection& db, const std::string& patient, const std::string& centre,
                   int64_t now_ms) {
  Statement known(db, "SELECT 1 FROM pseudonym WHERE patient = ?", patient);
  if (known.step()) return;
  const std::string person = insert_person(db, centre, now_ms);
  Statement(db, "INSERT INTO pseudonym(patient, person) VALUES(?,?)", patient, person).run();
}

Result<std::vector<Person>> persons_of_centre(Connection& db, const Vault& vault,
                                              const std::string& centre) {
  Statement rows(db, "SELECT id, centre, name FROM person WHERE centre = ? ORDER BY created_ms, id",
                 centre);
  std::vector<Person> persons;
  while (rows.step()) {
    auto person = person_of(db, vault, rows);
    if (!person) return person.error();
    persons.push_back(std::move(*person));
  }
  return persons;
}

Result<std::optional<Person>> person_anywhere(Connection& db, const Vault& vault,
                                              const std::string& id) {
  Statement row(db, "SELECT id, centre, name FROM person WHERE id = ?", id);
  if (!row.step()) return std::optional<Person>();
  auto person = person_of(db, vault, row);
  if (!person) return person.error();
  return std::optional<Person>(std::move(*person));
}

Result<std::optional<Person>> find_person(Connection& db, const Vault& vault, const std::string& id,
                                          const std::string& centre) {
  auto person = person_anywhere(db, vault, id);
  if (person && *person && (**person).centre != centre) person->reset();
  return person;
}

void name_person(Connection& db, const Vault& vault, const std::string& id,
                 const std::string& name) {
  const std::string sealed = vault.seal(name, place_of(id));
  Statement(db, "UPDATE person SET name = ? WHERE id = ?", Blob{sealed}, id).run();
}

void merge_persons(Connection& db, const std::string& from, const std::string& into) {
  Statement(db, "UPDATE pseudonym SET person = ? WHERE person = ?", into, from).run();
  Statement(db, "UPDATE access_log SET person = ? WHERE person = ?", into, from).run();
  Statement(db, "DELETE FROM person WHERE id = ?", from).run();
}

std::string separate_pseudonym(Connection& db, const std::string& patient,
                               const std::string& centre, int64_t now_ms) {
  const std::string person = insert_person(db, centre, now_ms);
  Statement(db, "UPDATE pseudonym SET person = ? WHERE patient = ?", person, patient).run();
  return person;
}

}  // namespace aktiv::casefile
