#include "dialogue/insight/made_up_evaluation.h"

#include "dialogue/insight/evaluation.h"

namespace aktiv {
namespace {

// Each question begins with another person, so that no made-up person is low in everything.
EvaluationAnswer answer_of(int person, size_t question) {
  const int top_two = made_up_top_two[question];
  const int turn = (person + static_cast<int>(question) * 23) % made_up_people;
  EvaluationAnswer answer{std::string(evaluation_questions[question]), Choice::place, 3};
  if (turn < top_two) answer.value = turn * 10 < top_two * 6 ? 5 : 4;
  return answer;
}

}  // namespace

std::vector<AnswerSet> made_up_evaluation() {
  std::vector<AnswerSet> sets;
  for (int person = 0; person < made_up_people; ++person) {
    AnswerSet set{3, person % 2 == 0 ? "best_left" : "best_right", {}};
    for (size_t question = 0; question < evaluation_questions.size(); ++question)
      set.answers.push_back(answer_of(person, question));
    sets.push_back(std::move(set));
  }
  return sets;
}

}  // namespace aktiv
