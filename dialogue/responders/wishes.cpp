#include "dialogue/responders/wishes.h"

#include <algorithm>
#include <cstdlib>

namespace aktiv {
namespace {

std::vector<std::string> best_first(const Deck& deck) {
  std::vector<const Card*> cards;
  for (const Card& card : deck.cards) cards.push_back(&card);
  std::ranges::stable_sort(cards, std::greater<>{}, &Card::value);
  std::vector<std::string> places;
  for (const Card* card : cards) places.push_back(card->ref.id);
  return places;
}

// Two places are touched as two cards; by their names they are places all the same.
bool is_place(const Option& option) {
  return option.id.value.starts_with("place:");
}

// "like3.kan_lide" is of the list "like3".
std::string list_of(const Option& place) {
  return place.words.substr(0, place.words.find('.'));
}

}  // namespace

Wishes no_wishes(const Content& content) {
  Wishes wishes;
  for (const Deck& deck : content.decks) wishes.scales[deck.id] = best_first(deck);
  for (const PracticeItem& item : content.practice) {
    if (item.is_free) continue;
    const bool is_out = item.right.list == "buttons";
    wishes.known["practice." + item.id] = is_out ? dont_know().id : item.right.element();
  }
  return wishes;
}

Wishes drawn_wishes(const Content& content, Draws& draws) {
  Wishes wishes = no_wishes(content);
  for (const Deck& deck : content.decks)
    for (const Card& card : deck.cards) wishes.order.push_back(card.ref);
  draws.shuffle(wishes.order);
  return wishes;
}

size_t place_in_order(const Wishes& wishes, const CardRef& card) {
  return static_cast<size_t>(std::ranges::find(wishes.order, card) - wishes.order.begin());
}

double part_of_order(const Wishes& wishes, const CardRef& card) {
  double above = 0.5;
  double all = 0;
  bool is_named = false;
  for (const CardRef& other : wishes.order) {
    if (other.list != card.list) continue;
    all += 1;
    if (other == card) is_named = true;
    if (!is_named) above += 1;
  }
  return is_named ? above / all : 0.5;
}

size_t step_on_scale(const Wishes& wishes, double part, size_t places) {
  if (places < 2) return 0;
  const double width = wishes.dislikes_from - wishes.likes_until;
  if (places == 2) return part < wishes.likes_until + width / 2 ? 0 : 1;
  size_t step = 0;
  for (size_t border = 0; border + 1 < places; ++border) {
    const double at =
        wishes.likes_until + width * static_cast<double>(border) / static_cast<double>(places - 2);
    if (part >= at) step = border + 1;
  }
  return step;
}

size_t nearest_offered(const Wishes& wishes, double part, const std::vector<std::string>& whole,
                       const std::vector<ElementId>& offered) {
  if (offered.size() == whole.size()) return step_on_scale(wishes, part, whole.size());
  const auto own = static_cast<long>(step_on_scale(wishes, part, whole.size()));
  const bool is_upper = part < (wishes.likes_until + wishes.dislikes_from) / 2;
  size_t best = 0;
  long least = static_cast<long>(whole.size());
  for (size_t at = 0; at < offered.size(); ++at) {
    const auto name = offered[at].value.substr(std::string_view("place:").size());
    const long step = std::ranges::find(whole, name) - whole.begin();
    const long away = std::abs(step - own);
    if (away < least || (away == least && !is_upper)) best = at;
    least = std::min(least, away);
  }
  return best;
}

std::vector<std::string> whole_scale(const Wishes& wishes, const Question& question) {
  const auto first = std::ranges::find_if(question.options, is_place);
  if (first == question.options.end()) return {};
  const auto known = wishes.scales.find(list_of(*first));
  return known == wishes.scales.end() ? std::vector<std::string>() : known->second;
}

std::vector<ElementId> scale_of(const Wishes& wishes, const Question& question) {
  std::vector<ElementId> scale;
  for (const std::string& place : whole_scale(wishes, question)) {
    const ElementId id("place:" + place);
    if (std::ranges::find(question.options, id, &Option::id) != question.options.end())
      scale.push_back(id);
  }
  return scale;
}

}  // namespace aktiv
