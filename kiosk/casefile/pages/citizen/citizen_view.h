// What the pages of one citizen are made of, and the frame around each of them. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/exports/export_plan.h"
#include "kiosk/casefile/offers/register.h"
#include "kiosk/casefile/pages/citizens_page.h"
#include "kiosk/casefile/pages/frame.h"
#include "kiosk/casefile/store/accounts.h"
#include "kiosk/casefile/store/circles.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/wishes/folder.h"

namespace aktiv::casefile {

struct NamedLogLine {
  LogLine line;
  std::string who;
};

struct CitizenView {
  static constexpr const char* shared_place = "/shared/";
  static constexpr const char* day_place = "/day/";

  // Or shared_place, for somebody in the circle, or day_place, for staff of the day centre.
  std::string place = "/citizens/";
  Person person;
  Folder folder;
  const Forms* forms = nullptr;              // outlives the view
  const Exports* exports = nullptr;          // outlives the view
  std::vector<KeptOffer> offers;             // overview and matches_page only
  std::string quarter;                       // now: "2026-4"
  std::map<std::string, std::string> names;  // of staff, by account id
  bool has_dream_poster = false;             // of the newest dream …
  bool has_people_poster = false;            // … and of the newest "Mine mennesker"
  Circle circle;                             // people_page only
  bool has_photo = false;                    // people_page only
  std::vector<std::pair<std::string, std::string>> colleagues;  // account id, name: to choose from
  std::vector<NamedLogLine> log;                                // person_page and seen_page only
  std::vector<CitizenLine> others;  // person_page only: of the same centre, for merging

  std::string address(const std::string& tail = "") const { return place + person.id + tail; }
  bool is_shared() const { return place == shared_place; }
  bool is_at_day_centre() const { return place == day_place; }
  std::string session_address(const SubmissionId& id) const {
    return address("/sessions/" + id.value);
  }
  // Newest of the tool with this number; nullptr: none.
  const Submission* newest_of(const Content& content, int tool_number) const;
  std::vector<const Submission*> all_of(const Content& content, int tool_number) const;
};

enum class Tab {
  overview,
  goals,
  course,
  offers,
  development,
  visits,
  people,
  sessions,
  exports,
  person
};

// Who it is, since when, and the way between the pages of this citizen.
PageContent citizen_frame(const Visit& visit, const CitizenView& view, Tab tab, const Html& main,
                          std::vector<FormError> errors = {});

// "Kilde: To billeder, 22. nov. 2026", whether it was said back and who pressed; of the tool's
// newest talk also how sure, weighed over the days.
Html source_of(const Words& words, const CitizenView& view, const Submission& said);

// What the citizen saw at the end of a talk, a screen's shape wide.
inline constexpr int poster_width = 480;
inline constexpr int large_poster_width = 960;
Html poster_picture(const CitizenView& view, const SubmissionId& talk, const std::string& words,
                    int width_px);

PageContent overview_page(const Visit& visit, const CitizenView& view);
PageContent goals_page(const Visit& visit, const CitizenView& view);
PageContent course_page(const Visit& visit, const CitizenView& view);
PageContent matches_page(const Visit& visit, const CitizenView& view);
PageContent development_page(const Visit& visit, const CitizenView& view);
PageContent visits_page(const Visit& visit, const CitizenView& view);
PageContent people_page(const Visit& visit, const CitizenView& view,
                        std::vector<FormError> errors = {});
// Reads the search from the address.
PageContent sessions_page(const Visit& visit, const CitizenView& view);
// What is handed on, and what was.
PageContent exports_page(const Visit& visit, const CitizenView& view);
// The log in easy words, to be shown to the citizen.
PageContent seen_page(const Visit& visit, const CitizenView& view);
// Everything is about to be erased: what, and once more whether.
PageContent erase_page(const Visit& visit, const CitizenView& view);
PageContent person_page(const Visit& visit, const CitizenView& view, std::vector<FormError> errors);

struct SessionParts {
  Html screens;             // as the citizen met them, and the citizen's voice
  bool has_poster = false;  // what the citizen saw at the end
};
// One session: its screens, its poster and sheet, and every answer in order.
PageContent session_page(const Visit& visit, const CitizenView& view, const Submission& said,
                         const SessionParts& parts);

}  // namespace aktiv::casefile
