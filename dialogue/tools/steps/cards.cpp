#include "dialogue/tools/steps/cards.h"

#include <algorithm>

#include "dialogue/insight/paired.h"
#include "dialogue/tools/earlier.h"
#include "dialogue/tools/steps/fixed_pairs.h"
#include "dialogue/tools/two_pictures/trials.h"

namespace aktiv::steps {
namespace {

constexpr size_t kPairedCards = 4;
constexpr int kLongScaleFrom = 3;  // way

using Cards = std::vector<CardRef>;

void join(Cards& cards, const CardRef& card) {
  if (!card.empty() && !has_card(cards, card)) cards.push_back(card);
}

bool has_suggestions(const ToolSetup& setup) {
  return std::ranges::find(setup.earlier, suggested_change, &Earlier::what) != setup.earlier.end();
}

bool has_word(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

// A deck that is none of the tool's steps' own has offered itself: its cards join the tool's first
// deck where the mentor chose them.
bool is_offered_deck(const std::string& deck, const ToolDefinition& tool) {
  if (!has_word(tool.decks, deck)) return false;
  return std::ranges::none_of(
      tool.steps, [&](const StepDefinition& step) { return has_word(step.cards.decks, deck); });
}

// The cards that the mentor and the citizen chose, where they are of this source's decks.
Cards agreed_cards(const CardSource& source, const ToolDefinition& tool, const ToolSetup& setup) {
  Cards cards;
  for (const CardRef& card : setup.cards) {
    const bool is_guest = is_offered_deck(card.list, tool) && !tool.decks.empty() &&
                          has_word(source.decks, tool.decks.front());
    if (has_word(source.decks, card.list) || is_guest) join(cards, card);
  }
  return cards;
}

// Sensitive cards are off unless they were chosen.
void join_decks(Cards& cards, const CardSource& source, const Content& content) {
  for (const std::string& deck : source.decks)
    for (const Card& card : content.deck(deck)->cards)
      if (!card.is_sensitive) join(cards, card.ref);
  for (const CardRef& card : source.cards) join(cards, card);
}

void join_earlier(Cards& cards, const CardSource& source, const ToolSetup& setup) {
  if (source.earlier.empty()) return;
  for (const Earlier& earlier : setup.earlier)
    if (earlier.what == source.earlier) join(cards, earlier.card);
}

// Of the deck's own pairs the answer to the first offer counts; of all pairs of a few cards, what
// was chosen most.
void join_chosen(Cards& cards, const std::string& screen, const ToolDefinition& tool,
                 const ToolRun& run) {
  const StepDefinition* step = step_of(tool, screen);
  if (step->asks == Asks::pairs && !step->has_fixed_pairs) {
    std::vector<AnswerRecord> pairs;
    for (const AnswerRecord* answer : answers_to(run, screen)) pairs.push_back(*answer);
    for (const CardRef& card : chosen_most(find_in_pairs(pairs, run.plan.cards))) join(cards, card);
    return;
  }
  for (const AnswerRecord* answer : answers_to(run, screen))
    if (answer->choice == Choice::card && !answer->is_mirror) join(cards, answer->card);
}

void join_placed(Cards& cards, const CardSource& source, const ToolRun& run) {
  if (source.placed_in.empty()) return;
  for (const AnswerRecord* answer : answers_to(run, source.placed_in)) {
    const bool is_there = answer->choice == Choice::place &&
                          (source.in_places.empty() || has_word(source.in_places, answer->place));
    if (is_there) join(cards, answer->card);
  }
}

void join_answers(Cards& cards, const CardSource& source, const ToolDefinition& tool,
                  const ToolRun& run) {
  if (source.answers_in.empty()) return;
  const StepDefinition* step = step_of(tool, source.answers_in);
  for (const AnswerRecord* answer : answers_to(run, source.answers_in))
    if (answer->choice == Choice::place) join(cards, place_card(*step, run.setup, answer->place));
}

// Nothing is drawn for what nobody suggests.
size_t orders_of(const StepDefinition& step, const ToolSetup& setup) {
  switch (step.asks) {
    case Asks::choose:
      return step.is_several ? 1 : static_cast<size_t>(step.most);
    case Asks::place:
      return 2;
    case Asks::pairs:
      return 1;
    case Asks::suggestion:
      return has_suggestions(setup) ? 1 : 0;
    case Asks::told:
    case Asks::words:
    case Asks::shown:
      return 0;
  }
  return 0;
}

Cards place_cards(const StepDefinition& step, const ToolSetup& setup, const Content& content) {
  Cards cards;
  for (const std::string& place : places_of(step, setup, content))
    cards.push_back({places_deck(step, setup), place});
  return cards;
}

void draw_pairs(Plan& plan, const StepDefinition& step, const ToolSetup& setup,
                const Content& content, const Cards& order, Draws& draws) {
  if (step.has_fixed_pairs) {
    const size_t most = setup.way == 1 && step.pairs_way_1 > 0
                            ? static_cast<size_t>(step.pairs_way_1)
                            : std::string::npos;
    for (const Card& card : content.deck(step.cards.decks.front())->cards)
      plan.cards.push_back(card.ref);
    plan.trials = fixed_pair_trials(plan.cards, most, static_cast<size_t>(step.mirrors), draws);
    return;
  }
  for (const CardRef& card : setup.cards)
    if (has_card(order, card)) join(plan.cards, card);
  for (const CardRef& card : order)
    if (plan.cards.size() < kPairedCards) join(plan.cards, card);
  plan.cards.resize(std::min(plan.cards.size(), kPairedCards));
  plan.trials = balanced_trials(plan.cards, draws);
}

}  // namespace

bool has_card(const std::vector<CardRef>& cards, const CardRef& card) {
  return std::ranges::find(cards, card) != cards.end();
}

std::vector<const AnswerRecord*> answers_to(const ToolRun& run, std::string_view screen) {
  std::vector<const AnswerRecord*> found;
  for (const AnswerRecord& answer : run.answers)
    if (answer.question == screen) found.push_back(&answer);
  return found;
}

bool is_asked(const StepDefinition& step, const ToolSetup& setup) {
  return step.ways.empty() || std::ranges::find(step.ways, setup.way) != step.ways.end();
}

bool has_few_places(const ToolSetup& setup) {
  return setup.has_two_places || setup.way == 1;
}

const std::string& places_deck(const StepDefinition& step, const ToolSetup& setup) {
  const bool is_long =
      setup.way >= kLongScaleFrom && !setup.has_two_places && !step.places_long.empty();
  return is_long ? step.places_long : step.places;
}

std::vector<std::string> places_of(const StepDefinition& step, const ToolSetup& setup,
                                   const Content& content) {
  const auto* some = &step.only_places;
  if (has_few_places(setup) && !step.few_places.empty()) some = &step.few_places;
  std::vector<std::string> places;
  for (const Card& card : content.deck(places_deck(step, setup))->cards)
    if (some->empty() || has_word(*some, card.ref.id)) places.push_back(card.ref.id);
  return places;
}

CardRef place_card(const StepDefinition& step, const ToolSetup& setup, const std::string& place) {
  if (place == step.besides.id) return step.besides;
  return {places_deck(step, setup), place};
}

std::vector<CardRef> possible_cards(const CardSource& source, const ToolDefinition& tool,
                                    const ToolSetup& setup, const Content& content) {
  Cards cards;
  join_earlier(cards, source, setup);
  for (const CardRef& card : agreed_cards(source, tool, setup)) join(cards, card);
  join_decks(cards, source, content);
  std::vector<std::string> screens = source.chosen_in;
  screens.push_back(source.placed_in);
  for (const std::string& screen : screens)
    if (const StepDefinition* step = step_of(tool, screen))
      for (const CardRef& card : possible_cards(step->cards, tool, setup, content))
        join(cards, card);
  if (const StepDefinition* step = step_of(tool, source.answers_in))
    for (const CardRef& card : place_cards(*step, setup, content)) join(cards, card);
  return cards;
}

std::vector<CardRef> cards_of(const CardSource& source, const ToolDefinition& tool,
                              const ToolRun& run, const Content& content) {
  Cards cards;
  join_earlier(cards, source, run.setup);
  for (const std::string& screen : source.chosen_in) join_chosen(cards, screen, tool, run);
  join_placed(cards, source, run);
  join_answers(cards, source, tool, run);
  if (!cards.empty()) return cards;
  cards = agreed_cards(source, tool, run.setup);
  if (cards.empty()) join_decks(cards, source, content);
  return cards;
}

const std::vector<CardRef>& drawn_order(const ToolDefinition& tool, const StepDefinition& step,
                                        size_t round, const ToolRun& run) {
  static const Cards kNone;
  size_t at = 0;
  for (const StepDefinition& other : tool.steps) {
    if (other.screen == step.screen) break;
    at += orders_of(other, run.setup);
  }
  at += std::min(round, std::max<size_t>(orders_of(step, run.setup), 1) - 1);
  return at < run.plan.orders.size() ? run.plan.orders[at] : kNone;
}

std::vector<CardRef> in_drawn_order(const ToolDefinition& tool, const StepDefinition& step,
                                    size_t round, const ToolRun& run,
                                    const std::vector<CardRef>& cards) {
  Cards ordered;
  for (const CardRef& card : drawn_order(tool, step, round, run))
    if (has_card(cards, card)) ordered.push_back(card);
  return ordered;
}

Plan draw_steps(const ToolDefinition& tool, const ToolSetup& setup, const Content& content,
                Draws& draws) {
  Plan plan;
  plan.scale_direction = draws.coin() ? "best_left" : "best_right";
  for (const StepDefinition& step : tool.steps) {
    const size_t rounds = orders_of(step, setup);
    for (size_t round = 0; round < rounds; ++round) {
      const bool is_of_places =
          step.asks == Asks::suggestion || (step.asks == Asks::place && round == 1);
      Cards order = is_of_places ? place_cards(step, setup, content)
                                 : possible_cards(step.cards, tool, setup, content);
      draws.shuffle(order);
      plan.orders.push_back(std::move(order));
    }
    if (step.asks == Asks::pairs && is_asked(step, setup))
      draw_pairs(plan, step, setup, content, plan.orders.back(), draws);
  }
  return plan;
}

}  // namespace aktiv::steps
