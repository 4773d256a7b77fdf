#include "kiosk/sync/fhir/traits.h"

#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

constexpr const char* signs_name = "signs";
constexpr const char* meeting_name = "next_meeting";

bool has_url(const Json& extension, std::string_view url) {
  return text_of(member(extension, "url")) == url;
}

// The stored form of a profile has a member for each setting that is made.
Json settings_of(const AccessProfile& access) {
  Json settings = Json::parse(to_json(access));
  settings.erase("version");
  return settings;
}

AccessProfile access_of(Json settings) {
  settings["version"] = 1;
  const auto access = access_profile_from_json(settings.dump());
  return access ? *access : AccessProfile{};
}

// Empty where it says nothing that is understood here.
AccessProfile access_in(const Json& setting) {
  const std::string name = text_of(member(setting, "url"));
  for (const char* type : {"valueInteger", "valueBoolean", "valueString"})
    if (setting.contains(type)) return access_of(Json::object({{name, setting[type]}}));
  return {};
}

Json extension_of(const std::string& name, const Json& value) {
  const char* type = value.is_boolean()          ? "valueBoolean"
                     : value.is_number_integer() ? "valueInteger"
                                                 : "valueString";
  return {{"url", name}, {type, value}};
}

Json access_extension(const AccessProfile& access, Json not_understood) {
  Json settings = std::move(not_understood);
  const Json understood = settings_of(access);
  for (const auto& [name, value] : understood.items())
    settings.push_back(extension_of(name, value));
  return {{"url", systems::access}, {"extension", std::move(settings)}};
}

bool is_understood(const Json& setting) {
  return access_in(setting) != AccessProfile{};
}

}  // namespace

Traits traits_of(const std::string& patient) {
  Traits traits;
  const Json json = Json::parse(patient, nullptr, false);
  for (const Json& extension : member(json, "extension")) {
    if (has_url(extension, systems::sign))
      traits.signs.emplace_back(text_of(member(extension, "valueString")));
    if (has_url(extension, systems::next_meeting))
      traits.next_meeting = text_of(member(extension, "valueString"));
    if (!has_url(extension, systems::access)) continue;
    for (const Json& setting : member(extension, "extension"))
      if (setting.is_object()) traits.access = with(traits.access, access_in(setting));
  }
  return traits;
}

std::string bearing(const std::string& patient, const Traits& traits) {
  Json json = Json::parse(patient, nullptr, false);
  if (!json.is_object()) return patient;
  Json extensions = Json::array();
  Json not_understood = Json::array();
  for (const Json& extension : member(json, "extension")) {
    if (has_url(extension, systems::access)) {
      for (const Json& setting : member(extension, "extension"))
        if (setting.is_object() && !is_understood(setting)) not_understood.push_back(setting);
    } else if (!has_url(extension, systems::sign) && !has_url(extension, systems::next_meeting)) {
      extensions.push_back(extension);
    }
  }
  for (const PictureId& sign : traits.signs)
    extensions.push_back({{"url", systems::sign}, {"valueString", sign.value}});
  if (!traits.next_meeting.empty())
    extensions.push_back({{"url", systems::next_meeting}, {"valueString", traits.next_meeting}});
  if (traits.access != AccessProfile{} || !not_understood.empty())
    extensions.push_back(access_extension(traits.access, std::move(not_understood)));
  json.erase("extension");
  if (!extensions.empty()) json["extension"] = std::move(extensions);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::set<std::string> changed(const Traits& before, const Traits& here) {
  std::set<std::string> names;
  if (!here.signs.empty() && here.signs != before.signs) names.insert(signs_name);
  if (here.next_meeting != before.next_meeting) names.insert(meeting_name);
  const Json was = settings_of(before.access);
  const Json is = settings_of(here.access);
  for (const auto& [name, value] : was.items())
    if (!is.contains(name)) names.insert(name);
  for (const auto& [name, value] : is.items())
    if (value != member(was, name.c_str())) names.insert(name);
  return names;
}

Traits merged(const Traits& agreed, const std::set<std::string>& told, const Traits& here,
              const Traits& there) {
  std::set<std::string> ours = changed(agreed, here);
  ours.insert(told.begin(), told.end());
  Traits both = there;
  if (ours.contains(signs_name) && !here.signs.empty()) both.signs = here.signs;
  if (ours.contains(meeting_name)) both.next_meeting = here.next_meeting;
  const Json is = settings_of(here.access);
  Json settings = settings_of(there.access);
  for (const std::string& name : ours) {
    settings.erase(name);
    if (is.contains(name)) settings[name] = is[name];
  }
  both.access = access_of(std::move(settings));
  return both;
}

}  // namespace aktiv::fhir
