// The list of a centre's citizens and one citizen's page, from values. Pure; any thread.
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
  std::string sign;
};

// A citizen as staff speak of them: the linked name, else the sign-in picture's, else a short code.
std::string called(const Words& words, const Person& person, const std::string& sign);
std::string short_code(const Person& person);

PageContent citizens_page(const Visit& visit, const std::vector<CitizenLine>& citizens,
                          const std::vector<HelpMark>& help);

struct NamedLogLine {
  LogLine line;
  std::string who;
};

struct CitizenView {
  Person person;
  Folder folder;
  std::vector<NamedLogLine> log;
  std::vector<CitizenLine> others;  // of the same centre, for merging
};
PageContent citizen_page(const Visit& visit, const CitizenView& view,
                         std::vector<FormError> errors);

// One session with every answer in order.
PageContent session_page(const Visit& visit, const Person& person, const std::string& sign,
                         const KeptSubmission& kept);

// "Are these the same person?" before two pseudonyms become one.
PageContent merge_page(const Visit& visit, const CitizenLine& stays, const CitizenLine& joins);

}  // namespace aktiv::casefile
