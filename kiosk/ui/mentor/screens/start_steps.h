// The steps of preparing a conversation: the tool and how it lies, the cards, who is there. Each
// shows itself on the sheet's body and changes what is prepared. Thread: the loop's.
#pragma once

#include "kiosk/ui/mentor/screens/card_board.h"
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
  void forget() { board_.forget(); }

 private:
  CardBoard board_;

  void show_count(Sheet& sheet, RectMm& room, Preparing& preparing) const;
  static void show_card(Sheet& sheet, const RectMm& at, const Card& card, Preparing& preparing);
};

// Who presses, who is there, practice, and the mentor's hint.
class HandsStep {
 public:
  void show(Sheet& sheet, Preparing& preparing) const;
};

}  // namespace aktiv::mentor
