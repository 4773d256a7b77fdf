#include "kiosk/casefile/staff/record_fhir.h"

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::casefile {
namespace {

constexpr const char* forms_url = "urn:aktiv-dialog:questionnaire:staff-";
constexpr const char* codes_url = "urn:aktiv-dialog:staff-";
constexpr const char* about_link = "about";
const std::string cards_url = std::string(fhir::systems::cards) + ":";

Json head_of(const Record& record, const std::string& patient, const char* status) {
  return {{"resourceType", "QuestionnaireResponse"},
          {"meta", {{"tag", {{{"system", staff_tag}, {"code", record.form}}}}}},
          {"identifier", {{"system", record_system}, {"value", record.id}}},
          {"status", status},
          {"subject", {{"reference", "Patient/" + patient}}}};
}

Json answer_of(const FormField& field, const std::string& form, const std::string& value) {
  switch (field.kind) {
    case FieldKind::day:
      return {{"valueDate", value}};
    case FieldKind::choice:
      return {{"valueCoding", {{"system", codes_url + form + "-" + field.id}, {"code", value}}}};
    case FieldKind::card:
      return {{"valueCoding", {{"system", cards_url + field.deck}, {"code", value}}}};
    case FieldKind::line:
    case FieldKind::lines:
      break;
  }
  return {{"valueString", value}};
}

Json item_of(const std::string& link, Json answer) {
  return {{"linkId", link}, {"answer", Json::array({std::move(answer)})}};
}

Fault strange(const std::string& item, const std::string& expected) {
  return {"what staff wrote cannot be read", item, expected};
}

// As it is stored; empty where it is no value of that kind.
std::string value_of(const FormField& field, const Json& answer) {
  switch (field.kind) {
    case FieldKind::day:
      return text_of(answer, "valueDate");
    case FieldKind::choice: {
      const std::string code = text_of(member_of(answer, "valueCoding"), "code");
      return field.has_choice(code) ? code : std::string();
    }
    case FieldKind::card:
      return text_of(member_of(answer, "valueCoding"), "code");
    case FieldKind::line:
    case FieldKind::lines:
      break;
  }
  return text_of(answer, "valueString");
}

Status read_items(const Json& items, const Form& form, Record& record) {
  if (!items.is_array()) return strange("item", "a list");
  for (const Json& item : items) {
    const std::string link = text_of(item, "linkId");
    const Json& answers = member_of(item, "answer");
    if (!answers.is_array() || answers.size() != 1) return strange(link, "one answer");
    if (link == about_link) {
      record.about = text_of(answers.front(), "valueString");
      continue;
    }
    const FormField* field = form.field(link);
    if (field == nullptr) return strange(link, "a field of the form " + form.id);
    const std::string value = value_of(*field, answers.front());
    if (value.empty()) return strange(link, "a value of the field's kind");
    record.values[link] = value;
  }
  return {};
}

// The form's id in "…:staff-note|1".
std::string form_in(const std::string& questionnaire) {
  if (questionnaire.rfind(forms_url, 0) != 0) return {};
  const std::string rest = questionnaire.substr(std::string(forms_url).size());
  return rest.substr(0, rest.find('|'));
}

}  // namespace

std::string day_code(const std::string& form, const std::string& day) {
  return form + "/" + day;
}

std::string record_resource(const Record& record, const Form& form, const std::string& patient) {
  Json resource = head_of(record, patient, record.is_changed ? "amended" : "completed");
  resource["questionnaire"] = forms_url + form.id + "|" + std::to_string(form.version);
  resource["authored"] = to_instant(record.written_ms);
  resource["author"] = {{"identifier", {{"system", account_system}, {"value", record.author}}}};
  for (const FormField& field : form.fields)
    if (field.is_found_by && !record.value(field.id).empty())
      resource["meta"]["tag"].push_back(
          {{"system", staff_day_tag}, {"code", day_code(form.id, record.value(field.id))}});
  Json items = Json::array();
  if (!record.about.empty()) items.push_back(item_of(about_link, {{"valueString", record.about}}));
  for (const FormField& field : form.fields)
    if (const std::string value = record.value(field.id); !value.empty())
      items.push_back(item_of(field.id, answer_of(field, form.id, value)));
  resource["item"] = std::move(items);
  return resource.dump();
}

std::string record_mark(const Record& record, const std::string& patient) {
  return head_of(record, patient, "entered-in-error").dump();
}

Result<Record> read_record(std::string_view text, const Forms& forms) {
  const auto parsed = parse_json(text);
  if (!parsed) return strange("QuestionnaireResponse", "JSON");
  const Json& resource = *parsed;
  Record record;
  record.id = text_of(member_of(resource, "identifier"), "value");
  record.form = form_in(text_of(resource, "questionnaire"));
  const Form* form = forms.find(record.form);
  if (form == nullptr) return strange("questionnaire", "a form of assets/casefile/forms.toml");
  const auto written = parse_date_time(text_of(resource, "authored"));
  if (!written) return strange("authored", "a moment");
  record.written_ms = written->from_ms;
  record.author = text_of(member_of(member_of(resource, "author"), "identifier"), "value");
  record.is_changed = text_of(resource, "status") == "amended";
  if (Status read = read_items(member_of(resource, "item"), *form, record); !read)
    return read.error();
  return record;
}

}  // namespace aktiv::casefile
