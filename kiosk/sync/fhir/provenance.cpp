// Who answered, and with what help. Independence is claimed only where nobody else was there.
#include <algorithm>

#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/names.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

constexpr char participant_types[] =
    "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

bool has(const std::vector<Present>& present, Present who) {
  return std::find(present.begin(), present.end(), who) != present.end();
}

Json informer(const Codes& codes, const Code& code) {
  const Json concept_{
      {"coding", Json::array({coding(codes.informer_system, code.code, code.display)})}};
  return {{"url", codes.informer_url}, {"valueCodeableConcept", concept_}};
}

Json informers(const Who& who, const Codes& codes) {
  const bool is_relative_there = has(who.present, Present::relative);
  const bool is_staff_there = has(who.present, Present::mentor) || has(who.present, Present::staff);
  const bool somebody_pressed = who.pressed_by != PressedBy::citizen;

  Json found = Json::array();
  if (is_staff_there || (somebody_pressed && !is_relative_there)) {
    found.push_back(informer(codes, codes.supported_by_staff));
  }
  if (is_relative_there) found.push_back(informer(codes, codes.supported_by_relative));
  if (found.empty()) found.push_back(informer(codes, codes.citizen));
  return found;
}

Json agent(const char* type, Json who) {
  return {{"type", {{"coding", Json::array({coding(participant_types, type, "")})}}},
          {"who", std::move(who)}};
}

Json role(std::string_view system, std::string_view code) {
  return {{"coding", Json::array({coding(system, code, "")})}};
}

Json mentor_reference(const MentorId& mentor) {
  return logical_reference("Practitioner", systems::mentor, mentor.value);
}

// A mentor whom the kiosk cannot name: whoever signed in need not be who pressed or was there.
Json some_mentor() {
  return {{"type", "Practitioner"}, {"display", "mentor"}};
}

Json present_agent(Present present) {
  Json who{{"display", code_of(present)}};
  if (present == Present::mentor) who = some_mentor();
  return {{"role", Json::array({role(systems::present, code_of(present))})},
          {"who", std::move(who)}};
}

Json starter_agent(const MentorId& mentor) {
  return {{"role", Json::array({role(systems::role, "session-starter")})},
          {"who", mentor_reference(mentor)}};
}

Json agents(const Who& who, const SendContext& context) {
  Json citizen = agent("author", citizen_reference(context.patient, who.citizen));
  citizen["role"] = Json::array({role(systems::pressed_by, code_of(who.pressed_by))});
  Json found = Json::array({citizen});
  if (who.pressed_by != PressedBy::citizen) {
    found.push_back(agent("enterer", some_mentor()));
  }
  for (const Present present : who.present) {
    if (present != Present::nobody) found.push_back(present_agent(present));
  }
  if (!who.started_by.empty()) found.push_back(starter_agent(who.started_by));
  if (!context.kiosk.empty()) {
    found.push_back(agent("assembler", logical_reference("Device", systems::kiosk, context.kiosk)));
  }
  return found;
}

Json provenance(const std::vector<Key>& targets, const std::string& recorded, Json agent_list) {
  Json target = Json::array();
  for (const auto& key : targets) target.push_back({{"reference", key.full_url()}});
  return {{"resourceType", "Provenance"},
          {"target", std::move(target)},
          {"recorded", recorded},
          {"agent", std::move(agent_list)}};
}

}  // namespace

Result<Json> provenance_of_answers(const Who& who, const SendContext& context,
                                   const std::vector<Key>& targets) {
  const auto started = to_instant(who.started_ms);
  const auto finished = to_instant(who.finished_ms);
  if (!started || !finished)
    return Fault{"a time that FHIR cannot write", "started", "years 1 to 9999"};
  Json resource = provenance(targets, *finished, agents(who, context));
  resource["extension"] = informers(who, context.codes);
  if (who.started_ms <= who.finished_ms) {  // a clock set back gives no period
    resource["occurredPeriod"] = {{"start", *started}, {"end", *finished}};
  }
  return resource;
}

Result<Json> provenance_of_mentor(const Observation& observation, const SendContext& context,
                                  const Key& target) {
  const auto at = to_instant(observation.at_ms);
  if (!at) return Fault{"a time that FHIR cannot write", "at_ms", "a year from 1 to 9999"};
  Json list = Json::array({agent("author", mentor_reference(observation.mentor))});
  if (!context.kiosk.empty()) {
    list.push_back(agent("assembler", logical_reference("Device", systems::kiosk, context.kiosk)));
  }
  return provenance({target}, *at, std::move(list));
}

}  // namespace aktiv::fhir
