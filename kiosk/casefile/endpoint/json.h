// For the endpoint's own .cpp files only: the JSON type, and reading it without being hurt by it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "kiosk/casefile/endpoint/problem.h"

namespace aktiv::casefile {

// Ordered: a resource comes back in the order in which it was sent.
using Json = nlohmann::ordered_json;

// Refuses what is not JSON and what is nested deeper than any honest resource (64).
[[nodiscard]] Checked<Json> parse_json(std::string_view text);

// The member as text; empty where it is missing or no text.
std::string text_of(const Json& object, const char* member);
// The member, or a null where it is missing or `object` is no object.
const Json& member_of(const Json& object, const char* member);

}  // namespace aktiv::casefile
