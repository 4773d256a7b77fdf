// The day centre's page: who comes today and who calls for help; and one visitor, with what staff
// of the day centre wrote about them. From values; pure; any thread.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "kiosk/casefile/day/guests.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/store/kiosks.h"

namespace aktiv::casefile {

struct DayView {
  std::string day;  // "2026-12-01"; the one before and the one after
  std::string before, after;
  bool is_today = true;
  DayList list;
  std::vector<HelpMark> help;
  std::set<std::string> answered;  // persons who answered "Sådan var det" that day
};
PageContent day_page(const Visit& visit, const DayView& view, std::vector<FormError> errors = {});

struct GuestView {
  CitizenView citizen;  // by the first name alone, with the account's own records
  bool has_photo = false;
  std::vector<Record> visits;  // today's
  bool has_answered = false;   // "Sådan var det", today
  std::string shared_answer;   // address of that answer, where it is shared; empty: it is not
};
PageContent guest_page(const Visit& visit, const GuestView& view);

}  // namespace aktiv::casefile
