// One citizen, first of all: what the citizen wishes, what the citizen said under the three
// headings with staff's own fields below, and what the mentor saw.
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/corrections_card.h"
#include "kiosk/casefile/pages/citizen/goal_cards.h"
#include "kiosk/casefile/pages/citizen/match_cards.h"
#include "kiosk/casefile/pages/citizen/observations_card.h"
#include "kiosk/casefile/pages/citizen/said_cards.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/casefile/pages/danish_time.h"

namespace aktiv::casefile {

PageContent overview_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const Wishes wishes = wishes_now(view.folder.submissions, danish_day);
  return citizen_frame(
      visit, view, Tab::overview,
      corrections_card(words, view) +
          element(
              "div", {{"class", "columns"}},
              wish_cards(words, view.person, wishes) +
                  element("div", goal_summary_card(words, view) + match_summary_card(words, view) +
                                     observations_card(words, view.folder.observations,
                                                       words.plain("mentor.title")))) +
          said_cards(words, view));
}

}  // namespace aktiv::casefile
