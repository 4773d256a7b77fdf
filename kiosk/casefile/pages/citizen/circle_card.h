// A citizen's circle on their page, the way into it for another mentor, and what those see with
// whom something is shared. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// Who stands for whom, how they see it, and the form that changes it.
Html circle_card(const Visit& visit, const CitizenView& view);
// "Min mentor", or the card's own words.
std::string circle_words(const Words& words, const std::string& as);
// The people that somebody may be, the mentor first.
std::vector<std::string> circle_choices(const Content& content);
// The names of the mentors in it; empty: none yet.
std::vector<std::string> mentors_in(const Circle& circle);

// Another mentor's citizen: whose, and the form for becoming a mentor, too.
PageContent join_page(const Visit& visit, const CitizenLine& citizen,
                      std::vector<FormError> errors);

struct SharedLine {
  CitizenLine citizen;
  std::vector<std::string> as;
};
PageContent shared_list_page(const Visit& visit, const std::vector<SharedLine>& lines);
// The talks that one citizen shares, newest first.
PageContent shared_page(const Visit& visit, const CitizenView& view);

}  // namespace aktiv::casefile
