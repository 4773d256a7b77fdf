#include "kiosk/casefile/endpoint/capability.h"

#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/resource_types.h"

namespace aktiv::casefile {
namespace {

Json codes(std::initializer_list<const char*> names) {
  Json list = Json::array();
  for (const char* name : names) list.push_back({{"code", name}});
  return list;
}

Json search_param(const char* name, const char* type) {
  return {{"name", name}, {"type", type}};
}

Json resource_of(const ResourceType& type) {
  Json params = Json::array({search_param("_id", "token"), search_param("_lastUpdated", "date"),
                             search_param("_tag", "token")});
  if (type.name != "Provenance") params.push_back(search_param("identifier", "token"));
  if (!type.subject.empty() || type.name == "Provenance") {
    params.push_back(search_param("patient", "reference"));
    params.push_back(search_param("subject", "reference"));
  }
  return {{"type", type.name},
          {"interaction", codes({"read", "vread", "update", "create", "search-type"})},
          {"versioning", "versioned-update"},
          {"readHistory", true},
          {"updateCreate", false},
          {"conditionalCreate", true},
          {"conditionalUpdate", false},
          {"referencePolicy", Json::array({"literal", "enforced"})},
          {"searchParam", params}};
}

}  // namespace

std::string capability_statement(const std::string& base) {
  Json resources = Json::array();
  for (const auto& type : resource_types()) resources.push_back(resource_of(type));
  const Json rest = {{"mode", "server"},
                     {"security", {{"description", "Bearer credential of an enrolled kiosk; TLS"}}},
                     {"resource", resources},
                     {"interaction", codes({"transaction"})}};
  return Json{{"resourceType", "CapabilityStatement"},
              {"status", "active"},
              {"date", "2026-11-22"},
              {"kind", "instance"},
              {"software", {{"name", "AKTIV case file"}, {"version", AKTIV_VERSION}}},
              {"implementation", {{"description", "AKTIV-dialog's case file"}, {"url", base}}},
              {"fhirVersion", "4.0.1"},
              {"format", Json::array({"json"})},
              {"rest", Json::array({rest})}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace aktiv::casefile
