#include "kiosk/sync/fhir/patient.h"

#include <algorithm>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

constexpr std::string_view erased_code = "erased";

bool bears_tag(const Json& patient, std::string_view system, std::string_view code) {
  return std::ranges::any_of(member(member(patient, "meta"), "tag"), [&](const Json& tag) {
    return text_of(member(tag, "system")) == system && text_of(member(tag, "code")) == code;
  });
}

}  // namespace

std::string centre_code(const std::string& centre) {
  return centre.empty() ? "" : sum_of(centre);
}

bool is_at_centre(const std::string& patient, const std::string& centre) {
  return bears_tag(Json::parse(patient, nullptr, false), systems::centre, centre_code(centre));
}

std::string at_centre(const std::string& patient, const std::string& centre) {
  Json json = Json::parse(patient, nullptr, false);
  const std::string code = centre_code(centre);
  if (code.empty() || !json.is_object() || bears_tag(json, systems::centre, code)) return patient;
  if (!member(json, "meta").is_object()) json["meta"] = Json::object();
  Json& meta = json["meta"];
  if (!member(meta, "tag").is_array()) meta["tag"] = Json::array();
  meta["tag"].push_back({{"system", systems::centre}, {"code", code}, {"display", centre}});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string erased(const std::string& patient) {
  const Json json = Json::parse(patient, nullptr, false);
  if (!json.is_object()) return {};
  Json tags = Json::array();
  for (const Json& tag : member(member(json, "meta"), "tag"))
    if (text_of(member(tag, "system")) == systems::centre) tags.push_back(tag);
  tags.push_back({{"system", systems::fate}, {"code", erased_code}});
  Json remains = {{"resourceType", "Patient"}, {"meta", {{"tag", tags}}}, {"active", false}};
  if (json.contains("id")) remains["id"] = json["id"];
  if (json.contains("identifier")) remains["identifier"] = json["identifier"];
  return remains.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_erased(const std::string& patient) {
  const Json json = Json::parse(patient, nullptr, false);
  return member(json, "active") == false && bears_tag(json, systems::fate, erased_code);
}

CitizenId citizen_of(const std::string& patient) {
  const Json json = Json::parse(patient, nullptr, false);
  for (const Json& identifier : member(json, "identifier"))
    if (text_of(member(identifier, "system")) == systems::citizen)
      return CitizenId(text_of(member(identifier, "value")));
  return {};
}

}  // namespace aktiv::fhir
