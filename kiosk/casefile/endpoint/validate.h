// Is this resource whole enough to be kept? Structure only: what FHIR R4 requires of the members
// that the case file relies on, one identifier where there may be one, one value[x] in an answer,
// no CPR number. Whether references lead anywhere is asked of the database, in write.h. Pure; any
// thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/endpoint/resource_types.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {

// The type, when the resource is an object of a kept type.
Checked<const ResourceType*> type_of(const nlohmann::ordered_json& resource);
MaybeProblem validate(const nlohmann::ordered_json& resource);

std::vector<Token> identifiers_of(const nlohmann::ordered_json& resource);
std::vector<Token> tags_of(const nlohmann::ordered_json& resource);
// What a Questionnaire is called: url, url|version and version, each under a system of its own.
std::vector<Token> canonical_names_of(const nlohmann::ordered_json& resource);
inline constexpr char canonical_url[] = "search:url";
inline constexpr char canonical_version[] = "search:version";
// Tag of everything that staff write; its code says what it is ("note").
inline constexpr char staff_tag[] = "urn:aktiv-dialog:staff";
bool says_entered_in_error(const nlohmann::ordered_json& resource);

}  // namespace aktiv::casefile
