// What leaves a kiosk of the evaluation: at least five at once, of months that are over, in an
// order that is drawn. A month with fewer than five goes together with the next ones, and all of
// them bear the whole span, so that no group under five ever leaves alone. Texts go apart from the
// answers, each kind in a drawn order of its own: nobody can put a sentence to a set of answers.
// Values and pure functions; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/draws.h"
#include "dialogue/model/evaluation.h"

namespace aktiv {

// k = 5 (tools.md, small groups): the same in what leaves and in what is shown.
inline constexpr size_t smallest_group = 5;

// An evaluation without its month and its words.
struct AnswerSet {
  int way = 3;
  std::string scale_direction;
  std::vector<EvaluationAnswer> answers;

  bool operator==(const AnswerSet&) const = default;
};

struct EvaluationBatch {
  std::string id;     // a UUID of the batch alone: the same batch twice is one
  std::string from;   // first month of the span
  std::string until;  // last month of the span; the same where one month was enough
  std::vector<AnswerSet> sets;
  std::vector<std::string> good;
  std::vector<std::string> better;

  bool operator==(const EvaluationBatch&) const = default;
};

std::string to_json(const EvaluationBatch& batch);
// Refuses fewer than five sets, a span that is none, and every field that is not a batch's.
Result<EvaluationBatch> evaluation_batch_from_json(std::string_view bytes);

struct TakenBatch {
  EvaluationBatch batch;
  std::vector<Evaluation> left;  // what goes on waiting
};

// The oldest months before `month`, as many as it takes for five. Nothing where they do not
// suffice. The order of `waiting` changes nothing: the same evaluations with the same chance are
// the same batch.
std::optional<TakenBatch> take_batch(std::vector<Evaluation> waiting, std::string_view month,
                                     Draws& chance);

}  // namespace aktiv
