#include "kiosk/ui/mentor/goals.h"

#include <algorithm>

#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

class Reader {
 public:
  Reader(const Content& content, const std::string& language)
      : content_(content), language_(language) {}

  SaidGoal goal_of(const Submission& said) const {
    SaidGoal goal;
    goal.id = said.id;
    goal.conversation = said.conversation;
    goal.at_ms = said.finished_ms;
    goal.pressed_by = said.pressed_by;
    each_answer(said, [&](const AnswerRecord& answer, const StepDefinition& step) {
      if (step.remembered == "goal") goal.words = words_of(answer);
      if (step.remembered == "step" && !words_of(answer).empty())
        goal.steps.push_back({answer.card, words_of(answer), {}, {}, {}});
      if (step.places == "goal" && answer.choice == Choice::place)
        goal.accepted = answer.place == "mit_maal" ? Accepted::mine : Accepted::change_it;
    });
    each_answer(said, [&](const AnswerRecord& answer, const StepDefinition& step) {
      add_to_step(goal, answer, step);
    });
    return goal;
  }

  // How it stands with the steps, from the latest talk in which that was asked.
  void add_states(SaidGoal& goal, const Submission& said) const {
    each_answer(said, [&](const AnswerRecord& answer, const StepDefinition& step) {
      if (step.remembered != "result" || answer.choice != Choice::place) return;
      for (GoalStep& one : goal.steps)
        if (one.card == answer.card && one.state.empty())
          one.state = label({step.places, answer.place});
    });
  }

  bool has_goal(const Submission& said) const {
    const auto* tool = content_.tool(said.tool);
    return tool != nullptr &&
           std::any_of(tool->steps.begin(), tool->steps.end(),
                       [](const StepDefinition& step) { return step.remembered == "goal"; });
  }

 private:
  std::string label(const CardRef& card) const {
    return card_words(content_.texts, language_, card);
  }

  std::string words_of(const AnswerRecord& answer) const {
    if (answer.choice == Choice::words) return answer.own.text;
    return answer.choice == Choice::card ? label(answer.card) : std::string();
  }

  template <class Visit>
  void each_answer(const Submission& said, Visit visit) const {
    const auto* tool = content_.tool(said.tool);
    if (tool == nullptr) return;
    for (const AnswerRecord& answer : said.answers)
      if (const auto* step = step_of(*tool, answer.question)) visit(answer, *step);
  }

  void add_to_step(SaidGoal& goal, const AnswerRecord& answer, const StepDefinition& step) const {
    const auto found = std::find_if(goal.steps.begin(), goal.steps.end(),
                                    [&](const GoalStep& one) { return one.card == answer.card; });
    if (found == goal.steps.end()) return;
    if (answer.choice == Choice::date && step.has_dates)
      found->when = date_words(content_.texts, language_, answer.date);
    if (answer.choice != Choice::place) return;
    const CardRef place =
        answer.place == step.besides.id ? step.besides : CardRef{step.places, answer.place};
    if (step.places == "people") found->helper = label(place);
    if (step.places == "when") found->when = label(place);
  }

  const Content& content_;
  const std::string& language_;
};

}  // namespace

std::vector<SaidGoal> said_goals(const Content& content, const std::string& language,
                                 const std::vector<SavedSubmission>& kept) {
  const Reader reader(content, language);
  std::vector<const Submission*> newest;
  for (const SavedSubmission& one : kept) newest.push_back(&one.submission);
  std::stable_sort(newest.begin(), newest.end(),
                   [](const Submission* one, const Submission* other) {
                     return one->finished_ms > other->finished_ms;
                   });
  std::vector<SaidGoal> goals;
  for (const Submission* said : newest) {
    if (!reader.has_goal(*said)) continue;
    goals.push_back(reader.goal_of(*said));
    for (const Submission* later : newest) {
      if (later->finished_ms <= said->finished_ms) break;
      reader.add_states(goals.back(), *later);
    }
    if (goals.size() == most_goals) break;
  }
  return goals;
}

GoalPlan plan_of(const SubmissionId& goal, const std::vector<Observation>& observations) {
  GoalPlan latest;
  latest.goal = goal;
  int64_t at_ms = 0;
  for (const Observation& seen : observations) {
    if (!seen.plan || seen.plan->goal != goal || seen.at_ms < at_ms) continue;
    latest = *seen.plan;
    at_ms = seen.at_ms;
  }
  return latest;
}

}  // namespace aktiv::mentor
