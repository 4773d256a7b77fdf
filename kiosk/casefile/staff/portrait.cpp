#include "kiosk/casefile/staff/portrait.h"

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/staff/staff_context.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/digest.h"

namespace aktiv::casefile {
namespace {

constexpr const char* type = "DocumentReference";
constexpr const char* portrait = "portrait";
constexpr const char* portrait_system = "urn:aktiv-dialog:portrait";

Json head_of(const std::string& id, const std::string& patient, const char* status) {
  return {{"resourceType", type},
          {"meta", {{"tag", {{{"system", staff_tag}, {"code", portrait}}}}}},
          {"identifier", {{{"system", portrait_system}, {"value", id}}}},
          {"status", status},
          {"subject", {{"reference", "Patient/" + patient}}}};
}

// Those that stand: one, or two where two folders became one.
Result<std::vector<StoredResource>> standing(Connection& db, const Vault& vault,
                                             const Person& person) {
  std::vector<StoredResource> found;
  if (person.patients.empty()) return found;
  ResourceQuery query;
  query.type = type;
  query.centre = person.centre;
  query.patients = {person.patients};
  query.tags = {{{staff_tag, portrait}}};
  query.sees_staffs = query.only_staffs = true;
  const Status read = for_each_resource(db, vault, query, [&](const StoredResource& stored) {
    if (!stored.is_withdrawn) found.push_back(stored);
    return Status();
  });
  if (!read) return read.error();
  return found;
}

}  // namespace

Result<std::optional<std::string>> portrait_of(Connection& db, const Vault& vault,
                                               const Person& person) {
  const auto found = standing(db, vault, person);
  if (!found) return found.error();
  if (found->empty()) return std::optional<std::string>();
  const auto document = parse_json(found->back().body);
  std::optional<std::string> jpeg;
  if (document)
    for (const Json& content : member_of(*document, "content"))
      jpeg = fhir::from_base64(text_of(member_of(content, "attachment"), "data"));
  if (!jpeg)
    return Fault{"a kept photo is damaged", type + ("/" + found->back().key.id), "a whole JPEG"};
  return jpeg;
}

bool has_portrait(Connection& db, const Person& person) {
  for (const std::string& patient : person.patients) {
    Statement row(db,
                  "SELECT 1 FROM tag t JOIN resource r ON r.type = t.type AND r.id = t.id WHERE "
                  "t.type = ? AND t.system = ? AND t.code = ? AND r.patient = ? AND "
                  "r.is_withdrawn = 0",
                  type, staff_tag, portrait, patient);
    if (row.step()) return true;
  }
  return false;
}

MaybeProblem put_portrait(StaffWriting& writing, const std::string& jpeg) {
  if (writing.person.patients.empty())
    return Problem{404, "not-found", "nobody to have a photo of", type, "a citizen"};
  if (auto problem = take_portrait_away(writing)) return problem;
  const std::string id = random_uuid();
  Json document = head_of(id, writing.person.patients.front(), "current");
  document["content"] = {
      {{"attachment",
        {{"contentType", "image/jpeg"}, {"data", fhir::to_base64(jpeg)}, {"size", jpeg.size()}}}}};
  WriteContext context = staff_context(writing);
  const auto written = create_resource(context, std::move(document), id);
  if (!written) return written.problem();
  return std::nullopt;
}

MaybeProblem take_portrait_away(StaffWriting& writing) {
  const auto found = standing(writing.db, writing.vault, writing.person);
  if (!found) return internal_problem(found.error());
  for (const StoredResource& stored : *found) {
    Json mark = head_of(stored.key.id, stored.patient, "entered-in-error");
    mark["id"] = stored.key.id;
    mark["content"] = {{{"attachment", {{"contentType", "image/jpeg"}}}}};
    WriteContext context = staff_context(writing);
    const auto written =
        update_resource(context, stored.key, std::move(mark), etag_of(stored.version));
    if (!written) return written.problem();
  }
  return std::nullopt;
}

}  // namespace aktiv::casefile
