#include "kiosk/ui/mentor/goals.h"

#include <algorithm>

#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

class Wording {
 public:
  Wording(const Content& content, const std::string& language)
      : content_(content), language_(language) {}

  GoalInWords operator()(const SaidGoal& said) const {
    GoalInWords goal;
    goal.id = said.id;
    goal.conversation = said.conversation;
    goal.words = words_of(said.said);
    goal.accepted = said.accepted;
    goal.at_ms = said.at_ms;
    goal.pressed_by = said.pressed_by;
    for (const SaidStep& step : said.steps)
      if (!words_of(step.said).empty())
        goal.steps.push_back({step.said.card, words_of(step.said), label(step.helper),
                              when_of(step), label(step.result_place)});
    return goal;
  }

 private:
  std::string label(const CardRef& card) const {
    return card.empty() ? std::string() : card_words(content_.texts, language_, card);
  }

  std::string words_of(const AnswerRecord& answer) const {
    if (answer.choice == Choice::words) return answer.own.text;
    return answer.choice == Choice::card ? label(answer.card) : std::string();
  }

  std::string when_of(const SaidStep& step) const {
    return step.day.empty() ? label(step.when) : date_words(content_.texts, language_, step.day);
  }

  const Content& content_;
  const std::string& language_;
};

}  // namespace

std::vector<GoalInWords> goals_in_words(const Content& content, const std::string& language,
                                        const std::vector<SavedSubmission>& kept) {
  std::vector<const Submission*> submissions;
  for (const SavedSubmission& one : kept) submissions.push_back(&one.submission);
  const Wording wording(content, language);
  std::vector<GoalInWords> goals;
  for (const SaidGoal& said : said_goals(content, submissions)) {
    if (goals.size() == most_goals) break;
    goals.push_back(wording(said));
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
