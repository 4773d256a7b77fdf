#include "dialogue/responders/wishes.h"

#include <algorithm>

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

std::vector<ElementId> scale_of(const Wishes& wishes, const Question& question) {
  std::vector<ElementId> scale;
  for (const Option& first : question.options) {
    if (first.role != Role::place) continue;
    const auto known = wishes.scales.find(list_of(first));
    if (known == wishes.scales.end()) return {};
    for (const std::string& place : known->second) {
      const ElementId id("place:" + place);
      const bool is_offered = std::ranges::any_of(
          question.options, [&](const Option& o) { return o.role == Role::place && o.id == id; });
      if (is_offered) scale.push_back(id);
    }
    return scale;
  }
  return scale;
}

}  // namespace aktiv
