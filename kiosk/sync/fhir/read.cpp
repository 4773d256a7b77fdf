// Bundles and responses back into what was said. Input may be anything at all.
#include <charconv>
#include <deque>
#include <map>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/head.h"
#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/kept.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/read_items.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

std::string type_of(const Json& resource) {
  return text_of(member(resource, "resourceType"));
}

// What is read; the JSON outlives them.
using Resources = std::vector<const Json*>;

// The resource itself, or those that a Bundle carries.
void gather(const Json& json, Resources& resources) {
  if (type_of(json) != "Bundle") {
    resources.push_back(&json);
    return;
  }
  for (const auto& entry : member(json, "entry")) resources.push_back(&member(entry, "resource"));
}

Resources gathered(const Json& json) {
  Resources resources;
  gather(json, resources);
  return resources;
}

std::string value_of(const Json& identifier, std::string_view system) {
  return text_of(member(identifier, "system")) == system ? text_of(member(identifier, "value"))
                                                         : "";
}

// "urn:aktiv-dialog:questionnaire:to_billeder|1" -> {to_billeder, 1}
struct Canonical {
  std::string tool;
  int version = 0;
};
std::optional<Canonical> canonical_of(const Json& resource) {
  const std::string text = text_of(member(resource, "questionnaire"));
  if (!text.starts_with(systems::questionnaire)) return std::nullopt;
  const auto bar = text.find('|');
  if (bar == std::string::npos) return std::nullopt;
  Canonical canonical;
  canonical.tool = text.substr(systems::questionnaire.size(), bar - systems::questionnaire.size());
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + bar + 1, end, canonical.version);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return canonical;
}

Result<const Json*> only_response(const Resources& resources, ResponseKind kind) {
  const Json* found = nullptr;
  for (const Json* resource : resources) {
    if (head_of(*resource).kind != kind) continue;
    if (found) return Fault{"several responses", "Bundle", "one QuestionnaireResponse"};
    found = resource;
  }
  if (!found) return Fault{"no response of this kind", "Bundle", "one QuestionnaireResponse"};
  if (head_of(*found).is_taken_back) {
    return Fault{"the response was taken back", "QuestionnaireResponse.status", "completed"};
  }
  return found;
}

Result<std::string> bytes_of(const Json& document) {
  const Json& contents = member(document, "content");
  const Json& content = contents.is_array() && !contents.empty() ? contents.front() : contents;
  const Json& attachment = member(content, "attachment");
  const auto bytes = from_base64(text_of(member(attachment, "data")));
  if (!bytes || bytes->empty())
    return Fault{"no session record", "DocumentReference", "base64 data"};
  const auto sum = sha1(*bytes);
  const std::string expected = to_base64({reinterpret_cast<const char*>(sum.data()), sum.size()});
  if (text_of(member(attachment, "hash")) != expected) {
    return Fault{"the session record's sum differs", "DocumentReference", "the SHA-1 of its data"};
  }
  return *bytes;
}

// The parts of the record by their number, whole or a fault.
Result<std::string> record_of(const Resources& resources, const std::string& uuid, int parts) {
  std::map<std::string, const Json*> by_key;
  for (const Json* resource : resources) {
    if (type_of(*resource) != "DocumentReference") continue;
    for (const auto& identifier : member(*resource, "identifier")) {
      by_key[value_of(identifier, systems::submission)] = resource;
    }
  }
  std::string record;
  for (int part = 1; part <= parts; ++part) {
    const auto suffix = part == 1 ? std::string() : "-" + std::to_string(part);
    const auto found = by_key.find(uuid + "/" + record_role + suffix);
    if (found == by_key.end()) {
      return Fault{"part " + std::to_string(part) + " of the session record is missing", uuid,
                   std::to_string(parts) + " parts"};
    }
    auto bytes = bytes_of(*found->second);
    if (!bytes) return bytes.error();
    record += *bytes;
  }
  return record;
}

Result<int64_t> authored_ms(const Json& resource) {
  const auto ms = from_instant(text_of(member(resource, "authored")));
  if (!ms)
    return Fault{"not a time", "QuestionnaireResponse.authored", "a dateTime with milliseconds"};
  return *ms;
}

