#include "kiosk/sync/fhir/read_items.h"

#include "kiosk/sync/fhir/links.h"
#include "kiosk/sync/fhir/names.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

template <class Enum>
Enum read_code(ItemReader& items, const char* link, std::string_view system) {
  const auto value = from_code<Enum>(items.code(link, system));
  if (!value) items.fail(link, "a code that this version does not know", std::string(system));
  return value.value_or(Enum{});
}

template <class Enum>
std::vector<Enum> read_codes(ItemReader& items, const char* link, std::string_view system) {
  std::vector<Enum> values;
  for (const auto& code : items.codes(link, system)) {
    const auto value = from_code<Enum>(code);
    if (!value) items.fail(link, "a code that this version does not know", std::string(system));
    if (value) values.push_back(*value);
  }
  return values;
}

// The one group that must be there.
std::optional<ItemReader> only_group(ItemReader& items, const char* link) {
  auto found = items.groups(link);
  if (found.size() == 1) return std::move(found.front());
  items.fail(link, std::to_string(found.size()) + " groups", "exactly one");
  return std::nullopt;
}

void close(ItemReader& outer, ItemReader& inner) {
  (void)inner.finish();
  outer.join(inner);
}

int read_session(ItemReader& items, Submission& submission) {
  submission.conversation = ConversationId(items.text(links::conversation));
  submission.way = items.integer(links::way);
  submission.layout = items.code(links::layout, systems::layout);
  submission.scale_direction = items.code(links::scale, systems::scale);
  submission.started_ms = items.instant(links::started);
  submission.pressed_by = read_code<PressedBy>(items, links::pressed_by, systems::pressed_by);
  submission.present = read_codes<Present>(items, links::present, systems::present);
  submission.started_by = MentorId(items.text(links::started_by));
  submission.readers = items.codes(links::readers, systems::reader);
  submission.is_confirmed = items.boolean(links::said_back);
  return items.integer(links::record_parts);
}

// What was sent before there were own words has none.
OwnWords read_own(ItemReader& answer) {
  auto found = answer.groups(links::own);
  if (found.size() > 1) answer.fail(links::own, "several groups", "at most one");
  if (found.size() != 1) return {};
  ItemReader& items = found.front();
  OwnWords own;
  own.text = items.text(links::own_text);
  own.written_by = read_code<WrittenBy>(items, links::own_written_by, systems::written_by);
  own.clip = items.text(links::own_clip);
  own.clip_ms = items.integer(links::own_clip_ms);
  own.drawing = items.text(links::own_drawing);
  close(answer, items);
  return own;
}

AnswerRecord read_answer(ItemReader& items) {
  AnswerRecord answer;
  answer.number = items.integer(links::number);
  answer.question = items.code(links::question, systems::question);
  answer.shown = items.cards(links::shown);
  answer.places = items.codes(links::places, systems::place);
  answer.spoken_first = items.card(links::spoken_first);
  answer.choice = read_code<Choice>(items, links::choice, systems::choice);
  answer.card = items.card(links::card);
  answer.place = items.code(links::place, systems::place);
  answer.is_mirror = items.boolean(links::is_mirror);
  answer.is_repeat = items.boolean(links::is_repeat);
  answer.moved = items.integer(links::moved);
  answer.is_confirmed = items.boolean(links::is_confirmed);
  answer.at_ms = items.instant(links::time);
  answer.own = read_own(items);
  answer.date = items.date(links::date);
  for (ItemReader& group : items.groups(links::suggestion)) {
    answer.suggestion = {group.text(links::suggestion_id), group.text(links::suggestion_words)};
    close(items, group);
  }
  return answer;
}

CardFinding read_finding(ItemReader& items) {
  CardFinding finding;
  finding.card = items.card(links::finding_card);
  finding.wins = items.integer(links::wins);
  finding.offered = items.integer(links::offered);
  finding.place = items.code(links::finding_place, systems::place);
  finding.favourite = items.integer(links::favourite);
  finding.is_unknown = items.boolean(links::is_unknown);
  finding.is_uncertain = items.boolean(links::is_uncertain);
  for (auto& group : items.groups(links::placed)) {
    const std::string question = group.code(links::placed_question, systems::question);
    if (finding.places.contains(question)) group.fail(links::placed, "asked twice", "once");
    finding.places[question] = group.code(links::placed_place, systems::place);
    close(items, group);
  }
  finding.chosen_in = items.codes(links::chosen_in, systems::question);
  return finding;
}

