// The list of a centre's citizens, and what each is called, from values. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/frame.h"
#include "kiosk/casefile/store/kiosks.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/wishes/folder.h"

namespace aktiv::casefile {

struct CitizenLine {
  Person person;
  Signs signs;
  bool is_open = true;                    // the folder is theirs to see
  std::vector<std::string> mentors = {};  // names; empty: none yet
};

// A citizen as staff speak of them: the linked name, else the sign-in pictures', else a short code.
std::string called(const Words& words, const Person& person, const Signs& signs);
Html sign_pictures(const Signs& signs, int size_px);
std::string short_code(const Person& person);

// When a citizen is followed up next: "2026-12-03".
struct DueFollowUp {
  CitizenLine citizen;
  std::string day;
};
struct FollowUps {
  std::vector<DueFollowUp> due;  // earliest first
  int64_t now_ms = 0;
};

// Calls for help, above everything else; nothing where nobody calls.
Html help_card(const Visit& visit, const std::vector<HelpMark>& help);
PageContent citizens_page(const Visit& visit, const std::vector<CitizenLine>& citizens,
                          const std::vector<HelpMark>& help, const FollowUps& follow_ups);

// "Are these the same person?" before two pseudonyms become one.
PageContent merge_page(const Visit& visit, const CitizenLine& stays, const CitizenLine& joins);

}  // namespace aktiv::casefile
