#include "dialogue/model/evaluation_batch.h"

#include <algorithm>
#include <iterator>

#include "dialogue/model/evaluation_json.h"

namespace aktiv {
namespace {

using namespace stored;  // NOLINT: the shared parts of the stored format

AnswerSet set_at(const Json& json) {
  only_these(json, {"way", "scale", "answers"});
  AnswerSet set;
  set.way = evaluation_way_at(json.at("way"));
  set.scale_direction = direction_at(json.at("scale"));
  set.answers = evaluation_answers_at(json.at("answers"), set.way);
  return set;
}

std::vector<std::string> words_of(const Json& json) {
  auto texts = json.get<std::vector<std::string>>();
  for (const auto& text : texts)
    if (text.empty()) throw std::invalid_argument("a text without words");
  return texts;
}

EvaluationBatch batch_at(const Json& json) {
  only_these(json, {"version", "id", "from", "until", "sets", "good", "better"});
  if (json.at("version").get<int>() != 1)
    throw std::invalid_argument("its version is newer than this program");
  EvaluationBatch batch;
  batch.id = json.at("id");
  batch.from = month_at(json.at("from"));
  batch.until = month_at(json.at("until"));
  for (const Json& set : json.at("sets")) batch.sets.push_back(set_at(set));
  batch.good = words_of(json.at("good"));
  batch.better = words_of(json.at("better"));
  if (batch.until < batch.from) throw std::invalid_argument("a span that ends before it begins");
  if (batch.sets.size() < smallest_group)
    throw std::invalid_argument("fewer than five evaluations");
  if (std::max(batch.good.size(), batch.better.size()) > batch.sets.size())
    throw std::invalid_argument("more texts than evaluations");
  return batch;
}

// As many of the oldest as five take, whole months at a time.
size_t count_to_take(const std::vector<Evaluation>& waiting, std::string_view month) {
  size_t count = 0;
  while (count < waiting.size() && waiting[count].month < month) {
    const std::string& whole = waiting[count].month;
    if (count >= smallest_group && whole != waiting[count - 1].month) break;
    ++count;
  }
  return count;
}

void put_into(EvaluationBatch& batch, const Evaluation& evaluation) {
  batch.sets.push_back({evaluation.way, evaluation.scale_direction, evaluation.answers});
  if (!evaluation.good.empty()) batch.good.push_back(evaluation.good);
  if (!evaluation.better.empty()) batch.better.push_back(evaluation.better);
}

// First an order that depends on nothing but what is there, then one that depends on chance alone.
void shuffle_all(EvaluationBatch& batch, Draws& chance) {
  chance.shuffle(batch.sets);
  std::ranges::sort(batch.good);
  chance.shuffle(batch.good);
  std::ranges::sort(batch.better);
  chance.shuffle(batch.better);
}

}  // namespace

std::string to_json(const EvaluationBatch& batch) {
  Json sets = Json::array();
  for (const auto& set : batch.sets)
    sets.push_back({{"way", set.way},
                    {"scale", set.scale_direction},
                    {"answers", evaluation_answers_json(set.answers)}});
  return Json{{"version", 1}, {"id", batch.id},     {"from", batch.from},    {"until", batch.until},
              {"sets", sets}, {"good", batch.good}, {"better", batch.better}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<EvaluationBatch> evaluation_batch_from_json(std::string_view bytes) {
  return read_evaluation<EvaluationBatch>(bytes, batch_at, "batch of evaluations");
}

std::optional<TakenBatch> take_batch(std::vector<Evaluation> waiting, std::string_view month,
                                     Draws& chance) {
  std::ranges::sort(waiting, {},
                    [](const Evaluation& one) { return std::pair(one.month, to_json(one)); });
  const size_t count = count_to_take(waiting, month);
  if (count < smallest_group) return std::nullopt;
  TakenBatch taken;
  taken.batch.id = chance.uuid();
  taken.batch.from = waiting.front().month;
  taken.batch.until = waiting[count - 1].month;
  const auto end = waiting.begin() + static_cast<std::ptrdiff_t>(count);
  for (auto one = waiting.begin(); one != end; ++one) put_into(taken.batch, *one);
  shuffle_all(taken.batch, chance);
  taken.left.assign(std::make_move_iterator(end), std::make_move_iterator(waiting.end()));
  return taken;
}

}  // namespace aktiv
