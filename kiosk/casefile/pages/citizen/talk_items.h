// The dream with its core, and the conditions with the two musts: what these two talks said, in the
// order in which a mentor needs it. The words and cards are the citizen's. Pure; any thread.
#pragma once

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

inline constexpr int dream_tool = 3;
inline constexpr int people_tool = 7;
inline constexpr int conditions_tool = 8;
inline constexpr int visit_tool = 10;

// Own words first, then the poster, the core ("kernen": what to go on with when the first door is
// closed) and the cards.
Html dream_items(const Words& words, const CitizenView& view, const Submission& said);
// Dreams are kept, also when another comes: none is put in another's place. Folded.
Html earlier_dreams(const Words& words, const CitizenView& view, const Submission& newest);
Html must_items(const Words& words, const Submission& said);
// What was chosen besides the two musts, and how often mirrored pairs agreed.
Html condition_items(const Words& words, const Submission& said);

// What was chosen on a screen, each card once; own words among them.
std::vector<CardRef> cards_chosen(const Submission& said, std::string_view question);
// Under what was asked; nothing where nothing was chosen.
Html chosen_item(const Words& words, const std::string& asked, const std::vector<CardRef>& cards);

}  // namespace aktiv::casefile
