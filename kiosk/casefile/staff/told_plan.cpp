#include "kiosk/casefile/staff/told_plan.h"

#include <algorithm>
#include <sstream>

#include "dialogue/model/words.h"
#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/transaction.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/mapping.h"
#include "kiosk/sync/fhir/patient.h"

namespace aktiv::casefile {
namespace {

constexpr const char* own_name = "urn:aktiv-dialog:case-file";  // where a kiosk would say its id

bool is_suggested(const Record& step, const SubmissionId& goal) {
  const std::string state = step.value("state");
  return step.form == "step" && step.about == goal.value && !step.value("card").empty() &&
         (state == "open" || state == "doing");
}

const GoalPlan* last_told(const SubmissionId& goal, const std::vector<Observation>& told) {
  const Observation* last = nullptr;
  for (const Observation& one : told)
    if (one.plan && one.plan->goal == goal && (last == nullptr || one.at_ms >= last->at_ms))
      last = &one;
  return last == nullptr ? nullptr : &*last->plan;
}

void take_work(const Record& record, GoalPlan& plan) {
  plan.specific = record.value("specific");
  plan.measurable = record.value("measurable");
  plan.realistic = record.value("realistic");
  plan.time_bound = record.value("time_bound");
  plan.kind = from_word<GoalKind>(record.value("kind")).value_or(GoalKind::undecided);
  plan.intervention_goal = record.value("intervention_goal");
}

struct Known {  // one name of the person at the kiosks
  CitizenId citizen;
  std::string patient;
};

Result<std::vector<Known>> known_as(StaffWriting& writing) {
  std::vector<Known> names;
  for (const std::string& id : writing.person.patients) {
    const auto stored = find_resource(writing.db, writing.vault, {"Patient", id});
    if (!stored) return stored.error();
    if (!*stored) continue;
    const CitizenId citizen = fhir::citizen_of((**stored).body);
    if (!citizen.empty()) names.push_back({citizen, id});
  }
  return names;
}

Observation observation_now(const StaffWriting& writing, const CitizenId& citizen) {
  Observation seen;
  seen.id = random_uuid();
  seen.citizen = citizen;
  seen.mentor = MentorId(writing.account);
  seen.present = {Present::mentor};
  seen.at_ms = writing.now_ms;
  return seen;
}

Status tell(StaffWriting& writing, const Observation& seen, const std::string& patient,
            std::function<std::string(std::string_view key)> text) {
  fhir::SendContext sent;
  sent.patient = patient;
  sent.kiosk = fhir::uuid_from_name(own_name);
  sent.text = std::move(text);
  const auto bundle = fhir::build_observation(seen, sent);
  if (!bundle) return bundle.error();
  WriteContext context{writing.db, writing.vault, writing.person.centre, "", writing.now_ms, {}};
  const auto kept = run_transaction(context, *parse_json(*bundle));
  if (!kept) return fault_from(kept.problem());
  return {};
}

}  // namespace

std::optional<GoalPlan> plan_to_tell(const PlanNews& news) {
  const GoalPlan* before = last_told(news.goal.id, news.told);
  GoalPlan nothing;
  nothing.goal = news.goal.id;
  GoalPlan plan = nothing;
  const bool is_first = before == nullptr;
  if (!is_first && !news.is_work) plan = *before;
  plan.steps.clear();
  for (const auto& [record, version] : news.records) {  // oldest first
    const bool is_work = record.form == "goal" && record.about == news.goal.id.value;
    if (is_work && (is_first || news.is_work)) take_work(record, plan);
    const CardRef card{"steps", record.value("card")};
    const bool is_new = std::ranges::find(plan.steps, card) == plan.steps.end();
    if (is_suggested(record, news.goal.id) && is_new) plan.steps.push_back(card);
  }
  if (plan == (is_first ? nothing : *before)) return std::nullopt;
  return plan;
}

Status tell_plan(StaffWriting& writing, const PlanNews& news,
                 std::function<std::string(std::string_view key)> text) {
  std::optional<GoalPlan> plan = plan_to_tell(news);
  if (!plan) return {};
  const auto names = known_as(writing);
  if (!names) return names.error();
  const auto name = std::ranges::find(*names, news.goal.citizen, &Known::citizen);
  if (name == names->end())
    return Fault{"nobody whose goal it is", "Patient", "a Patient of the person"};
  Observation seen = observation_now(writing, name->citizen);
  seen.conversation = news.goal.conversation;
  seen.plan = std::move(plan);
  return tell(writing, seen, name->patient, std::move(text));
}

int words_in(std::string_view text) {
  std::istringstream words{std::string(text)};
  int count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}

Suggestion put_as(const Record& change) {
  std::string words = change.value("what");
  if (words.ends_with('.')) words.pop_back();
  return {change.id, std::move(words)};
}

std::vector<Suggestion> waiting_changes(const std::vector<KeptRecord>& records,
                                        const Forms& forms) {
  const Form* form = forms.find("change");
  const FormField* what = form == nullptr ? nullptr : form->field("what");
  std::vector<Suggestion> waiting;
  for (const auto& [record, version] : records) {
    if (what == nullptr || record.form != form->id) continue;
    Suggestion put = put_as(record);
    const bool is_short = !put.words.empty() && words_in(put.words) <= what->most_words;
    const bool is_answered = std::ranges::any_of(records, [&](const KeptRecord& other) {
      return other.record.form == "change_answer" && other.record.about == record.id;
    });
    if (is_short && !is_answered) waiting.push_back(std::move(put));
  }
  return waiting;
}

Status tell_changes(StaffWriting& writing, const std::vector<Suggestion>& waiting,
                    std::function<std::string(std::string_view key)> text) {
  const auto names = known_as(writing);
  if (!names) return names.error();
  for (const Known& name : *names) {
    Observation seen = observation_now(writing, name.citizen);
    seen.suggestions = waiting;
    if (const Status told = tell(writing, seen, name.patient, text); !told) return told;
  }
  return {};
}

}  // namespace aktiv::casefile
