// Parts that an evaluation's line and a batch's bytes share. Internal to dialogue. Everything
// ..._at throws, naming what is wrong and never what was said.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/answer_json.h"
#include "dialogue/model/evaluation.h"

namespace aktiv::stored {

// What has no name here may be about a person, and is refused whole.
void only_these(const Json& json, std::initializer_list<std::string_view> names);

Json evaluation_answers_json(std::vector<EvaluationAnswer> answers);
std::vector<EvaluationAnswer> evaluation_answers_at(const Json& json, int way);
int evaluation_way_at(const Json& json);
std::string direction_at(const Json& json);
std::string month_at(const Json& json);

// The parser's own words may quote the line; what was said never reaches a message.
template <class Value>
Result<Value> read_evaluation(std::string_view line, Value (*at)(const Json&), const char* what) {
  const std::string expected = "what dialogue/model writes of an evaluation, and nothing besides";
  try {
    return at(Json::parse(line));
  } catch (const std::invalid_argument& error) {
    return Fault{std::string(what) + " cannot be read: " + error.what(), what, expected};
  } catch (const std::exception&) {
    return Fault{std::string(what) + " cannot be read", what, expected};
  }
}

}  // namespace aktiv::stored
