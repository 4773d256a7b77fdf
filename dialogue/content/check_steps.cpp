// Do the steps of a tool name what exists, and each other in an order in which they can be asked?
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "dialogue/content/draft.h"

namespace aktiv {
namespace {

constexpr std::array<std::string_view, 6> kOuts = {"none", "dont_know", "unknown",
                                                   "skip", "both",      "words"};
constexpr std::array<std::string_view, 4> kPlaceArrangements = {"sorting", "scale", "grid", "two"};
constexpr std::array<std::string_view, 8> kPosters = {"hand",  "sheet", "wall",  "wheel",
                                                      "rings", "line",  "dream", "stairs"};
constexpr std::array<std::string_view, 3> kOrders = {"scale", "shuffled", "fixed"};
constexpr std::array<std::string_view, 5> kEarlier = {"dream", "best", "goal", "step", "visit"};

constexpr std::array<std::string_view, 6> kRemembered = {"dream", "best",  "goal",
                                                         "step",  "visit", "result"};

template <size_t N>
std::string listed(const std::array<std::string_view, N>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

class StepCheck {
 public:
  StepCheck(const ToolDefinition& tool, Draft& draft) : tool_(tool), draft_(draft) {}

  void run() {
    for (const StepDefinition& step : tool_.steps) {
      check_step(step);
      if (!asked_.insert(step.screen).second) fault(step, "stands twice", "one step a screen");
    }
    for (const CardSource& source : tool_.said_back) check_source(source, "said_back", tool_.where);
    if (!tool_.steps.empty() && tool_.steps.back().asks != Asks::shown)
      fault(tool_.steps.back(), "is the last", "a step that asks = \"shown\": the citizen sees it");
  }

 private:
  void fault(const StepDefinition& step, const std::string& what, const std::string& right) {
    draft_.fault("the step '" + step.screen + "' " + what, step.where, right);
  }

  template <size_t N>
  void need_word(const StepDefinition& step, const std::string& name, const std::string& word,
                 const std::array<std::string_view, N>& known) {
    if (std::ranges::find(known, word) == known.end())
      fault(step, "has " + name + " '" + word + "'", "one of: " + listed(known));
  }

  void need_deck(const std::string& deck, const std::string& what, const std::string& where) {
    if (draft_.content.deck(deck) == nullptr)
      draft_.fault(what + " names the unknown deck '" + deck + "'", where, "a loaded deck");
  }

  void need_step(const std::string& screen, const std::string& what, const std::string& where) {
    if (!screen.empty() && !asked_.contains(screen))
      draft_.fault(what + " goes by '" + screen + "'", where, "the screen of a step before it");
  }

  void check_source(const CardSource& source, const std::string& what, const std::string& where) {
    for (const std::string& deck : source.decks) need_deck(deck, what, where);
    for (const CardRef& card : source.cards)
      if (draft_.content.card(card) == nullptr)
        draft_.fault(what + " names the unknown card " + card.text(), where,
                     "a card of a loaded deck");
    for (const std::string& screen : source.chosen_in) need_step(screen, what, where);
    for (const std::string& screen : {source.placed_in, source.answers_in})
      need_step(screen, what, where);
    const auto& known = kEarlier;
    if (!source.earlier.empty() && std::ranges::find(known, source.earlier) == known.end())
      draft_.fault(what + " looks for the earlier '" + source.earlier + "'", where,
                   "one of: " + listed(known));
  }

  void check_places(const StepDefinition& step) {
    if (step.places.empty()) {
      fault(step, "has no places", "places = the id of a deck");
      return;
    }
    need_word(step, "the arrangement", step.arrangement, kPlaceArrangements);
    need_word(step, "the order", step.order, kOrders);
    for (const std::string& deck : {step.places, step.places_long})
      if (!deck.empty()) need_deck(deck, "the step '" + step.screen + "'", step.where);
    for (const auto* some : {&step.only_places, &step.few_places})
      for (const std::string& place : *some)
        if (draft_.content.card({step.places, place}) == nullptr)
          fault(step, "names the place '" + place + "'", "a card of the deck " + step.places);
    if (!step.besides.empty() && draft_.content.card(step.besides) == nullptr)
      fault(step, "has the place '" + step.besides.text() + "' besides", "a card of a loaded deck");
    need_step(step.checks, "the step '" + step.screen + "'", step.where);
  }

  void check_step(const StepDefinition& step) {
    const std::string name = "the step '" + step.screen + "'";
    for (int way : step.ways)
      if (std::ranges::find(tool_.ways, way) == tool_.ways.end())
        fault(step, "is asked in way " + std::to_string(way), "ways of its tool");
    check_source(step.cards, name, step.where);
    if (!step.first.empty()) check_source(step.first, name, step.where);
    for (const std::string& screen : step.follows) need_step(screen, name, step.where);
    need_step(step.without, name, step.where);
    for (const auto* outs : {&step.outs, &step.ends_on})
      for (const std::string& out : *outs) need_word(step, "the out", out, kOuts);
    if (!step.remembered.empty())
      need_word(step, "to be remembered as", step.remembered, kRemembered);
    if (step.asks == Asks::place || step.asks == Asks::suggestion) check_places(step);
    if (step.asks == Asks::shown) need_word(step, "the poster", step.arrangement, kPosters);
    const bool needs_cards = step.asks == Asks::pairs || step.asks == Asks::choose;
    if (needs_cards && step.cards.empty())
      fault(step, "has no cards", "decks, cards, chosen_in, placed_in or earlier");
  }

  const ToolDefinition& tool_;
  Draft& draft_;
  std::set<std::string> asked_;
};

}  // namespace

void check_steps(Draft& draft) {
  for (const ToolDefinition& tool : draft.content.tools) StepCheck(tool, draft).run();
}

}  // namespace aktiv
