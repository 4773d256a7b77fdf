#include "kiosk/sync/fhir/withdrawal.h"

#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

struct Keyed {
  Key key;
  Json resource;
};

Keyed response_mark(const Withdrawal& withdrawal, const SendContext& context) {
  const auto key = key_of(withdrawal.submission.value, response_role);
  Json mark{{"resourceType", "QuestionnaireResponse"},
            {"identifier", key.identifier()},
            {"status", "entered-in-error"},
            {"subject", citizen_reference(context.patient, withdrawal.citizen)}};
  if (!withdrawal.tool.empty()) {
    mark["questionnaire"] = std::string(systems::questionnaire) + withdrawal.tool.value + "|" +
                            std::to_string(withdrawal.definition_version);
  }
  if (withdrawal.finished_ms != 0) mark["authored"] = *to_instant(withdrawal.finished_ms);
  return {key, std::move(mark)};
}

Keyed record_mark(const Withdrawal& withdrawal, const SendContext& context, int part) {
  const auto suffix = part == 1 ? std::string() : "-" + std::to_string(part);
  const auto key = key_of(withdrawal.submission.value, record_role + suffix);
  const Json empty_attachment{{"contentType", "application/x-ndjson"}};
  return {key,
          {{"resourceType", "DocumentReference"},
           {"identifier", Json::array({key.identifier()})},
           {"status", "entered-in-error"},
           {"subject", citizen_reference(context.patient, withdrawal.citizen)},
           {"content", Json::array({{{"attachment", empty_attachment}}})}}};
}

// A Goal must say something; nothing of what was wished.
Keyed goal_mark(const Withdrawal& withdrawal, const SendContext& context) {
  const auto key = key_of(withdrawal.submission.value, goal_role);
  return {key,
          {{"resourceType", "Goal"},
           {"identifier", Json::array({key.identifier()})},
           {"lifecycleStatus", "entered-in-error"},
           {"description", {{"text", "–"}}},
           {"subject", citizen_reference(context.patient, withdrawal.citizen)}}};
}

Result<std::vector<Keyed>> keyed_marks(const Withdrawal& withdrawal, const SendContext& context) {
  if (!is_uuid(withdrawal.submission.value)) return Fault{"not a UUID", "submission", "a UUID"};
  if (context.patient.empty()) return Fault{"no Patient", "patient", "the id at the case file"};
  if (!to_instant(withdrawal.finished_ms) || !to_instant(withdrawal.at_ms)) {
    return Fault{"a time that FHIR cannot write", "withdrawal", "a year from 1 to 9999"};
  }
  std::vector<Keyed> marks{response_mark(withdrawal, context)};
  for (int part = 1; part <= withdrawal.record_parts; ++part) {
    marks.push_back(record_mark(withdrawal, context, part));
  }
  // Of a tool that is not known any more it is not known either whether a wish was said.
  if (withdrawal.tool.empty() || may_hold_wish(withdrawal.tool))
    marks.push_back(goal_mark(withdrawal, context));
  if (marks.size() > max_entries) {
    return Fault{"too many documents for one transaction", withdrawal.submission.value,
                 "at most " + std::to_string(max_entries - 1)};
  }
  return marks;
}

Result<std::string> transaction_bytes(std::vector<Json> entries, const std::string& where) {
  return to_bytes(
      {{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", std::move(entries)}}, where);
}

}  // namespace

Result<std::vector<Mark>> build_marks(const Withdrawal& withdrawal, const SendContext& context) {
  auto keyed = keyed_marks(withdrawal, context);
  if (!keyed) return keyed.error();
  std::vector<Mark> marks;
  for (const auto& [key, resource] : *keyed) {
    auto body = to_bytes(resource, key.value);
    if (!body) return body.error();
    marks.push_back({resource["resourceType"],
                     "identifier=" + std::string(systems::submission) + "|" + key.value, *body});
  }
  return marks;
}

Result<std::string> build_marks_bundle(const Withdrawal& withdrawal, const SendContext& context) {
  auto keyed = keyed_marks(withdrawal, context);
  if (!keyed) return keyed.error();
  std::vector<Json> entries;
  for (auto& [key, resource] : *keyed)
    entries.push_back(conditional_entry(key, std::move(resource)));
  return transaction_bytes(std::move(entries), withdrawal.submission.value);
}

Result<std::string> build_mark_in_place(const Mark& mark, const std::string& id) {
  auto resource = parse_json(mark.body);
  if (!resource) return resource.error();
  (*resource)["id"] = id;
  return to_bytes(*resource, mark.condition);
}

Result<std::string> build_withdrawal_notice(const Withdrawal& withdrawal,
                                            const SendContext& context,
                                            const std::vector<std::string>& targets) {
  const auto recorded = to_instant(withdrawal.at_ms);
  if (!recorded) return Fault{"a time that FHIR cannot write", "at_ms", "a year from 1 to 9999"};
  if (targets.empty()) return Fault{"nothing was taken back", "targets", "at least one reference"};

  Json target = Json::array();
  for (const auto& reference : targets) target.push_back({{"reference", reference}});
  const Json author{
      {"who", citizen_reference(context.patient, withdrawal.citizen)},
      {"role",
       Json::array({{{"coding", Json::array({coding(systems::help, "taken-back", "")})}}})}};
  Json resource{{"resourceType", "Provenance"},
                {"target", std::move(target)},
                {"recorded", *recorded},
                {"agent", Json::array({author})}};
  const auto key = key_of(withdrawal.submission.value, withdrawal_role);
  return transaction_bytes({tagged_entry(key, std::move(resource))}, withdrawal.submission.value);
}

}  // namespace aktiv::fhir
