#include "kiosk/casefile/offers/matching.h"

#include <algorithm>

#include "dialogue/content/fold.h"
#include "dialogue/insight/certainty.h"
#include "dialogue/insight/said_goals.h"

namespace aktiv::casefile {
namespace {

template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::ranges::find(list, value) != list.end();
}

void add_job(std::vector<CardRef>& cards, const CardRef& card) {
  if (card.list == "jobs" && !has(cards, card)) cards.push_back(card);
}

const Submission* newest_of(std::span<const Submission> kept, std::string_view tool) {
  const auto found =
      std::ranges::find_if(kept, [&](const Submission& one) { return one.tool.value == tool; });
  return found == kept.end() ? nullptr : &*found;
}

void add_chosen(std::vector<CardRef>& cards, const Submission* said, std::string_view question) {
  if (said == nullptr) return;
  for (const AnswerRecord& answer : said->answers)
    if (answer.question == question && answer.choice == Choice::card) cards.push_back(answer.card);
}

void add_goals(const Content& content, std::span<const Submission> kept,
               std::vector<CardRef>& cards) {
  std::vector<const Submission*> all;
  for (const Submission& one : kept) all.push_back(&one);
  for (const SaidGoal& goal : said_goals(content, all)) {
    if (goal.said.choice != Choice::card) continue;
    add_job(cards, goal.said.card);
    return;  // the newest
  }
}

MustMet met(const Offer& offer, const CardRef& must) {
  const auto known = offer.conditions.find(pair_of(must.id));
  if (known == offer.conditions.end()) return MustMet::unknown;
  const bool is_met = known->second == "both" || must.id.ends_with("_" + known->second);
  return is_met ? MustMet::met : MustMet::not_met;
}

}  // namespace

WishedFor wished_for(const Content& content, std::span<const Submission> kept) {
  WishedFor wished;
  std::vector<CardRef> said;
  add_chosen(said, newest_of(kept, "min_droem"), "t3_kort");
  for (const CardRef& card : said) add_job(wished.cards, card);
  add_goals(content, kept, wished.cards);
  for (const char* tool : {"to_billeder", "kan_lide"})
    if (const Submission* newest = newest_of(kept, tool)) {
      for (const CardRef& card : top_of(newest->findings)) add_job(wished.cards, card);
      for (const CardFinding& finding : newest->findings.cards)
        if (finding.favourite > 0) add_job(wished.cards, finding.card);
    }
  for (const CardRef& ref : wished.cards)
    if (const Card* card = content.card(ref);
        card != nullptr && !card->theme.empty() && !has(wished.themes, card->theme))
      wished.themes.push_back(card->theme);
  add_chosen(wished.musts, newest_of(kept, "saadan_bedst"), "t8_vigtig");
  return wished;
}

std::vector<Match> matches(std::span<const Offer* const> offers, const WishedFor& wished) {
  std::vector<Match> found;
  for (const Offer* offer : offers) {
    Match match{offer, {}, {}, {}};
    for (const CardRef& card : wished.cards)
      if (has(offer->cards, card.id)) match.cards.push_back(card);
    for (const std::string& theme : wished.themes)
      if (has(offer->themes, theme)) match.themes.push_back(theme);
    if (match.cards.empty() && match.themes.empty()) continue;
    for (const CardRef& must : wished.musts) match.musts.emplace_back(must, met(*offer, must));
    found.push_back(std::move(match));
  }
  std::ranges::stable_sort(found, {}, [](const Match& one) {
    return std::pair(one.cards.empty(), folded(one.offer->name));
  });
  return found;
}

}  // namespace aktiv::casefile
