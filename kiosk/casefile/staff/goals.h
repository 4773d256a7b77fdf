// A goal as the case file knows it: what the citizen said, and beside it, never in it, what staff
// wrote. Pure; any thread; what is pointed at must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/insight/said_goals.h"
#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {

// Few at a time: one by default, three at most.
inline constexpr int most_active_goals = 3;

struct StepOfGoal {
  const SaidStep* said = nullptr;  // nullptr: staff's suggestion, until the citizen has placed it
  const KeptRecord* record = nullptr;  // nullptr: staff have written nothing about it yet
  std::string about;                   // what a record of this step is about
};

struct GoalOfCitizen {
  SaidGoal said;
  const KeptRecord* work = nullptr;  // the mentor's side; nullptr: not written yet
  std::vector<StepOfGoal> steps;     // the citizen's in their order, then staff's

  bool is_active() const { return work != nullptr && work->record.value("state") == "active"; }
};

// Those under way first, each part with the newest first.
std::vector<GoalOfCitizen> goals_of(std::vector<SaidGoal> said,
                                    const std::vector<KeptRecord>& records);
// May this record of the form "goal" be kept? Not where it would be one active goal too many.
bool may_be_active(const std::vector<GoalOfCitizen>& goals, const Record& record);

// Of the form, newest day first; `day` is the field that says when.
std::vector<const KeptRecord*> newest_first(const std::vector<KeptRecord>& records,
                                            const std::string& form, const std::string& day);

// When the next follow-up is due: said at the newest that was held. Empty: nothing said.
std::string next_follow_up(const std::vector<const Record*>& follow_ups);

}  // namespace aktiv::casefile
