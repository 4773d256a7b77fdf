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

template <class Value>
Result<Value> read_evaluation(std::string_view line, Value (*at)(const Json&), const char* what) {
  return read_line(line, at, what,
                   "what dialogue/model writes of an evaluation, and nothing besides");
}

}  // namespace aktiv::stored
