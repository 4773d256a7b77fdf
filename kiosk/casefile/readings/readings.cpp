#include "kiosk/casefile/readings/readings.h"

#include <algorithm>

#include "kiosk/casefile/readings/packed.h"

namespace aktiv::casefile {
namespace {

constexpr const char* response = "QuestionnaireResponse";

std::string place_of(const std::string& id, int64_t version) {
  return "reading|" + id + "|" + std::to_string(version);
}

fhir::KeptResponse read_now(const StoredResource& stored) {
  if (stored.is_withdrawn) return {};
  return fhir::read_kept(stored.body);
}

void keep(Connection& db, const Vault& vault, const StoredResource& stored) {
  const std::string sealed =
      vault.seal(packed(read_now(stored)), place_of(stored.key.id, stored.version));
  Statement(db,
            "INSERT OR REPLACE INTO reading(patient, id, version, centre, kiosk, updated_ms, "
            "is_withdrawn, form, body) VALUES(?,?,?,?,?,?,?,?,?)",
            stored.patient, stored.key.id, stored.version, stored.centre, stored.kiosk,
            stored.updated_ms, stored.is_withdrawn ? 1 : 0, reading_form, Blob{sealed})
      .run();
}

// Found in an index, without a look into any row.
size_t how_many(Connection& db, const std::string& patient) {
  Statement count(db, "SELECT count(*) FROM reading WHERE patient = ? AND form = ?", patient,
                  reading_form);
  count.step();
  return static_cast<size_t>(count.number(0));
}

size_t how_many_responses(Connection& db, const std::string& patient) {
  Statement count(
      db, "SELECT count(*) FROM resource WHERE patient = ? AND type = ? AND is_for_staff = 0",
      patient, response);
  count.step();
  return static_cast<size_t>(count.number(0));
}

std::vector<std::string> missing(Connection& db, const std::string& patient) {
  std::vector<std::string> ids;
  if (how_many(db, patient) >= how_many_responses(db, patient)) return ids;
  Statement rows(db,
                 "SELECT r.id FROM resource r LEFT JOIN reading g ON g.patient = r.patient AND "
                 "g.id = r.id AND g.form = ?3 WHERE r.patient = ?1 AND r.type = ?2 AND "
                 "r.is_for_staff = 0 AND g.id IS NULL",
                 patient, response, reading_form);
  while (rows.step()) ids.push_back(rows.text(0));
  return ids;
}

// Each response that has no reading, until `take` says that it is enough.
template <class Take>
Status for_each_missing(Connection& db, const Vault& vault, const Person& person, Take&& take) {
  for (const std::string& patient : person.patients)
    for (const std::string& id : missing(db, patient)) {
      const auto stored = find_resource(db, vault, {response, id});
      if (!stored) return stored.error();
      if (*stored && !take(**stored)) return {};
    }
  return {};
}

Status add_kept(Connection& db, const Vault& vault, const std::string& centre,
                const std::string& patient, int64_t since_ms, std::vector<Reading>& readings) {
  Statement rows(db,
                 "SELECT id, version, kiosk, updated_ms, is_withdrawn, body FROM reading WHERE "
                 "patient = ? AND centre = ? AND form = ? AND updated_ms >= ?",
                 patient, centre, reading_form, since_ms);
  while (rows.step()) {
    const auto bytes = vault.unseal(rows.text(5), place_of(rows.text(0), rows.number(1)));
    if (!bytes) return bytes.error();
    auto said = unpacked(*bytes);
    if (!said)
      return Fault{"a kept reading is damaged", "reading " + rows.text(0),
                   "form " + std::to_string(reading_form)};
    readings.push_back({rows.text(2), rows.number(3), rows.number(4) != 0, std::move(*said)});
  }
  return {};
}

}  // namespace

void keep_reading(Connection& db, const Vault& vault, const StoredResource& stored) {
  if (stored.key.type != response || stored.is_for_staff || stored.patient.empty()) return;
  keep(db, vault, stored);
}

Status make_missing_readings(Connection& db, const Vault& vault, const Person& person,
                             int at_most) {
  if (at_most <= 0) return {};
  return for_each_missing(db, vault, person, [&](const StoredResource& stored) {
    keep(db, vault, stored);
    return --at_most > 0;
  });
}

Result<std::vector<Reading>> readings_of(Connection& db, const Vault& vault, const Person& person) {
  std::vector<Reading> readings;
  for (const std::string& patient : person.patients) {
    readings.reserve(readings.size() + how_many(db, patient));
    if (Status kept = add_kept(db, vault, person.centre, patient, 0, readings); !kept)
      return kept.error();
  }
  const Status read = for_each_missing(db, vault, person, [&](const StoredResource& stored) {
    if (stored.centre == person.centre)
      readings.push_back({stored.kiosk, stored.updated_ms, stored.is_withdrawn, read_now(stored)});
    return true;
  });
  if (!read) return read.error();
  std::ranges::stable_sort(readings, {}, &Reading::updated_ms);
  return readings;
}

Result<std::vector<Reading>> readings_since(Connection& db, const Vault& vault,
                                            const Person& person, int64_t since_ms) {
  std::vector<Reading> readings;
  for (const std::string& patient : person.patients)
    if (Status kept = add_kept(db, vault, person.centre, patient, since_ms, readings); !kept)
      return kept.error();
  std::ranges::stable_sort(readings, {}, &Reading::updated_ms);
  return readings;
}

}  // namespace aktiv::casefile
