#include "kiosk/casefile/staff/goals.h"

#include <algorithm>

namespace aktiv::casefile {
namespace {

// The last that was written, where somebody wrote twice about the same.
const KeptRecord* newest_about(const std::vector<KeptRecord>& records, const std::string& form,
                               const std::string& about) {
  const KeptRecord* found = nullptr;
  for (const KeptRecord& kept : records)
    if (kept.record.form == form && kept.record.about == about) found = &kept;
  return found;
}

GoalOfCitizen goal_of(SaidGoal said, const std::vector<KeptRecord>& records) {
  GoalOfCitizen goal;
  goal.said = std::move(said);
  goal.work = newest_about(records, "goal", goal.said.id.value);
  for (const SaidStep& step : goal.said.steps) {
    const std::string about = goal.said.id.value + "/" + std::to_string(step.said.number);
    goal.steps.push_back({&step, newest_about(records, "step", about), about});
  }
  for (const KeptRecord& kept : records)
    if (kept.record.form == "step" && kept.record.about == goal.said.id.value)
      goal.steps.push_back({nullptr, &kept, kept.record.about});
  return goal;
}

}  // namespace

std::vector<GoalOfCitizen> goals_of(std::vector<SaidGoal> said,
                                    const std::vector<KeptRecord>& records) {
  std::vector<GoalOfCitizen> goals;
  goals.reserve(said.size());
  for (SaidGoal& one : said) goals.push_back(goal_of(std::move(one), records));
  std::ranges::stable_partition(goals, &GoalOfCitizen::is_active);
  return goals;
}

bool may_be_active(const std::vector<GoalOfCitizen>& goals, const Record& record) {
  if (record.form != "goal" || record.value("state") != "active") return true;
  const auto others = std::ranges::count_if(goals, [&](const GoalOfCitizen& goal) {
    return goal.is_active() && goal.said.id.value != record.about;
  });
  return others < most_active_goals;
}

std::vector<const KeptRecord*> newest_first(const std::vector<KeptRecord>& records,
                                            const std::string& form, const std::string& day) {
  std::vector<const KeptRecord*> found;
  for (const KeptRecord& kept : records)
    if (kept.record.form == form) found.push_back(&kept);
  std::ranges::stable_sort(found, std::ranges::greater{},
                           [&](const KeptRecord* kept) { return kept->record.value(day); });
  return found;
}

std::string next_follow_up(const std::vector<const Record*>& follow_ups) {
  const auto newest = std::ranges::max_element(
      follow_ups, {}, [](const Record* one) { return one->value("held"); });
  return newest == follow_ups.end() ? std::string() : (*newest)->value("next");
}

}  // namespace aktiv::casefile
