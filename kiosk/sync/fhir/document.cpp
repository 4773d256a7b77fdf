// The session record: what the case file replays the screens from, whole and with its sum.
#include <algorithm>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

std::string role_of_part(size_t part) {
  return part == 0 ? record_role : std::string(record_role) + "-" + std::to_string(part + 1);
}

Json attachment(std::string_view bytes) {
  const auto sum = sha1(bytes);
  return {{"contentType", "application/x-ndjson"},
          {"data", to_base64(bytes)},
          {"size", bytes.size()},
          {"hash", to_base64({reinterpret_cast<const char*>(sum.data()), sum.size()})}};
}

Json document(const Submission& submission, const SendContext& context, const Key& key,
              std::string_view bytes) {
  const auto answers = key_of(submission.id.value, response_role);
  const Json response{{"type", "QuestionnaireResponse"}, {"identifier", answers.identifier()}};
  return {{"resourceType", "DocumentReference"},
          {"identifier", Json::array({key.identifier()})},
          {"status", "current"},
          {"type", {{"coding", Json::array({coding(systems::format, "session-record", "")})}}},
          {"subject", citizen_reference(context.patient, submission.citizen)},
          {"date", to_instant(submission.finished_ms).value_or("")},
          {"content", Json::array({{{"attachment", attachment(bytes)},
                                    {"format", coding(systems::format, "session-record", "")}}})},
          {"context", {{"related", Json::array({response})}}}};
}

}  // namespace

std::vector<Json> record_entries(const Submission& submission, const SendContext& context) {
  std::vector<Json> entries;
  const std::string_view record = submission.session_record;
  const size_t step = std::max<size_t>(1, context.max_record_bytes);
  for (size_t at = 0; at < record.size(); at += step) {
    const auto key = key_of(submission.id.value, role_of_part(entries.size()));
    entries.push_back(
        conditional_entry(key, document(submission, context, key, record.substr(at, step))));
  }
  return entries;
}

}  // namespace aktiv::fhir
