#include "dialogue/model/evaluation.h"

#include <algorithm>

#include "dialogue/model/day.h"
#include "dialogue/model/evaluation_json.h"

namespace aktiv {
namespace stored {
namespace {

bool is_direction(const std::string& text) {
  return text == "best_left" || text == "best_right";
}

EvaluationAnswer evaluation_answer_at(const Json& json, int way) {
  only_these(json, {"question", "choice", "value"});
  EvaluationAnswer answer;
  answer.question = json.at("question");
  answer.choice = enum_of<Choice>(json.at("choice"));
  answer.value = json.at("value");
  const bool is_place = answer.choice == Choice::place;
  if (!is_place && answer.choice != Choice::dont_know && answer.choice != Choice::skipped)
    throw std::invalid_argument("an answer is a step, don't know or skipped");
  if (answer.question.empty()) throw std::invalid_argument("an answer without a question");
  if (answer.value < (is_place ? 1 : 0) || answer.value > (is_place ? steps_of(way) : 0))
    throw std::invalid_argument("a value outside its scale");
  return answer;
}

}  // namespace

void only_these(const Json& json, std::initializer_list<std::string_view> names) {
  if (!json.is_object()) throw std::invalid_argument("not an object");
  for (const auto& [name, value] : json.items())
    if (std::ranges::find(names, std::string_view(name)) == names.end())
      throw std::invalid_argument("a field that does not belong to an evaluation");
}

Json evaluation_answers_json(std::vector<EvaluationAnswer> answers) {
  std::ranges::sort(answers, {}, &EvaluationAnswer::question);
  Json out = Json::array();
  for (const auto& answer : answers)
    out.push_back(
        {{"question", answer.question}, {"choice", word(answer.choice)}, {"value", answer.value}});
  return out;
}

std::vector<EvaluationAnswer> evaluation_answers_at(const Json& json, int way) {
  std::vector<EvaluationAnswer> answers;
  for (const Json& answer : json) answers.push_back(evaluation_answer_at(answer, way));
  std::ranges::sort(answers, {}, &EvaluationAnswer::question);
  const auto twice = std::ranges::adjacent_find(answers, {}, &EvaluationAnswer::question);
  if (twice != answers.end()) throw std::invalid_argument("a question that is answered twice");
  return answers;
}

int evaluation_way_at(const Json& json) {
  const int way = json;
  if (way < 2 || way > 4) throw std::invalid_argument("a way outside 2 to 4");
  return way;
}

std::string direction_at(const Json& json) {
  const std::string direction = json;
  if (!is_direction(direction)) throw std::invalid_argument("a scale direction that is none");
  return direction;
}

std::string month_at(const Json& json) {
  const std::string month = json;
  if (!is_month(month)) throw std::invalid_argument("a month that is none");
  return month;
}

}  // namespace stored

namespace {

using namespace stored;  // NOLINT: the shared parts of the stored format

Evaluation evaluation_at(const Json& json) {
  only_these(json, {"month", "way", "scale", "answers", "good", "better"});
  Evaluation evaluation;
  evaluation.month = month_at(json.at("month"));
  evaluation.way = evaluation_way_at(json.at("way"));
  evaluation.scale_direction = direction_at(json.at("scale"));
  evaluation.answers = evaluation_answers_at(json.at("answers"), evaluation.way);
  evaluation.good = json.at("good");
  evaluation.better = json.at("better");
  return evaluation;
}

}  // namespace

std::string to_json(const Evaluation& evaluation) {
  return Json{{"month", evaluation.month},
              {"way", evaluation.way},
              {"scale", evaluation.scale_direction},
              {"answers", evaluation_answers_json(evaluation.answers)},
              {"good", evaluation.good},
              {"better", evaluation.better}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Evaluation> evaluation_from_json(std::string_view line) {
  return read_evaluation<Evaluation>(line, evaluation_at, "evaluation");
}

int steps_of(int way) {
  return way == 2 ? 3 : 5;
}

std::string month_of(int64_t utc_ms) {
  const int64_t days = utc_ms / kDayMs - (utc_ms % kDayMs < 0 ? 1 : 0);
  return day_of(days).iso().substr(0, 7);
}

bool is_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return false;
  for (const size_t at : {0, 1, 2, 3, 5, 6})
    if (text[at] < '0' || text[at] > '9') return false;
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  return month >= 1 && month <= 12 && text.substr(0, 4) != "0000";
}

}  // namespace aktiv
