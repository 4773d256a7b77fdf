// What the mentor saw, in the mentor's own words and the mentor's own resource.
#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/links.h"
#include "kiosk/sync/fhir/names.h"
#include "kiosk/sync/fhir/questionnaire.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {

namespace {

void write_plan(ItemWriter& items, const GoalPlan& plan) {
  ItemWriter group(items.texts());
  group.text(links::plan_goal, plan.goal.value);
  group.text(links::plan_specific, plan.specific);
  group.text(links::plan_measurable, plan.measurable);
  group.text(links::plan_realistic, plan.realistic);
  group.text(links::plan_time_bound, plan.time_bound);
  const std::string kind(code_of(plan.kind));
  group.code(links::plan_kind, systems::goal_kind, kind, "staff.goal.kind." + kind);
  group.text(links::plan_intervention_goal, plan.intervention_goal);
  group.cards(links::plan_steps, plan.steps);
  items.group(links::plan, std::move(group));
}

void write_waiting(ItemWriter& items, const std::vector<Suggestion>& suggestions) {
  ItemWriter group(items.texts());
  group.integer(links::waiting_number, static_cast<int>(suggestions.size()));
  for (const Suggestion& one : suggestions) {
    ItemWriter change(items.texts());
    change.text(links::waiting_id, one.id);
    change.text(links::waiting_words, one.words);
    group.group(links::waiting_change, std::move(change));
  }
  items.group(links::waiting, std::move(group));
}

}  // namespace

Result<Json> observation_resource(const Observation& observation, const SendContext& context) {
  const auto authored = to_instant(observation.at_ms);
  if (!authored) return Fault{"a time that FHIR cannot write", "at_ms", "a year from 1 to 9999"};

  const Lookup texts = context.text;
  ItemWriter items(texts);
  const std::string pressed_by(code_of(observation.pressed_by));
  items.text(links::seen_conversation, observation.conversation.value);
  items.code(links::seen_pressed_by, systems::pressed_by, pressed_by,
             std::string(words_of(observation.pressed_by)));
  items.codes(links::seen_present, systems::present, codes_of(observation.present),
              "staff.present.");
  const std::string seen_in(code_of(observation.seen_in));
  items.code(links::seen_in, systems::seen_in, seen_in, "staff.observe.in." + seen_in);
  items.text(links::seen, observation.seen);
  if (observation.plan) write_plan(items, *observation.plan);
  if (observation.suggestions) write_waiting(items, *observation.suggestions);
  if (items.fault()) return *items.fault();

  const auto mentor = logical_reference("Practitioner", systems::mentor, observation.mentor.value);
  return Json{{"resourceType", "QuestionnaireResponse"},
              {"identifier", key_of(observation.id, observation_role).identifier()},
              {"questionnaire", std::string(systems::questionnaire) + observation_questionnaire +
                                    "|" + std::to_string(observation_version)},
              {"status", "completed"},
              {"subject", citizen_reference(context.patient, observation.citizen)},
              {"source", mentor},
              {"author", mentor},
              {"authored", *authored},
              {"item", items.take()}};
}

}  // namespace aktiv::fhir
