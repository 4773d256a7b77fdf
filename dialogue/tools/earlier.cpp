#include "dialogue/tools/earlier.h"

#include <algorithm>
#include <map>

namespace aktiv {
namespace {

struct Said {
  const ToolDefinition* tool = nullptr;
  const std::vector<AnswerRecord>* answers = nullptr;
  int64_t at_ms = 0;
};

std::vector<Said> in_time_order(const std::vector<Submission>& kept,
                                const std::vector<ToolRun>& said, const Content& content) {
  std::vector<Said> all;
  for (const Submission& submission : kept)
    all.push_back({content.tool(submission.tool), &submission.answers, submission.finished_ms});
  std::ranges::stable_sort(all, {}, &Said::at_ms);
  for (const ToolRun& run : said)
    all.push_back({content.tool(run.setup.tool), &run.answers, run.ended_ms});
  std::erase_if(all, [](const Said& one) { return one.tool == nullptr; });
  return all;
}

std::vector<Earlier> remembered_in(const Said& said) {
  std::vector<Earlier> found;
  for (const AnswerRecord& answer : *said.answers) {
    const StepDefinition* step = step_of(*said.tool, answer.question);
    const bool is_said = answer.choice == Choice::card || answer.choice == Choice::place ||
                         (answer.choice == Choice::words && !answer.own.text.empty());
    if (step == nullptr || step->remembered.empty() || !is_said) continue;
    Earlier earlier;
    earlier.what = step->remembered;
    earlier.card = answer.card;
    earlier.place = answer.place;
    earlier.words = answer.own.text;
    earlier.at_ms = said.at_ms;
    found.push_back(std::move(earlier));
  }
  return found;
}

// A dream takes the place of the one before; a visit stands beside the others.
void take_place(std::vector<Earlier>& all, std::vector<Earlier> newer) {
  for (const char* what : {"dream", "best", "goal", "step"}) {
    const auto is_it = [&](const Earlier& earlier) { return earlier.what == what; };
    if (std::ranges::any_of(newer, is_it)) std::erase_if(all, is_it);
  }
  for (Earlier& earlier : newer) {
    if (earlier.what != "result") {
      all.push_back(std::move(earlier));
      continue;
    }
    for (Earlier& step : all)
      if (step.what == "step" && step.card == earlier.card) step.place = earlier.place;
  }
}

// When the citizen chose the step in a staircase last; 0: never.
int64_t placed_ms(const std::vector<Submission>& kept, const CardRef& card,
                  const Content& content) {
  int64_t at_ms = 0;
  for (const Submission& submission : kept) {
    const ToolDefinition* tool = content.tool(submission.tool);
    if (tool == nullptr) continue;
    for (const AnswerRecord& answer : submission.answers) {
      const StepDefinition* step = step_of(*tool, answer.question);
      const bool is_placed = step != nullptr && step->remembered == "step" &&
                             answer.choice == Choice::card && answer.card == card;
      if (is_placed) at_ms = std::max(at_ms, submission.finished_ms);
    }
  }
  return at_ms;
}

bool has_answered(const std::vector<AnswerRecord>& answers, const Suggestion& suggestion) {
  return std::ranges::any_of(answers, [&](const AnswerRecord& answer) {
    return answer.suggestion == suggestion && answer.choice == Choice::place;
  });
}

bool looks_back(const CardSource& source) {
  return !source.earlier.empty();
}

}  // namespace

bool uses_earlier(const ToolDefinition& tool) {
  return std::ranges::any_of(tool.steps, [](const StepDefinition& step) {
    return looks_back(step.cards) || looks_back(step.first) || step.arrangement == "line" ||
           step.arrangement == "dream" || step.asks == Asks::suggestion;
  });
}

std::vector<Earlier> earlier_of(const std::vector<Submission>& kept,
                                const std::vector<ToolRun>& said, const Content& content) {
  std::vector<Earlier> all;
  for (const Said& one : in_time_order(kept, said, content)) take_place(all, remembered_in(one));
  return all;
}

std::vector<Earlier> all_earlier(const std::vector<Submission>& kept, const StaffSuggest& suggested,
                                 const std::vector<ToolRun>& said, const Content& content) {
  std::vector<Earlier> all = earlier_of(kept, said, content);
  for (const CardRef& card : suggested.steps) {
    Earlier one;
    one.what = suggested_step;
    one.card = card;
    all.push_back(std::move(one));
  }
  for (const Suggestion& change : suggested.changes) {
    const bool is_answered = std::ranges::any_of(
        said, [&](const ToolRun& run) { return has_answered(run.answers, change); });
    if (is_answered) continue;
    Earlier one;
    one.what = suggested_change;
    one.words = change.words;
    one.id = change.id;
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<CardRef> suggested_steps(const std::vector<Submission>& kept,
                                     const std::vector<Observation>& seen, const Content& content) {
  std::map<SubmissionId, const Observation*> newest;  // plan, by goal
  for (const Observation& one : seen) {
    if (!one.plan) continue;
    const Observation*& known = newest[one.plan->goal];
    if (known == nullptr || one.at_ms >= known->at_ms) known = &one;
  }
  std::vector<const Observation*> plans;
  for (const auto& [goal, plan] : newest) plans.push_back(plan);
  std::ranges::stable_sort(plans, std::ranges::greater{}, &Observation::at_ms);
  std::vector<CardRef> steps;
  for (const Observation* plan : plans)
    for (const CardRef& step : plan->plan->steps) {
      const bool is_new = std::ranges::find(steps, step) == steps.end();
      const bool is_waiting =
          content.card(step) != nullptr && placed_ms(kept, step, content) < plan->at_ms;
      if (is_new && is_waiting) steps.push_back(step);
    }
  return steps;
}

std::vector<Suggestion> suggested_changes(const std::vector<Submission>& kept,
                                          const std::vector<Observation>& seen) {
  const Observation* newest = nullptr;
  for (const Observation& one : seen)
    if (one.suggestions && (newest == nullptr || one.at_ms >= newest->at_ms)) newest = &one;
  if (newest == nullptr) return {};
  std::vector<Suggestion> waiting = *newest->suggestions;
  std::erase_if(waiting, [&](const Suggestion& change) {
    return std::ranges::any_of(
        kept, [&](const Submission& said) { return has_answered(said.answers, change); });
  });
  return waiting;
}

StaffSuggest staff_suggest(const std::vector<Submission>& kept,
                           const std::vector<Observation>& seen, const Content& content) {
  return {suggested_steps(kept, seen, content), suggested_changes(kept, seen)};
}

}  // namespace aktiv
