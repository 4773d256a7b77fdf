// Goals: what the citizen said and accepted, with the mentor's work beside it; steps on the way;
// follow-ups with each participant's view in a field of its own; VRAP notes.
#include <algorithm>
#include <array>

#include "dialogue/content/phrases.h"
#include "dialogue/model/words.h"
#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/changes_card.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/goal_cards.h"
#include "kiosk/casefile/pages/citizen/record_list.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/casefile/pages/danish_time.h"

namespace aktiv::casefile {
namespace {

constexpr int goal_px = 64;
constexpr int step_px = 44;
constexpr int follow_up_tool = 11;
constexpr std::array rungs = {"see", "visit", "try", "practise", "start"};

// A card with its picture, or own words as they came.
Html said_words(const Words& words, const AnswerRecord& said, int size_px) {
  if (said.choice == Choice::card) return card_with_name(words, said.card, size_px);
  return own_words(words, said.own);
}

std::string rung_of(const Words& words, const StepOfGoal& step) {
  std::string rung = step.record == nullptr ? "" : step.record->record.value("rung");
  if (rung.empty() && step.said != nullptr && step.said->said.choice == Choice::card)
    if (const Card* card = words.content().card(step.said->said.card);
        card != nullptr && card->value >= 1 && card->value <= static_cast<int>(rungs.size()))
      rung = rungs[static_cast<size_t>(card->value - 1)];
  return rung;
}

std::string state_of(const StepOfGoal& step) {
  return step.record == nullptr ? "open" : step.record->record.value("state");
}

// ✓ reached, ● under way, ○ not begun, Ⅱ resting: with its word, for ears and on paper.
Html state_mark(const Words& words, const std::string& state) {
  const char* mark = state == "done" ? "✓" : state == "doing" ? "●" : state == "paused" ? "Ⅱ" : "○";
  return element("span", {{"class", "state"}},
                 element("span", {{"class", "mark"}, {"aria-hidden", "true"}}, text(mark)) +
                     element("span", words("form.step.state." + state)));
}

std::string when_words(const Words& words, const StepOfGoal& step) {
  if (step.record != nullptr && !step.record->record.value("day").empty())
    return words.iso_day_words(step.record->record.value("day"));
  if (step.said == nullptr) return {};
  if (!step.said->day.empty()) return words.iso_day_words(step.said->day);
  return step.said->when.empty() ? std::string() : words.card(step.said->when);
}

// What staff agreed first, then what the citizen said: who helps, where, how it stands.
Html step_details(const Words& words, const CitizenView& view, const StepOfGoal& step) {
  Html list;
  const auto add = [&](const Html& line) { list += element("li", line); };
  if (const std::string rung = rung_of(words, step); !rung.empty())
    add(words("form.step.rung." + rung));
  if (step.said != nullptr && !step.said->helper.empty())
    add(text(words.filled("goal.helper", {{"who", words.card(step.said->helper)}})));
  if (step.record != nullptr) {
    const Record& record = step.record->record;
    add(text(words.filled("goal.owner", {{"who", record.value("owner")}})));
    if (!record.value("place").empty())
      add(text(words.filled("goal.place", {{"place", record.value("place")}})));
  }
  if (step.said != nullptr && !step.said->result.empty())
    add(element(
        "a", {{"href", view.session_address(step.said->result_in)}},
        text(words.filled("goal.citizen_says", {{"result", words.card(step.said->result_place)},
                                                {"day", words.day(step.said->result_ms)}}))));
  return element("ul", {{"class", "details muted"}}, list);
}

Html step_link(const Words& words, const CitizenView& view, const StepOfGoal& step) {
  if (step.record != nullptr) return change_link(words, view, step.record->record);
  // The step's own words are not put into an address: they are filled in on the page.
  return element("a", {{"href", view.address("/write/step?about=" + percent_encode(step.about))}},
                 words("goal.write_step"));
}

// The card by which the citizen meets it on a kiosk stands with it.
Html suggested_words(const Words& words, const Record& record) {
  const std::string card = record.value("card");
  const Html title = element("span", {{"class", "named"}}, text(record.value("title")));
  return card.empty() ? title : title + card_with_name(words, {"steps", card}, step_px);
}

Html step_item(const Words& words, const CitizenView& view, const StepOfGoal& step) {
  const Html title = step.said != nullptr
                         ? said_words(words, step.said->said, step_px)
                         : suggested_words(words, step.record->record) +
                               element("span", {{"class", "muted hand"}}, words("goal.suggested"));
  return element("li", {{"class", "step"}},
                 state_mark(words, state_of(step)) +
                     element("div", title + step_details(words, view, step)) +
                     element("span", {{"class", "when"}}, text(when_words(words, step))) +
                     element("span", step_link(words, view, step)));
}

Html accepted_words(const Words& words, const SaidGoal& said) {
  const char* key = said.accepted == Accepted::mine        ? "goal.accepted"
                    : said.accepted == Accepted::change_it ? "goal.change_it"
                                                           : "goal.not_asked";
  return text(words.filled(
      key, {{"day", words.day(said.at_ms)}, {"who", pressed_words(words, said.pressed_by)}}));
}

// S, M, A, R, T: what is missing stands open and stops nothing. A is the citizen's own press.
Html smart_list(const Words& words, const GoalOfCitizen& goal) {
  const auto is_written = [&](const char* field) {
    return goal.work != nullptr && !goal.work->record.value(field).empty();
  };
  Html list;
  const auto add = [&](const char* key, bool is_there) {
    list +=
        element("li", words(key) + text(is_there ? " ✓" : ": ") +
                          (is_there ? element("span", {{"class", "unseen"}}, words("goal.there"))
                                    : words("goal.open")));
  };
  add("form.goal.specific", is_written("specific"));
  add("form.goal.measurable", is_written("measurable"));
  add("goal.accepted_short", goal.said.accepted == Accepted::mine);
  add("form.goal.realistic", is_written("realistic"));
  add("form.goal.time_bound", is_written("time_bound"));
  return element("ul", {{"class", "smart"}}, list);
}

Html work_part(const Words& words, const CitizenView& view, const GoalOfCitizen& goal) {
  if (goal.work == nullptr)
    return paragraph(element("a",
                             {{"href", view.address("/write/goal?about=" + goal.said.id.value)}},
                             words("goal.write_work")));
  const Form* form = view.forms->find("goal");
  const Record& record = goal.work->record;
  return record_facts(words, *form, record) + origin_line(words, view, *form, record);
}

Html goal_card(const Words& words, const CitizenView& view, const GoalOfCitizen& goal) {
  Html steps;
  for (const StepOfGoal& step : goal.steps) steps += step_item(words, view, step);
  const std::string about = "?about=" + goal.said.id.value;
  const Submission* kept = view.folder.talk(goal.said.id);
  const Html title =
      goal.said.has_words() ? said_words(words, goal.said.said, goal_px) : words("goal.without");
  const std::string id = "goal-" + goal.said.id.value;
  return element("section", {{"class", "card goal"}, {"aria-labelledby", id}},
                 element("h2", {{"id", id}}, title) + paragraph(accepted_words(words, goal.said)) +
                     smart_list(words, goal) + element("h3", words("goal.steps")) +
                     (steps.empty() ? paragraph(words("goal.no_steps"), "muted")
                                    : element("ol", {{"class", "steps"}}, steps)) +
                     paragraph(element("a", {{"href", view.address("/write/step" + about)}},
                                       words("goal.suggest_step"))) +
                     element("div", {{"class", "staff"}},
                             element("h3", words("goal.work")) + work_part(words, view, goal)) +
                     (kept == nullptr ? Html() : source_of(words, view, *kept)));
}

// What the citizen said on the kiosk that day, beside the others' views.
Html citizens_view(const Words& words, const CitizenView& view, const Record& record) {
  for (const Submission* kept : view.all_of(words.content(), follow_up_tool)) {
    const Submission& said = *kept;
    if (words.iso_day(said.finished_ms) != record.value("held")) continue;
    return element("a", {{"href", view.session_address(said.id)}},
                   text(words.filled("wish.source", {{"tool", words.tool(said.tool)},
                                                     {"day", words.day(said.finished_ms)}})));
  }
  return element("span", {{"class", "muted"}}, words("follow_up.not_asked"));
}

Html follow_up_item(const Words& words, const CitizenView& view, const KeptRecord& kept) {
  const Record& record = kept.record;
  const Form* form = view.forms->find("follow_up");
  Html views = element(
      "div", element("h4", words("follow_up.citizen")) + citizens_view(words, view, record));
  std::vector<std::string> without = {"held", "kind"};
  for (const FormField& field : form->fields) {
    if (!field.id.starts_with("view_")) continue;
    without.push_back(field.id);
    if (const std::string seen = record.value(field.id); !seen.empty())
      views += element("div", element("h4", words("form.follow_up." + field.id)) +
                                  paragraph(text(seen), "seen"));
  }
  return element("li", {{"data-record", record.id}},
                 element("h3", text(words.iso_day_words(record.value("held")) + " · ") +
                                   words("form.follow_up.kind." + record.value("kind"))) +
                     element("div", {{"class", "views"}}, views) +
                     record_facts(words, *form, record, without) +
                     origin_line(words, view, *form, record));
}

Html follow_ups_card(const Words& words, const CitizenView& view) {
  Html list;
  for (const KeptRecord* kept : newest_first(view.folder.records, "follow_up", "held"))
    list += follow_up_item(words, view, *kept);
  return card("follow-ups", words("follow_up.title"),
              (list.empty() ? paragraph(words("follow_up.none"), "muted")
                            : element("ul", {{"class", "plain follow-ups"}}, list)) +
                  paragraph(element("a", {{"href", view.address("/write/follow_up")}},
                                    words("follow_up.write"))));
}

}  // namespace

std::vector<GoalOfCitizen> goals_in(const Words& words, const CitizenView& view) {
  std::vector<const Submission*> kept;
  for (const Submission& said : view.folder.submissions) kept.push_back(&said);
  return goals_of(said_goals(words.content(), kept), view.folder.records);
}

Html goal_summary_card(const Words& words, const CitizenView& view) {
  Html list;
  for (const GoalOfCitizen& goal : goals_in(words, view)) {
    if (!goal.is_active()) continue;
    Html steps;
    for (const StepOfGoal& step : goal.steps) {
      const Html title = step.said != nullptr ? said_words(words, step.said->said, step_px)
                                              : text(step.record->record.value("title"));
      steps += element("li", {{"class", "step"}},
                       state_mark(words, state_of(step)) + element("div", title) +
                           element("span", {{"class", "when"}}, text(when_words(words, step))));
    }
    list += element("li",
                    element("h3", goal.said.has_words() ? said_words(words, goal.said.said, step_px)
                                                        : words("goal.without")) +
                        smart_list(words, goal) + element("ol", {{"class", "steps"}}, steps));
  }
  std::vector<const Record*> held;
  for (const KeptRecord* kept : newest_first(view.folder.records, "follow_up", "held"))
    held.push_back(&kept->record);
  const std::string next = next_follow_up(held);
  const Html when =
      next.empty() ? words("follow_up.no_next")
                   : text(words.filled("follow_up.next_on", {{"day", words.iso_day_words(next)}}));
  return card("goals", words("goal.title"),
              (list.empty() ? paragraph(words("goal.none_active"))
                            : element("ul", {{"class", "plain"}}, list)) +
                  paragraph(when) +
                  paragraph(element("a", {{"href", view.address("/goals")}}, words("goal.all"))));
}

void prefill(const Words& words, const CitizenView& view, Record& record,
             const std::string& today) {
  const auto fill = [&](const char* field, const std::string& value) {
    if (!value.empty()) record.values.try_emplace(field, value);
  };
  if (record.form == "follow_up") fill("held", today);
  if (const FormField* day = view.forms->find(record.form)->field("day");
      day != nullptr && day->is_must)
    fill("day", today);
  if (record.form == "goal") {
    fill("state", "active");
    for (const Observation& seen : view.folder.observations) {
      if (!seen.plan || seen.plan->goal.value != record.about) continue;
      fill("specific", seen.plan->specific);
      fill("measurable", seen.plan->measurable);
      fill("realistic", seen.plan->realistic);
      fill("kind", std::string(word(seen.plan->kind)));
      fill("intervention_goal", seen.plan->intervention_goal);
      break;  // the newest stands first
    }
  }
  if (record.form != "step") return;
  for (const GoalOfCitizen& goal : goals_in(words, view)) {
    for (const StepOfGoal& step : goal.steps) {
      if (step.said == nullptr || step.about != record.about) continue;
      fill("title", step.said->said.choice == Choice::card ? words.card(step.said->said.card)
                                                           : step.said->said.own.text);
      fill("rung", rung_of(words, step));
      fill("day", step.said->day);
    }
  }
}

PageContent goals_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  Html main;
  for (const GoalOfCitizen& goal : goals_in(words, view)) main += goal_card(words, view, goal);
  if (main.empty()) main = card("goals", words("goal.title"), paragraph(words("goal.none")));
  return citizen_frame(visit, view, Tab::goals,
                       main + changes_card(words, view) + follow_ups_card(words, view) +
                           record_card(words, view, "vrap", "day"));
}

}  // namespace aktiv::casefile
