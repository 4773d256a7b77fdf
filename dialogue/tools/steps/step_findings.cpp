#include "dialogue/tools/steps/step_findings.h"

#include <algorithm>

#include "dialogue/insight/paired.h"
#include "dialogue/tools/steps/cards.h"

namespace aktiv::steps {
namespace {

constexpr int kRowLeast = 3;  // choices, before one row for all of them says anything

CardFinding& finding_of(Findings& findings, const CardRef& card) {
  for (CardFinding& finding : findings.cards)
    if (finding.card == card) return finding;
  CardFinding finding;
  finding.card = card;
  findings.cards.push_back(finding);
  return findings.cards.back();
}

bool has(const Findings& findings, Flag flag) {
  return std::ranges::find(findings.flags, flag) != findings.flags.end();
}

void raise(Findings& findings, Flag flag) {
  if (!has(findings, flag)) findings.flags.push_back(flag);
}

// The deck's own pairs are twelve questions, not one order.
void find_pairs(Findings& findings, const Ground& ground, const StepDefinition& step) {
  std::vector<AnswerRecord> pairs;
  int dont_know_in_a_row = 0;
  for (const AnswerRecord* answer : answers_to(ground.run, step.screen)) {
    pairs.push_back(*answer);
    dont_know_in_a_row = answer->choice == Choice::dont_know ? dont_know_in_a_row + 1 : 0;
  }
  findings = find_in_pairs(pairs, ground.run.plan.cards);
  if (step.has_fixed_pairs) findings.ranking.clear();
  if (dont_know_in_a_row >= ground.tool.numbers.at("stop_dont_know"))
    raise(findings, Flag::three_dont_know);
}

// With a scale of values: on the same side of its middle. Without: the same place.
bool agrees(const Ground& ground, const StepDefinition& again, const std::string& now,
            const StepDefinition& before, const std::string& then) {
  const auto side = [&](const StepDefinition& step, const std::string& place) {
    const std::string& deck = places_deck(step, ground.run.setup);
    int most = 0;
    for (const Card& card : ground.content.deck(deck)->cards) most = std::max(most, card.value);
    const int twice = 2 * ground.content.card({deck, place})->value - (most + 1);
    return twice > 0 ? 1 : twice < 0 ? -1 : 0;
  };
  const bool has_values =
      ground.content.card({places_deck(before, ground.run.setup), then})->value > 0;
  if (!has_values) return now == then;
  return side(again, now) * side(before, then) >= 0;
}

void check_again(Findings& findings, const Ground& ground, const StepDefinition& step) {
  const StepDefinition& before = *step_of(ground.tool, step.checks);
  for (const AnswerRecord* answer : answers_to(ground.run, step.screen)) {
    if (answer->choice != Choice::place) continue;
    CardFinding& finding = finding_of(findings, answer->card);
    const auto then = finding.places.find(before.screen);
    if (then == finding.places.end()) continue;
    if (agrees(ground, step, answer->place, before, then->second)) continue;
    finding.is_uncertain = true;
    raise(findings, Flag::asked_again_differs);
  }
}

// One place for all of at least so many cards. Where it says that a person can all of it, that is
// no doubt: it is a reason to see it done.
void check_one_place(Findings& findings, const Ground& ground, const StepDefinition& step) {
  std::vector<CardRef> placed;
  std::string only;
  for (const AnswerRecord* answer : answers_to(ground.run, step.screen)) {
    if (answer->choice != Choice::place || answer->card.empty()) continue;
    if (!only.empty() && answer->place != only) return;
    only = answer->place;
    placed.push_back(answer->card);
  }
  if (static_cast<int>(placed.size()) < ground.tool.numbers.at("straight_line_least")) return;
  if (only == step.all_alike)
    findings.suggestions = placed;
  else
    raise(findings, Flag::same_throughout);
}

void find_places(Findings& findings, const Ground& ground, const StepDefinition& step,
                 bool is_main) {
  if (!step.checks.empty()) {
    check_again(findings, ground, step);
    return;
  }
  for (const AnswerRecord* answer : answers_to(ground.run, step.screen)) {
    if (answer->card.empty()) continue;
    CardFinding& finding = finding_of(findings, answer->card);
    if (answer->choice == Choice::unknown) finding.is_unknown = true;
    if (answer->choice != Choice::place) continue;
    finding.places[step.screen] = answer->place;
    if (is_main) finding.place = answer->place;
  }
  if (is_main && step.order != "fixed") check_one_place(findings, ground, step);
}

// The upper half of what was shown, or the lower.
int row_of(const AnswerRecord& answer) {
  const auto at = std::ranges::find(answer.shown, answer.card) - answer.shown.begin();
  return at * 2 < static_cast<long>(answer.shown.size()) ? 0 : 1;
}

void check_rows(Findings& findings, const std::vector<const AnswerRecord*>& chosen) {
  if (static_cast<int>(chosen.size()) < kRowLeast) return;
  const int row = row_of(*chosen.front());
  const bool is_one_row = std::ranges::all_of(
      chosen, [&](const AnswerRecord* answer) { return row_of(*answer) == row; });
  if (is_one_row) raise(findings, Flag::one_row);
}

void find_choices(Findings& findings, const Ground& ground, const StepDefinition& step,
                  bool is_main) {
  std::vector<const AnswerRecord*> chosen;
  for (const AnswerRecord* answer : answers_to(ground.run, step.screen)) {
    if (answer->choice != Choice::card) continue;
    chosen.push_back(answer);
    CardFinding& finding = finding_of(findings, answer->card);
    finding.chosen_in.push_back(step.screen);
    if (is_main) finding.favourite = static_cast<int>(chosen.size());
  }
  if (is_main && !step.is_several) check_rows(findings, chosen);
}

bool is_doubtful(const Findings& findings) {
  return findings.ranking_is_hidden || has(findings, Flag::mirror_disagrees) ||
         has(findings, Flag::same_throughout) || has(findings, Flag::one_row);
}

}  // namespace

Findings find_in_steps(const Ground& ground) {
  Findings findings;
  bool has_places = false;
  bool has_choices = false;
  for (const StepDefinition& step : ground.tool.steps) {
    if (!is_asked(step, ground.run.setup)) continue;
    if (step.asks == Asks::pairs) find_pairs(findings, ground, step);
    if (step.asks == Asks::place) {
      find_places(findings, ground, step, !has_places && step.checks.empty());
      has_places = true;
    }
    if (step.asks == Asks::choose) {
      find_choices(findings, ground, step, !has_choices);
      has_choices = true;
    }
  }
  for (const CardFinding& finding : findings.cards)
    if (finding.is_unknown && !has_card(findings.suggestions, finding.card))
      findings.suggestions.push_back(finding.card);
  if (is_doubtful(findings)) findings.certainty = Certainty::uncertain;
  return findings;
}

}  // namespace aktiv::steps