void read_findings(ItemReader& items, Findings& findings) {
  for (auto& group : items.groups(links::finding)) {
    findings.cards.push_back(read_finding(group));
    close(items, group);
  }
  for (auto& group : items.groups(links::rank)) {
    findings.ranking.push_back(group.cards(links::rank_cards));
    close(items, group);
  }
  findings.ranking_is_hidden = items.boolean(links::ranking_is_hidden);
  findings.mirror_pairs = items.integer(links::mirror_pairs);
  findings.mirror_same = items.integer(links::mirror_same);
  findings.same_side_most = items.integer(links::same_side_most);
  findings.sides_counted = items.integer(links::sides_counted);
  findings.last_heard = items.integer(links::last_heard);
  findings.flags = read_codes<Flag>(items, links::flags, systems::flag);
  findings.suggestions = items.cards(links::suggestions);
  findings.wish_way = items.code(links::wish_way, systems::wish_way);
  findings.certainty = read_code<Certainty>(items, links::certainty, systems::certainty);
}

GoalPlan read_plan(ItemReader& items) {
  GoalPlan plan;
  plan.goal = SubmissionId(items.text(links::plan_goal));
  plan.specific = items.text(links::plan_specific);
  plan.measurable = items.text(links::plan_measurable);
  plan.realistic = items.text(links::plan_realistic);
  plan.time_bound = items.text(links::plan_time_bound);
  plan.kind = read_code<GoalKind>(items, links::plan_kind, systems::goal_kind);
  plan.intervention_goal = items.text(links::plan_intervention_goal);
  plan.steps = items.cards(links::plan_steps);
  return plan;
}

std::vector<Suggestion> read_waiting(ItemReader& items) {
  std::vector<Suggestion> waiting;
  for (ItemReader& group : items.groups(links::waiting_change)) {
    waiting.push_back({group.text(links::waiting_id), group.text(links::waiting_words)});
    close(items, group);
  }
  const auto said = static_cast<size_t>(items.integer(links::waiting_number));
  if (said != waiting.size())
    items.fail(links::waiting, "another number of changes", "all of them");
  return waiting;
}

}  // namespace

ReadItems read_items(const Json& resource, Submission& submission) {
  ItemReader items(resource, "QuestionnaireResponse");
  int record_parts = 0;
  if (auto session = only_group(items, links::session)) {
    record_parts = read_session(*session, submission);
    close(items, *session);
  }
  for (auto& group : items.groups(links::answer)) {
    submission.answers.push_back(read_answer(group));
    close(items, group);
  }
  if (auto findings = only_group(items, links::findings)) {
    read_findings(*findings, submission.findings);
    close(items, *findings);
  }
  return {record_parts, items.finish()};
}

std::optional<Fault> read_items(const Json& resource, Observation& observation) {
  ItemReader items(resource, "QuestionnaireResponse");
  observation.conversation = ConversationId(items.text(links::seen_conversation));
  observation.pressed_by = read_code<PressedBy>(items, links::seen_pressed_by, systems::pressed_by);
  observation.present = read_codes<Present>(items, links::seen_present, systems::present);
  // The first version asked neither this nor for a plan.
  if (items.has(links::seen_in))
    observation.seen_in = read_code<SeenIn>(items, links::seen_in, systems::seen_in);
  observation.seen = items.text(links::seen);
  for (ItemReader& group : items.groups(links::plan)) {
    observation.plan = read_plan(group);
    close(items, group);
  }
  for (ItemReader& group : items.groups(links::waiting)) {
    observation.suggestions = read_waiting(group);
    close(items, group);
  }
  return items.finish();
}

}  // namespace aktiv::fhir
