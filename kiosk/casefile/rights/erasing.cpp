#include "kiosk/casefile/rights/erasing.h"

#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/casefile/store/kept_forms.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/patient.h"

namespace aktiv::casefile {
namespace {

// The readings go with their resources (a trigger).
void erase_resources_about(Connection& db, const std::string& patient) {
  for (const char* table : {"identifier", "tag", "resource_version"})
    Statement(db,
              "DELETE FROM " + std::string(table) +
                  " WHERE (type, id) IN (SELECT type, id FROM resource WHERE patient = ?)",
              patient)
        .run();
  Statement(db, "DELETE FROM resource WHERE patient = ?", patient).run();
}

Status leave_the_mark(Connection& db, const Vault& vault, const std::string& id, int64_t now_ms) {
  const ResourceKey key{"Patient", id};
  const auto found = find_resource(db, vault, key);
  if (!found) return found.error();
  if (!*found) return {};
  StoredResource mark = **found;
  auto remains = parse_json(fhir::erased(mark.body));
  if (!remains) return Fault{"a Patient cannot be read", "Patient/" + id, "a JSON object"};
  mark.version += 1;
  mark.updated_ms = now_ms;
  mark.is_withdrawn = true;
  stamp(*remains, id, mark.version, now_ms);
  mark.body = remains->dump();
  mark.identifiers = identifiers_of(*remains);
  mark.tags = tags_of(*remains);
  if (!replace_resource(db, vault, mark))
    return Fault{"a pseudonym is somebody else's, too", "Patient/" + id, "one Patient each"};
  Statement(db, "DELETE FROM resource_version WHERE type = 'Patient' AND id = ? AND version < ?",
            id, mark.version)
      .run();
  return {};
}

}  // namespace

Status erase_person(Connection& db, const Vault& vault, const Person& person, int64_t now_ms) {
  for (const std::string& patient : person.patients) {
    erase_resources_about(db, patient);
    if (Status marked = leave_the_mark(db, vault, patient, now_ms); !marked) return marked;
  }
  for (const char* table : {"pseudonym", "circle"})
    Statement(db, "DELETE FROM " + std::string(table) + " WHERE person = ?", person.id).run();
  Statement(db, "DELETE FROM person WHERE id = ?", person.id).run();
  return forget_kept_forms_to(db, vault, "/citizens/" + person.id + "/");
}

}  // namespace aktiv::casefile
