// What the citizen has said, under the three headings that never change: Drømme, Formåen,
// Potentiale. For each talk the newest time it was held: question by question what was chosen,
// where cards were put, and own words. Nothing is summed up and nothing is compared. Below it, in a
// field of its own, what staff wrote under the heading. Pure; any thread.
#pragma once

#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// Of a talk's answers: what the mentor reads. A later answer about a card stands in the place of an
// earlier one to the same question; that no more was chosen says nothing by itself.
struct SaidToQuestion {
  std::string question;               // screen id
  std::vector<AnswerRecord> answers;  // in the order in which they were given
};
std::vector<SaidToQuestion> said_to_questions(const Submission& said);
// Two cards, one of which was chosen.
bool is_pair(const AnswerRecord& answer);
// Card after card was put in a place.
bool is_sorting(const SaidToQuestion& said);

// Question by question, as it was asked; without a ranking where pairs gave one.
Html question_items(const Words& words, const std::vector<SaidToQuestion>& said);

Html said_cards(const Words& words, const CitizenView& view);

}  // namespace aktiv::casefile
