#include "kiosk/casefile/staff/note_fhir.h"

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"

namespace aktiv::casefile {
namespace {

constexpr const char* form = "urn:aktiv-dialog:questionnaire:note|1";
constexpr const char* heading_codes = "urn:aktiv-dialog:note-heading";
constexpr const char* whose_codes = "urn:aktiv-dialog:note-whose";

Json head_of(const Note& note, const std::string& patient, const char* status) {
  return {{"resourceType", "QuestionnaireResponse"},
          {"meta", {{"tag", {{{"system", staff_tag}, {"code", "note"}}}}}},
          {"identifier", {{"system", note_system}, {"value", note.id}}},
          {"questionnaire", form},
          {"status", status},
          {"subject", {{"reference", "Patient/" + patient}}}};
}

Json coded(const char* link, const char* system, std::string_view code) {
  return {{"linkId", link},
          {"answer", {{{"valueCoding", {{"system", system}, {"code", std::string(code)}}}}}}};
}

Json written(const char* link, const std::string& text) {
  return {{"linkId", link}, {"answer", {{{"valueString", text}}}}};
}

Fault strange(const char* item, const char* expected) {
  return {"the note cannot be read", item, expected};
}

// The only answer of the item that carries the link; null where there is none.
const Json& answer_to(const Json& resource, std::string_view link) {
  static const Json nothing;
  const Json& items = member_of(resource, "item");
  if (!items.is_array()) return nothing;
  for (const Json& item : items) {
    if (text_of(item, "linkId") != link) continue;
    const Json& answers = member_of(item, "answer");
    return answers.is_array() && !answers.empty() ? answers.front() : nothing;
  }
  return nothing;
}

std::string code_at(const Json& resource, const char* link) {
  return text_of(member_of(answer_to(resource, link), "valueCoding"), "code");
}

}  // namespace

std::string note_resource(const Note& note, const std::string& patient) {
  Json resource = head_of(note, patient, note.is_changed ? "amended" : "completed");
  resource["authored"] = to_instant(note.written_ms);
  resource["author"] = {{"identifier", {{"system", account_system}, {"value", note.author}}}};
  Json items = {coded("heading", heading_codes, word(note.heading)),
                coded("whose", whose_codes, word(note.whose))};
  if (!note.who.empty()) items.push_back(written("who", note.who));
  items.push_back(written("text", note.text));
  resource["item"] = std::move(items);
  return resource.dump();
}

std::string note_mark(const Note& note, const std::string& patient) {
  return head_of(note, patient, "entered-in-error").dump();
}

Result<Note> read_note(std::string_view text) {
  const auto parsed = parse_json(std::string(text));
  if (!parsed) return strange("QuestionnaireResponse", "JSON");
  const Json& resource = *parsed;
  Note note;
  note.id = text_of(member_of(resource, "identifier"), "value");
  const auto heading = heading_of(code_at(resource, "heading"));
  if (!heading) return strange("heading", "dreams, ability or potential");
  const auto whose = whose_of(code_at(resource, "whose"));
  if (!whose) return strange("whose", "mentor, day_centre, relative or adviser");
  const auto written_ms = parse_date_time(text_of(resource, "authored"));
  if (!written_ms) return strange("authored", "a moment");
  note.heading = *heading;
  note.whose = *whose;
  note.who = text_of(answer_to(resource, "who"), "valueString");
  note.text = text_of(answer_to(resource, "text"), "valueString");
  note.author = text_of(member_of(member_of(resource, "author"), "identifier"), "value");
  note.written_ms = written_ms->from_ms;
  note.is_changed = text_of(resource, "status") == "amended";
  if (note.text.empty()) return strange("text", "what was written");
  return note;
}

}  // namespace aktiv::casefile
