#include "kiosk/casefile/endpoint/json.h"

#include <algorithm>

namespace aktiv::casefile {
namespace {

constexpr int deepest = 64;

// Writing deep JSON back is recursive: a body of a million brackets must not reach that far.
int depth_of(std::string_view text) {
  int depth = 0;
  int most = 0;
  bool is_in_text = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_in_text) {
      if (c == '\\') ++i;
      if (c == '"') is_in_text = false;
      continue;
    }
    if (c == '"') is_in_text = true;
    if (c == '{' || c == '[') most = std::max(most, ++depth);
    if (c == '}' || c == ']') --depth;
  }
  return most;
}

}  // namespace

Checked<Json> parse_json(std::string_view text) {
  if (depth_of(text) > deepest)
    return Problem{400, "structure", "the body is nested too deeply", "body",
                   "at most " + std::to_string(deepest) + " levels"};
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return Problem{400, "structure", "the body is not JSON", "byte " + std::to_string(error.byte),
                   "one JSON object in UTF-8"};
  } catch (const Json::exception&) {
    return Problem{400, "structure", "the body holds a number that no computer keeps", "body",
                   "numbers of ordinary size"};
  }
}

const Json& member_of(const Json& object, const char* member) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(member);
  return found == object.end() ? nothing : *found;
}

std::string text_of(const Json& object, const char* member) {
  const Json& value = member_of(object, member);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string operation_outcome(const Problem& problem) {
  std::string words = problem.what;
  if (!problem.expected.empty()) words += "; expected: " + problem.expected;
  Json issue = {{"severity", "error"}, {"code", problem.code}, {"diagnostics", words}};
  if (!problem.where.empty()) issue["expression"] = Json::array({problem.where});
  const Json outcome = {{"resourceType", "OperationOutcome"}, {"issue", Json::array({issue})}};
  return outcome.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace aktiv::casefile
