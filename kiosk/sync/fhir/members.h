// Reading another's JSON without being hurt by it; for the sync's own .cpp files. Pure; any thread.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace aktiv::fhir {

// The member, or a null where it is missing or `json` is no object.
inline const nlohmann::json& member(const nlohmann::json& json, const char* name) {
  static const nlohmann::json nothing;
  if (!json.is_object()) return nothing;
  const auto found = json.find(name);
  return found == json.end() ? nothing : *found;
}

// Empty where it is no text.
inline std::string text_of(const nlohmann::json& json) {
  return json.is_string() ? json.get<std::string>() : "";
}

}  // namespace aktiv::fhir
