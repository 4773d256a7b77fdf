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
  Json bundle = {{"resourceType", "Bundle"},
                 {"type", "collection"},
                 {"timestamp", to_instant(everything.at_ms)},
                 {"entry", Json::array()}};
  const auto add = [&](Json resource) {
    const std::string address =
        everything.base + "/" + text_of(resource, "resourceType") + "/" + text_of(resource, "id");
    bundle["entry"].push_back({{"fullUrl", address}, {"resource", std::move(resource)}});
  };
  for (const std::string& kept : everything.resources) {
    auto resource = parse_json(kept);
    if (!resource) return Fault{"a kept resource cannot be read", "everything", "JSON"};
    if (!everything.name.empty() && text_of(*resource, "resourceType") == "Patient")
      (*resource)["name"] = {{{"text", everything.name}}};
    add(std::move(*resource));
  }
  for (const KeptLogLine& line : everything.log) add(audit_event(line));
  return bundle.dump();
}

}  // namespace aktiv::casefile
