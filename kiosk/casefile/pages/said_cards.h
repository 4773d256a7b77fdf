// What the citizen has said, under the three headings that never change: Drømme, Formåen,
// Potentiale. For each talk the newest time it was held: question by question what was chosen,
// where cards were put, and own words. Nothing is summed up and nothing is compared. Pure; any
// thread.
#pragma once

#include <vector>

#include "kiosk/casefile/pages/frame.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/wishes/folder.h"

namespace aktiv::casefile {

// Of a talk's answers: what the mentor reads. A later answer about a card stands in the place of an
// earlier one to the same question; that no more was chosen says nothing by itself.
struct SaidToQuestion {
  std::string question;               // screen id
  std::vector<AnswerRecord> answers;  // in the order in which they were given
};
std::vector<SaidToQuestion> said_to_questions(const Submission& said);

// submissions: newest first, as in Folder.
Html said_cards(const Words& words, const Person& person,
                const std::vector<KeptSubmission>& submissions);

}  // namespace aktiv::casefile
