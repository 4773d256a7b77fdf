// The steps of preparing a conversation: the tool and how it lies, the cards, who is there. Each
// shows itself on the sheet's body and changes what is prepared. Thread: the loop's.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/screens/preparing.h"

namespace aktiv::mentor {

class ToolStep {
 public:
  void show(Sheet& sheet, Preparing& preparing) const;
};

// Decks and themes, and the cards of the one that is chosen.
class CardStep {
 public:
  void show(Sheet& sheet, Preparing& preparing);
  void forget() { group_.clear(); }

 private:
  std::string group_;
  bool is_roomy_ = true;  // on this glass nothing has to be moved
  Pages group_pages_{"groups"};
  Pages card_pages_{"cards"};

  void show_count(Sheet& sheet, RectMm& room, Preparing& preparing) const;
  void show_groups(Sheet& sheet, RectMm room, const Preparing& preparing);
  void show_cards(Sheet& sheet, RectMm room, Preparing& preparing);
};

// Who presses, who is there, practice, and the mentor's hint.
class HandsStep {
 public:
  void show(Sheet& sheet, Preparing& preparing) const;
};

}  // namespace aktiv::mentor