Result<Submission> submission_of(const Resources& resources, bool is_bare) {
  const auto found = only_response(resources, ResponseKind::answers);
  if (!found) return found.error();
  const Json* response = *found;
  const auto authored = authored_ms(*response);
  if (!authored) return authored.error();
  const auto canonical = canonical_of(*response);
  if (!canonical) return Fault{"no tool", "QuestionnaireResponse.questionnaire", "url|version"};

  Submission submission;
  submission.id = SubmissionId(head_of(*response).id);
  submission.tool = ToolId(canonical->tool);
  submission.definition_version = canonical->version;
  const Json& subject = member(*response, "subject");
  submission.citizen = CitizenId(value_of(member(subject, "identifier"), systems::citizen));
  submission.language = text_of(member(*response, "language"));
  submission.finished_ms = *authored;
  const auto items = read_items(*response, submission);
  if (items.fault) return *items.fault;
  if (is_bare) return submission;

  auto record = record_of(resources, submission.id.value, items.record_parts);
  if (!record) return record.error();
  submission.session_record = std::move(*record);
  return submission;
}

}  // namespace

bool is_nested_deeper_than(std::string_view json, size_t limit) {
  size_t depth = 0;
  bool is_in_text = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (is_in_text) {
      if (c == '\\') ++i;
      if (c == '"') is_in_text = false;
      continue;
    }
    if (c == '"') is_in_text = true;
    if ((c == '{' || c == '[') && ++depth > limit) return true;
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return false;
}

Result<Json> parse_json(std::string_view text) {
  constexpr size_t deepest = 64;  // a response needs 10; without an end, copies would eat the stack
  if (is_nested_deeper_than(text, deepest)) return Fault{"nested too deeply", "", "FHIR as JSON"};
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    return Fault{"not a JSON object", "", "FHIR as JSON"};
  return json;
}

namespace {

Result<Observation> observation_of(const Resources& resources) {
  const auto found = only_response(resources, ResponseKind::observation);
  if (!found) return found.error();
  const Json* response = *found;
  const auto authored = authored_ms(*response);
  if (!authored) return authored.error();

  Observation observation;
  observation.id = head_of(*response).id;
  const Json& subject = member(*response, "subject");
  const Json& source = member(*response, "source");
  observation.citizen = CitizenId(value_of(member(subject, "identifier"), systems::citizen));
  observation.mentor = MentorId(value_of(member(source, "identifier"), systems::mentor));
  observation.at_ms = *authored;
  if (auto fault = read_items(*response, observation)) return *fault;
  return observation;
}

}  // namespace

Result<Submission> read_response(std::string_view json) {
  const auto parsed = parse_json(json);
  if (!parsed) return parsed.error();
  return submission_of(gathered(*parsed), type_of(*parsed) != "Bundle");
}

Result<Submission> read_response(std::span<const std::string> parts) {
  std::deque<Json> documents;  // stay where they are
  Resources resources;
  for (const std::string& part : parts) {
    auto parsed = parse_json(part);
    if (!parsed) return parsed.error();
    gather(documents.emplace_back(std::move(*parsed)), resources);
  }
  return submission_of(resources, false);
}

Result<Observation> read_observation(std::string_view json) {
  const auto parsed = parse_json(json);
  if (!parsed) return parsed.error();
  return observation_of(gathered(*parsed));
}

KeptResponse read_kept(std::string_view json) {
  const auto parsed = parse_json(json);
  if (!parsed) return {};
  const ResponseKind kind = head_of(*parsed).kind;
  if (kind == ResponseKind::answers)
    if (auto said = submission_of({&*parsed}, true)) return std::move(*said);
  if (kind == ResponseKind::observation)
    if (auto seen = observation_of({&*parsed})) return std::move(*seen);
  return {};
}

ResponseHead head_of(const Json& resource) {
  ResponseHead head;
  head.is_taken_back = text_of(member(resource, "status")) == "entered-in-error";
  const auto key = value_of(member(resource, "identifier"), systems::submission);
  if (type_of(resource) != "QuestionnaireResponse" || key.empty()) return head;
  head.id = key.substr(0, key.find('/'));
  if (key == head.id) head.kind = ResponseKind::answers;
  if (key == head.id + "/" + observation_role) head.kind = ResponseKind::observation;
  return head;
}

Result<ResponseHead> read_head(std::string_view json) {
  const auto parsed = parse_json(json);
  if (!parsed) return parsed.error();
  return head_of(*parsed);
}

}  // namespace aktiv::fhir
