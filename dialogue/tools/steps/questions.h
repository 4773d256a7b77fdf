// A step, and the card it is asked about, as a question. Pure; any thread.
#pragma once

#include "dialogue/content/content.h"
#include "dialogue/engine/question.h"
#include "dialogue/model/conversation.h"

namespace aktiv::steps {

// What every question of one run is made from.
struct Ground {
  const ToolDefinition& tool;
  const ToolRun& run;
  const Content& content;
};

Question ask_pair(const Ground& ground, const StepDefinition& step, size_t at);

// `about` may be empty: then it is asked about the day itself. `at` of `of`: stepping stones.
// `is_turned`: the places in the other order.
struct Placing {
  CardRef about;
  bool is_turned = false;
  int at = 0;
  int of = 1;
};
Question ask_place(const Ground& ground, const StepDefinition& step, const Placing& placing);

// What becomes of a change that staff suggest.
Question ask_suggestion(const Ground& ground, const StepDefinition& step, const Earlier& change);

// One of `among`, those already `taken` left out; `round` = how many were taken.
Question ask_one(const Ground& ground, const StepDefinition& step,
                 const std::vector<CardRef>& among, const std::vector<CardRef>& taken);
// Several of `among` on one screen; `taken` are chosen already.
Question ask_several(const Ground& ground, const StepDefinition& step,
                     const std::vector<CardRef>& among, const std::vector<CardRef>& taken);

Question ask_words(const Ground& ground, const StepDefinition& step, const CardRef& about);

}  // namespace aktiv::steps
