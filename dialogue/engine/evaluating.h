// An anonymous evaluation under way: in memory alone, and never in the journal, until it is handed
// in whole. No citizen, no conversation and no time but the month. Values; the loop's.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/evaluation.h"

namespace aktiv {

// Where a person is in it, as View::step: the questions follow on `first_question`, and after them
// what is good, what should be better (ways 3 and 4), and thanks.
namespace evaluating {
inline constexpr int intro = 0;
inline constexpr int alone = 1;
inline constexpr int practice = 2;
inline constexpr int first_question = 3;
}  // namespace evaluating

// The glasses of a way: five, or three.
inline const char* degree_deck(int way) {
  return steps_of(way) == 5 ? "degree5" : "degree3";
}

struct Evaluating {
  Evaluation said;                 // so far
  std::vector<std::string> order;  // of the questions, drawn once
  std::string may_be_names;        // in a text, while it is asked whether they shall go

  int good_step() const { return evaluating::first_question + static_cast<int>(order.size()); }
  int better_step() const { return good_step() + 1; }
  int thanks_step() const { return good_step() + 2; }
  int thrown_step() const { return good_step() + 3; }  // stopped: nothing was handed in
  bool is_over(int step) const { return step >= thanks_step(); }
  bool asks_words() const { return said.way >= 3; }
  // The text that a step asks for; nullptr where it asks for none.
  using Text = std::string Evaluation::*;
  Text text_at(int step) const {
    if (step == good_step()) return &Evaluation::good;
    return step == better_step() ? &Evaluation::better : nullptr;
  }
  const EvaluationAnswer* answer_to(const std::string& question) const {
    for (const EvaluationAnswer& answer : said.answers)
      if (answer.question == question) return &answer;
    return nullptr;
  }
};

}  // namespace aktiv
