#include "kiosk/casefile/staff/records.h"

#include <algorithm>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/staff/record_fhir.h"
#include "kiosk/casefile/staff/staff_context.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {
namespace {

constexpr const char* type = "QuestionnaireResponse";

Problem not_there() {
  return {404, "not-found", "there is no such record", type, "a record of this citizen"};
}

Problem no_form() {
  return {422, "invalid", "there is no such form", type, "a form of assets/casefile/forms.toml"};
}

// Where it is kept; nothing where it is another citizen's, or gone.
Result<std::optional<StoredResource>> stored_record(Connection& db, const Vault& vault,
                                                    const Person& person, const std::string& id) {
  const auto ids = ids_with_identifier(db, type, {std::string(record_system), id});
  if (ids.empty()) return std::optional<StoredResource>();
  auto stored = find_resource(db, vault, {type, ids.front()});
  if (!stored || !*stored) return stored;
  const bool is_theirs = std::ranges::count(person.patients, (**stored).patient) > 0;
  if (!is_theirs || (**stored).is_withdrawn) return std::optional<StoredResource>();
  return stored;
}

Checked<KeptRecord> kept_from(Checked<Written> written, Record record) {
  if (!written) return written.problem();
  return KeptRecord{std::move(record), written->version};
}

// At the id under which it is kept; empty: new.
Json json_of(const std::string& resource, const std::string& id = "") {
  Json json = *parse_json(resource);
  if (!id.empty()) json["id"] = id;
  return json;
}

// Every stored response that staff wrote and nobody took out.
template <class Take>
Status for_each_stored(Connection& db, const Vault& vault, ResourceQuery query, Take&& take) {
  query.type = type;
  query.only_staffs = true;
  query.sees_staffs = true;
  return for_each_resource(db, vault, std::move(query), [&](const StoredResource& stored) {
    if (!stored.is_withdrawn) take(stored);
    return Status();
  });
}

}  // namespace

Result<Records> records_of(Connection& db, const Vault& vault, const Forms& forms,
                           const Person& person) {
  Records found;
  if (person.patients.empty()) return found;
  ResourceQuery query;
  query.centre = person.centre;
  query.patients = {person.patients};
  const Status read = for_each_stored(db, vault, query, [&](const StoredResource& stored) {
    if (auto record = read_record(stored.body, forms))
      found.records.push_back({std::move(*record), stored.version});
    else
      ++found.unreadable;
  });
  if (!read) return read.error();
  std::ranges::stable_sort(found.records, {},
                           [](const auto& kept) { return kept.record.written_ms; });
  return found;
}

Result<std::vector<RecordOfPatient>> records_in_centre(Connection& db, const Vault& vault,
                                                       const Forms& forms,
                                                       const std::string& centre,
                                                       const std::string& form,
                                                       const std::string& day) {
  std::vector<RecordOfPatient> found;
  ResourceQuery query;
  query.centre = centre;
  query.tags = {{{staff_tag, form}}};
  if (!day.empty()) query.tags.push_back({{std::string(staff_day_tag), day_code(form, day)}});
  const Status read = for_each_stored(db, vault, query, [&](const StoredResource& stored) {
    if (auto record = read_record(stored.body, forms))
      found.push_back({std::move(*record), stored.patient});
  });
  if (!read) return read.error();
  return found;
}

Result<std::optional<KeptRecord>> find_record(Connection& db, const Vault& vault,
                                              const Forms& forms, const Person& person,
                                              const std::string& id) {
  const auto stored = stored_record(db, vault, person, id);
  if (!stored) return stored.error();
  if (!*stored) return std::optional<KeptRecord>();
  auto record = read_record((**stored).body, forms);
  if (!record) return record.error();
  return std::optional<KeptRecord>({std::move(*record), (**stored).version});
}

Checked<KeptRecord> write_record(StaffWriting& writing, Record record) {
  const Form* form = writing.forms.find(record.form);
  if (form == nullptr) return no_form();
  if (writing.person.patients.empty()) return not_there();
  record.id = random_uuid();
  record.author = writing.account;
  record.written_ms = writing.now_ms;
  WriteContext context = staff_context(writing);
  const std::string& patient = writing.person.patients.front();
  return kept_from(
      create_resource(context, json_of(record_resource(record, *form, patient)), random_uuid()),
      record);
}

Checked<KeptRecord> change_record(StaffWriting& writing, Record record, int64_t version) {
  const auto stored = stored_record(writing.db, writing.vault, writing.person, record.id);
  if (!stored) return internal_problem(stored.error());
  if (!*stored) return not_there();
  const auto before = read_record((**stored).body, writing.forms);
  if (!before) return internal_problem(before.error());
  const Form* form = writing.forms.find(before->form);
  record.form = before->form;
  record.about = before->about;
  record.author = writing.account;
  record.written_ms = before->written_ms;
  record.is_changed = true;
  // What is no longer asked stays as it was written.
  for (const FormField& field : form->fields)
    if (!field.is_asked && before->values.contains(field.id))
      record.values[field.id] = before->value(field.id);
  WriteContext context = staff_context(writing);
  return kept_from(update_resource(context, (**stored).key,
                                   json_of(record_resource(record, *form, (**stored).patient),
                                           (**stored).key.id),
                                   etag_of(version)),
                   record);
}

MaybeProblem take_out_record(StaffWriting& writing, const std::string& id, int64_t version) {
  const auto stored = stored_record(writing.db, writing.vault, writing.person, id);
  if (!stored) return internal_problem(stored.error());
  if (!*stored) return not_there();
  const auto before = read_record((**stored).body, writing.forms);
  if (!before) return internal_problem(before.error());
  WriteContext context = staff_context(writing);
  const auto written = update_resource(
      context, (**stored).key, json_of(record_mark(*before, (**stored).patient), (**stored).key.id),
      etag_of(version));
  if (!written) return written.problem();
  return std::nullopt;
}

}  // namespace aktiv::casefile
