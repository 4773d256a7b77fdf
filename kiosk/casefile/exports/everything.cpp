#include "kiosk/casefile/exports/everything.h"

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"

namespace aktiv::casefile {
namespace {

// RFC 3881 / DICOM, as FHIR R4 has them for who read or changed a record.
Json audit_event(const KeptLogLine& line) {
  return {{"resourceType", "AuditEvent"},
          {"id", random_uuid()},
          {"type",
           {{"system", "http://terminology.hl7.org/CodeSystem/audit-event-type"},
            {"code", "rest"},
            {"display", "RESTful Operation"}}},
          {"action", line.is_change ? "U" : "R"},
          {"recorded", to_instant(line.at_ms)},
          {"outcome", "0"},
          {"outcomeDesc", line.what},
          {"agent", {{{"who", {{"display", line.who}}}, {"requestor", true}}}},
          {"source", {{"observer", {{"display", "AKTIV-dialog"}}}}}};
}

}  // namespace

Result<std::string> everything_bundle(const Everything& everything) {
  std::string bundle = R"({"resourceType":"Bundle","type":"collection","timestamp":")" +
                       to_instant(everything.at_ms) + R"(","entry":[)";
  bool is_first = true;
  const auto add = [&](const std::string& type, const std::string& id, const std::string& json) {
    const Json address = everything.base + "/" + type + "/" + id;
    bundle += (is_first ? R"({"fullUrl":)" : R"(,{"fullUrl":)") + address.dump() +
              R"(,"resource":)" + json + "}";
    is_first = false;
  };
  for (const KeptResource& kept : everything.resources) {
    if (everything.name.empty() || kept.type != "Patient") {
      add(kept.type, kept.id, kept.json);
      continue;
    }
    auto patient = parse_json(kept.json);
    if (!patient) return Fault{"a kept Patient cannot be read", "everything", "JSON"};
    (*patient)["name"] = {{{"text", everything.name}}};
    add(kept.type, kept.id, patient->dump());
  }
  for (const KeptLogLine& line : everything.log) {
    const Json event = audit_event(line);
    add("AuditEvent", text_of(event, "id"), event.dump());
  }
  return bundle + "]}";
}

}  // namespace aktiv::casefile
