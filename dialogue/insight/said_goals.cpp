#include "dialogue/insight/said_goals.h"

#include <algorithm>
#include <iterator>

namespace aktiv {
namespace {

bool says_something(const AnswerRecord& answer) {
  return answer.choice == Choice::card || (answer.choice == Choice::words && !answer.own.empty());
}

template <class Visit>
void each_answer(const Content& content, const Submission& said, Visit visit) {
  const ToolDefinition* tool = content.tool(said.tool);
  if (tool == nullptr) return;
  for (const AnswerRecord& answer : said.answers)
    if (const auto* step = step_of(*tool, answer.question)) visit(answer, *step);
}

// Whether its tool asks for what is remembered so.
bool asks_for(const Content& content, const Submission& said, std::string_view remembered) {
  const ToolDefinition* tool = content.tool(said.tool);
  return tool != nullptr && std::ranges::any_of(tool->steps, [&](const StepDefinition& step) {
           return step.remembered == remembered;
         });
}

void add_to_step(SaidGoal& goal, const AnswerRecord& answer, const StepDefinition& step) {
  const auto found = std::ranges::find_if(
      goal.steps, [&](const SaidStep& one) { return one.said.card == answer.card; });
  if (found == goal.steps.end()) return;
  if (answer.choice == Choice::date && step.has_dates) found->day = answer.date;
  if (answer.choice != Choice::place) return;
  const CardRef place =
      answer.place == step.besides.id ? step.besides : CardRef{step.places, answer.place};
  if (step.places == "people") found->helper = place;
  if (step.places == "when") found->when = place;
}

SaidGoal goal_of(const Content& content, const Submission& said) {
  SaidGoal goal;
  goal.id = said.id;
  goal.conversation = said.conversation;
  goal.at_ms = said.finished_ms;
  goal.pressed_by = said.pressed_by;
  each_answer(content, said, [&](const AnswerRecord& answer, const StepDefinition& step) {
    if (step.remembered == "goal") goal.said = answer;
    if (step.remembered == "step" && says_something(answer)) {
      SaidStep& one = goal.steps.emplace_back();
      one.said = answer;
    }
    if (step.places == "goal" && answer.choice == Choice::place)
      goal.accepted = answer.place == "mit_maal" ? Accepted::mine : Accepted::change_it;
  });
  each_answer(content, said, [&](const AnswerRecord& answer, const StepDefinition& step) {
    add_to_step(goal, answer, step);
  });
  return goal;
}

// How it stands with the steps, from the latest talk in which that was asked.
void add_results(const Content& content, SaidGoal& goal, const Submission& said) {
  each_answer(content, said, [&](const AnswerRecord& answer, const StepDefinition& step) {
    if (step.remembered != "result" || answer.choice != Choice::place) return;
    for (SaidStep& one : goal.steps) {
      if (one.said.card != answer.card || !one.result.empty()) continue;
      one.result = answer.place;
      one.result_place = {step.places, answer.place};
      one.result_in = said.id;
      one.result_ms = said.finished_ms;
    }
  });
}

}  // namespace

std::vector<SaidGoal> said_goals(const Content& content, std::span<const Submission* const> kept) {
  std::vector<const Submission*> newest(kept.begin(), kept.end());
  std::ranges::stable_sort(newest, std::ranges::greater{}, &Submission::finished_ms);
  std::vector<const Submission*> results;
  std::ranges::copy_if(newest, std::back_inserter(results),
                       [&](const Submission* said) { return asks_for(content, *said, "result"); });
  std::vector<SaidGoal> goals;
  for (const Submission* said : newest) {
    if (!asks_for(content, *said, "goal")) continue;
    goals.push_back(goal_of(content, *said));
    for (const Submission* later : results) {
      if (later->finished_ms <= said->finished_ms) break;
      add_results(content, goals.back(), *later);
    }
  }
  return goals;
}

}  // namespace aktiv
