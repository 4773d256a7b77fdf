// Walks the steps of a tool along the answers that were given: what stands behind the last answer
// is asked next. Lives for one call; pure; any thread.
#pragma once

#include <string_view>

#include "dialogue/tools/steps/questions.h"

namespace aktiv::steps {

class Script {
 public:
  // `told`: how many screens without a question were passed.
  Script(const Ground& ground, int told) : ground_(ground), told_(told) {}

  // The first question without an answer; is_done when none is left.
  Question next();

 private:
  // Each says whether something is left to ask; it then stands in question_.
  bool ask(const StepDefinition& step, const CardRef& about);
  bool tell(Question told);
  bool ask_pairs(const StepDefinition& step);
  bool ask_places(const StepDefinition& step, const CardRef& about);
  bool ask_suggestions(const StepDefinition& step);
  bool ask_choices(const StepDefinition& step);
  bool ask_one_by_one(const StepDefinition& step, const std::vector<CardRef>& among);
  bool ask_several_at_once(const StepDefinition& step, const std::vector<CardRef>& among);
  bool ask_own_words(const StepDefinition& step, const CardRef& about);
  bool ask_what_follows(const StepDefinition& step, const CardRef& about);

  std::vector<const StepDefinition*> in_todays_order() const;
  std::vector<CardRef> candidates(const StepDefinition& step) const;
  const AnswerRecord* take(const StepDefinition& step);

  const Ground& ground_;
  const int told_;
  int passed_ = 0;  // told screens so far
  size_t at_ = 0;   // the next answer
  bool has_ended_ = false;
  Question question_;
};

}  // namespace aktiv::steps
