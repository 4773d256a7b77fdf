// Resources into transactions: keys, entries, parts.
#include <algorithm>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

Json transaction(std::vector<Json> entries) {
  return {{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", std::move(entries)}};
}

Json entry(const Key& key, Json resource, const std::string& condition) {
  const std::string type = resource["resourceType"];
  return {{"fullUrl", key.full_url()},
          {"resource", std::move(resource)},
          {"request", {{"method", "POST"}, {"url", type}, {"ifNoneExist", condition}}}};
}

Status is_sendable(const std::string& uuid, const CitizenId& citizen, const SendContext& context) {
  if (!is_uuid(uuid)) return Fault{"not a UUID", "id", "8-4-4-4-12 lower-case hexadecimal digits"};
  if (citizen.empty()) return Fault{"no citizen", "citizen", "a pseudonym"};
  if (context.patient.empty()) return Fault{"no Patient", "patient", "the id at the case file"};
  return {};
}

// A document of an earlier part has no full URL here: it is named by its key.
Json sent_before(const Json& record) {
  return {{"type", "DocumentReference"}, {"identifier", record["resource"]["identifier"][0]}};
}

// What is said about the answers travels with them, in the last part.
Result<std::vector<Json>> closing_entries(const Submission& submission, const SendContext& context,
                                          const std::vector<Json>& records,
                                          std::optional<Json> goal, size_t room) {
  const auto answers = key_of(submission.id.value, response_role);
  auto response = response_resource(submission, context, records.size());
  if (!response) return response.error();

  const auto kept_apart = records.size() > room ? records.size() - records.size() % room : 0;
  std::vector<Json> entries(records.begin() + static_cast<std::ptrdiff_t>(kept_apart),
                            records.end());
  entries.push_back(conditional_entry(answers, std::move(*response)));
  std::vector<Key> told = {answers};
  if (goal) {
    told.push_back(key_of(submission.id.value, goal_role));
    entries.push_back(conditional_entry(told.back(), std::move(*goal)));
  }

  const auto proof_key = key_of(submission.id.value, provenance_role);
  const Who who{submission.id.value,   submission.citizen, submission.started_by,
                submission.pressed_by, submission.present, submission.started_ms,
                submission.finished_ms};
  auto proof = provenance_of_answers(who, context, told);
  if (!proof) return proof.error();
  for (size_t i = 0; i < records.size(); ++i) {
    (*proof)["target"].push_back(i < kept_apart ? sent_before(records[i])
                                                : Json{{"reference", records[i]["fullUrl"]}});
  }
  entries.push_back(tagged_entry(proof_key, std::move(*proof)));
  return entries;
}

}  // namespace

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool is_digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (is_dash ? text[i] != '-' : !is_digit) return false;
  }
  return true;
}

Json Key::identifier() const {
  return {{"system", systems::submission}, {"value", value}};
}

std::string Key::full_url() const {
  return "urn:uuid:" + uuid_from_name(std::string(systems::submission) + "|" + value);
}

Key key_of(const std::string& uuid, std::string_view role) {
  return {role.empty() ? uuid : uuid + "/" + std::string(role)};
}

Json logical_reference(const char* type, std::string_view system, const std::string& value) {
  return {{"type", type}, {"identifier", {{"system", system}, {"value", value}}}};
}

Json citizen_reference(const std::string& patient, const CitizenId& citizen) {
  Json reference = logical_reference("Patient", systems::citizen, citizen.value);
  reference["reference"] = "Patient/" + patient;
  return reference;
}

Json conditional_entry(const Key& key, Json resource) {
  return entry(key, std::move(resource),
               "identifier=" + std::string(systems::submission) + "|" + key.value);
}

Json tagged_entry(const Key& key, Json resource) {
  resource["meta"] = {{"tag", Json::array({coding(systems::tag, key.value, "")})}};
  return entry(key, std::move(resource), "_tag=" + std::string(systems::tag) + "|" + key.value);
}

Result<std::string> to_bytes(const Json& json, const std::string& where) {
  try {
    return json.dump();
  } catch (const Json::exception&) {  // its message would quote what a person said
    return Fault{"a text is not UTF-8", where, "UTF-8"};
  }
}

Result<std::vector<std::string>> build_bundles(const Submission& submission,
                                               const SendContext& context) {
  const auto sendable = is_sendable(submission.id.value, submission.citizen, context);
  if (!sendable) return sendable.error();

  auto goal = goal_resource(submission, context);
  const size_t others = goal ? 3 : 2;  // the answers, who gave them, the wish
  const size_t room = max_entries - others;
  const auto records = record_entries(submission, context);
  auto closing = closing_entries(submission, context, records, std::move(goal), room);
  if (!closing) return closing.error();

  std::vector<std::string> parts;
  const size_t apart = records.size() + others - closing->size();
  for (size_t at = 0; at < apart; at += room) {
    const auto first = records.begin() + static_cast<std::ptrdiff_t>(at);
    auto bytes = to_bytes(transaction({first, first + room}), submission.id.value);
    if (!bytes) return bytes.error();
    parts.push_back(std::move(*bytes));
  }
  auto bytes = to_bytes(transaction(std::move(*closing)), submission.id.value);
  if (!bytes) return bytes.error();
  parts.push_back(std::move(*bytes));
  return parts;
}

Result<std::string> build_bundle(const Submission& submission, const SendContext& context) {
  auto parts = build_bundles(submission, context);
  if (!parts) return parts.error();
  if (parts->size() == 1) return std::move(parts->front());
  return Fault{"too large for one transaction", submission.id.value, "build_bundles"};
}

Result<std::string> build_observation(const Observation& observation, const SendContext& context) {
  const auto sendable = is_sendable(observation.id, observation.citizen, context);
  if (!sendable) return sendable.error();
  if (observation.mentor.empty()) return Fault{"no mentor", "mentor", "who saw it"};

  const auto key = key_of(observation.id, observation_role);
  auto response = observation_resource(observation, context);
  if (!response) return response.error();
  auto proof = provenance_of_mentor(observation, context, key);
  if (!proof) return proof.error();
  const auto proof_key = key_of(observation.id, provenance_role);
  return to_bytes(transaction({conditional_entry(key, std::move(*response)),
                               tagged_entry(proof_key, std::move(*proof))}),
                  observation.id);
}

}  // namespace aktiv::fhir
