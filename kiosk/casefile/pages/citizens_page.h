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
  Signs signs;
};

// A citizen as staff speak of them: the linked name, else the sign-in pictures', else a short code.
std::string called(const Words& words, const Person& person, const Signs& signs);
Html sign_pictures(const Signs& signs, int size_px);
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

// One session: its screens as the citizen met them, where `screens` came, and every answer in
// order.
PageContent session_page(const Visit& visit, const CitizenLine& citizen, const KeptSubmission& kept,
                         const Html& screens);

// "Are these the same person?" before two pseudonyms become one.
PageContent merge_page(const Visit& visit, const CitizenLine& stays, const CitizenLine& joins);

}  // namespace aktiv::casefile
