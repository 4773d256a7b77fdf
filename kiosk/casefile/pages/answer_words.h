// One answer in words and pictures: what was chosen, where it was put, and own words exactly as
// they came, with whose hand wrote them. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/submission.h"
#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

// What the question was: the shown words, or those after the card's own where the card is shown.
std::string question_words(const Words& words, const std::string& screen);
// The same, with the suggestion that it put.
std::string asked_words(const Words& words, const AnswerRecord& answer);

// `offered`: the places that stood beside it, best known first; may be empty.
std::string place_words(const Words& words, const std::string& place,
                        const std::vector<std::string>& offered);

// The picture of a place ("smiley3/godt"); empty where it has none here.
std::string place_picture(const Content& content, const std::string& language,
                          const std::string& place, const std::vector<std::string>& offered);

// Where it stands in its deck, from the best; after all others where it is not known.
long place_rank(const Content& content, const std::string& language, const std::string& place,
                const std::vector<std::string>& offered);

// Text quoted, a drawing drawn, a recording told with its length; nothing for no own words.
Html own_words(const Words& words, const OwnWords& own);

Html chosen_words(const Words& words, const AnswerRecord& answer, int picture_px);

}  // namespace aktiv::casefile
