// What an invented responder wishes: a true order of cards, how far down it they like things, and
// what they know. Values; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/engine/question.h"
#include "dialogue/model/draws.h"

namespace aktiv {

struct Wishes {
  std::vector<CardRef> order;  // what is wished most first
  // Parts of the order, 0 to 1: what is above the first is put in the best place, what is below the
  // second in the worst; places between share what lies between.
  double likes_until = 1.0 / 3.0;
  double dislikes_from = 2.0 / 3.0;
  std::map<std::string, std::vector<std::string>> scales;  // by list: places, the best first
  std::map<std::string, ElementId> known;                  // by screen: what is right there
};

// The scales of the content's decks and what is right in the practice; nothing wished yet. A deck
// without values has its best place first.
Wishes no_wishes(const Content& content);
// The same with every card of every deck in a drawn order: for whoever meets any tool.
Wishes drawn_wishes(const Content& content, Draws& draws);

// 0 = wished most. A card that is not named comes after all that are.
size_t place_in_order(const Wishes& wishes, const CardRef& card);
// How far down the order among the cards of its own list: above 0, below 1. A card that is not
// named lies in the midst.
double part_of_order(const Wishes& wishes, const CardRef& card);
// The place on a scale of `places`, counted from the best, for a card so far down the order.
size_t step_on_scale(const Wishes& wishes, double part, size_t places);

// The same where only some of the whole scale's places are offered: the one nearest to where they
// would have put it, and between two the one on their side of the middle. Both best first.
size_t nearest_offered(const Wishes& wishes, double part, const std::vector<std::string>& whole,
                       const std::vector<ElementId>& offered);

// The known scale that the question's places belong to, the best first; empty where they are on
// none.
std::vector<std::string> whole_scale(const Wishes& wishes, const Question& question);
// Of it, only the places that are offered.
std::vector<ElementId> scale_of(const Wishes& wishes, const Question& question);

}  // namespace aktiv
