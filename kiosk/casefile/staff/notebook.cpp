#include "kiosk/casefile/staff/notebook.h"

#include <algorithm>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/casefile/staff/note_fhir.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {
namespace {

constexpr const char* type = "QuestionnaireResponse";
constexpr int page_size = 100;

WriteContext context_of(StaffWriting& writing) {
  WriteContext context{writing.db, writing.vault, writing.person.centre, "", writing.now_ms, {}};
  context.is_staff = true;
  return context;
}

std::string etag(int64_t version) {
  return "W/\"" + std::to_string(version) + "\"";
}

Problem not_there() {
  return {404, "not-found", "there is no such note", type, "a note of this citizen"};
}

// The note and where it is kept; nothing where it is another citizen's, or gone.
Result<std::optional<StoredResource>> stored_note(Connection& db, const Vault& vault,
                                                  const Person& person, const std::string& id) {
  const auto ids = ids_with_identifier(db, type, {std::string(note_system), id});
  if (ids.empty()) return std::optional<StoredResource>();
  auto stored = find_resource(db, vault, {type, ids.front()});
  if (!stored || !*stored) return stored;
  const bool is_theirs = std::ranges::count(person.patients, (**stored).patient) > 0;
  if (!is_theirs || (**stored).is_withdrawn) return std::optional<StoredResource>();
  return stored;
}

Checked<KeptNote> kept_from(Checked<Written> written, Note note) {
  if (!written) return written.problem();
  return KeptNote{std::move(note), written->version};
}

// At the id under which it is kept; empty: new.
Json json_of(const std::string& resource, const std::string& id = "") {
  Json json = *parse_json(resource);
  if (!id.empty()) json["id"] = id;
  return json;
}

}  // namespace

Result<Notes> notes_of(Connection& db, const Vault& vault, const Person& person) {
  Notes found;
  if (person.patients.empty()) return found;
  ResourceQuery query;
  query.type = type;
  query.centre = person.centre;
  query.patients = {person.patients};
  query.tags = {{{std::string(staff_tag), "note"}}};
  query.sees_staffs = true;
  query.count = page_size;
  for (bool has_more = true; has_more;) {
    const auto page = search_resources(db, vault, query);
    if (!page) return page.error();
    for (const auto& stored : page->resources) {
      if (stored.is_withdrawn) continue;
      auto note = read_note(stored.body);
      if (note)
        found.notes.push_back({std::move(*note), stored.version});
      else
        ++found.unreadable;
    }
    has_more = page->has_more;
    if (has_more) query.after = {page->resources.back().updated_ms, page->resources.back().key.id};
  }
  std::ranges::stable_sort(found.notes, {}, [](const auto& kept) { return kept.note.written_ms; });
  return found;
}

Result<std::optional<KeptNote>> find_note(Connection& db, const Vault& vault, const Person& person,
                                          const std::string& id) {
  const auto stored = stored_note(db, vault, person, id);
  if (!stored) return stored.error();
  if (!*stored) return std::optional<KeptNote>();
  auto note = read_note((**stored).body);
  if (!note) return note.error();
  return std::optional<KeptNote>({std::move(*note), (**stored).version});
}

Checked<KeptNote> write_note(StaffWriting& writing, Note note) {
  if (writing.person.patients.empty()) return not_there();
  note.id = random_uuid();
  note.author = writing.account;
  note.written_ms = writing.now_ms;
  WriteContext context = context_of(writing);
  return kept_from(
      create_resource(context, json_of(note_resource(note, writing.person.patients.front())),
                      random_uuid()),
      note);
}

Checked<KeptNote> change_note(StaffWriting& writing, Note note, int64_t version) {
  const auto stored = stored_note(writing.db, writing.vault, writing.person, note.id);
  if (!stored) return internal_problem(stored.error());
  if (!*stored) return not_there();
  const auto before = read_note((**stored).body);
  if (!before) return internal_problem(before.error());
  note.author = writing.account;
  note.written_ms = before->written_ms;
  note.is_changed = true;
  WriteContext context = context_of(writing);
  return kept_from(
      update_resource(context, (**stored).key,
                      json_of(note_resource(note, (**stored).patient), (**stored).key.id),
                      etag(version)),
      note);
}

MaybeProblem take_out_note(StaffWriting& writing, const std::string& id, int64_t version) {
  const auto stored = stored_note(writing.db, writing.vault, writing.person, id);
  if (!stored) return internal_problem(stored.error());
  if (!*stored) return not_there();
  Note note;
  note.id = id;
  WriteContext context = context_of(writing);
  const auto written = update_resource(
      context, (**stored).key, json_of(note_mark(note, (**stored).patient), (**stored).key.id),
      etag(version));
  if (!written) return written.problem();
  return std::nullopt;
}

}  // namespace aktiv::casefile
