// Decks and themes, and the cards of the one that is chosen: for choosing cards, and for giving
// them photos. Thread: the loop's.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {

struct CardGroup {
  std::string id;  // "jobs/mad" for a theme of a deck, or a deck's own id
  std::string label;
};

// A deck whose cards have themes as its themes, another as itself.
std::vector<CardGroup> card_groups(const Work& work, const std::vector<std::string>& decks);

class CardBoard {
 public:
  using ShowCard = std::function<void(const Card& card, const RectMm& at)>;

  static double group_height(const Sheet& sheet);
  static double least_height(const Sheet& sheet);
  // is_roomy: nothing has to be moved on this glass, so that cards may grow.
  void show(Sheet& sheet, const RectMm& room, const Work& work,
            const std::vector<CardGroup>& groups, bool is_roomy, const ShowCard& show_card);
  void forget() { group_.clear(); }

 private:
  void show_groups(Sheet& sheet, RectMm room, const std::vector<CardGroup>& groups);

  std::string group_;
  Pages group_pages_{"groups"};
  Pages card_pages_{"cards"};
};

}  // namespace aktiv::mentor
