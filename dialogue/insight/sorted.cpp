#include "dialogue/insight/sorted.h"

#include <algorithm>
#include <cstdlib>

namespace aktiv {
namespace {

CardFinding& finding_of(Findings& findings, const CardRef& card) {
  for (CardFinding& finding : findings.cards)
    if (finding.card == card) return finding;
  CardFinding finding;
  finding.card = card;
  findings.cards.push_back(finding);
  return findings.cards.back();
}

int step_of(const std::vector<std::string>& places, const std::string& place) {
  return static_cast<int>(std::ranges::find(places, place) - places.begin());
}

// The greatest step of the scale: with two places, from one end to the other is as far as a card
// can move.
int far_on(const std::vector<std::string>& places, const SortedRule& rule) {
  return std::min(rule.moved_far, static_cast<int>(places.size()) - 1);
}

void place(Findings& findings, const AnswerRecord& answer, const std::vector<std::string>& places,
           const SortedRule& rule) {
  CardFinding& finding = finding_of(findings, answer.card);
  if (answer.choice == Choice::unknown) finding.is_unknown = true;
  if (answer.choice != Choice::place) return;
  const bool has_moved_far = answer.is_repeat && !finding.place.empty() &&
                             std::abs(step_of(places, finding.place) -
                                      step_of(places, answer.place)) >= far_on(places, rule);
  if (has_moved_far) finding.is_uncertain = true;
  finding.place = answer.place;
}

void flag(Findings& findings, const SortedRule& rule) {
  int placed = 0;
  std::string only;
  bool is_one_place = true;
  for (const CardFinding& finding : findings.cards) {
    if (finding.is_unknown) findings.suggestions.push_back(finding.card);
    if (finding.place.empty()) continue;
    ++placed;
    if (only.empty()) only = finding.place;
    is_one_place = is_one_place && finding.place == only;
  }
  if (placed >= rule.straight_line_least && is_one_place)
    findings.flags.push_back(Flag::same_throughout);
  const bool has_moved = std::ranges::any_of(findings.cards, &CardFinding::is_uncertain);
  if (has_moved) findings.flags.push_back(Flag::card_moved_far);
  // A card that moved is uncertain itself; the others are as sure as before.
  const bool is_uncertain = placed >= rule.straight_line_least && is_one_place;
  findings.certainty = is_uncertain ? Certainty::uncertain : Certainty::tentative;
}

}  // namespace

Findings find_in_places(const std::vector<AnswerRecord>& answers,
                        const std::vector<std::string>& places, const std::string& sorting,
                        const std::string& favourites, const SortedRule& rule) {
  Findings findings;
  int favourite = 0;
  for (const AnswerRecord& answer : answers) {
    if (answer.question == sorting) place(findings, answer, places, rule);
    if (answer.question == favourites && answer.choice == Choice::card)
      finding_of(findings, answer.card).favourite = ++favourite;
  }
  flag(findings, rule);
  return findings;
}

}  // namespace aktiv
