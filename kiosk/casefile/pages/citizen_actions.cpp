// One citizen's talks: what is shown of them, and what is drawn.
#include "dialogue/engine/poster.h"
#include "kiosk/casefile/offers/demand.h"
#include "kiosk/casefile/pages/citizen/chosen_in.h"
#include "kiosk/casefile/pages/citizen/screens_card.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/voices_card.h"
#include "kiosk/casefile/pages/named_log.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/readings/readings.h"
#include "kiosk/casefile/staff/portrait.h"

namespace aktiv::casefile {
Result<std::optional<CitizenView>> Pages::view_of(const Visit& visit, const std::string& person,
                                                  const std::string& action,
                                                  const std::string& about) {
  const auto logged = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return false;
    log_access(db, visit.account->id, visit.account->centre, action, person, about, clock_());
    if (Status made = make_missing_readings(db, vault_, **found, most_readings_made); !made)
      return made.error();
    return true;
  });
  if (!logged) return logged.error();
  if (!*logged) return std::optional<CitizenView>();
  auto view = database_.read([&](Connection& db) -> Result<std::optional<CitizenView>> {
    auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return std::optional<CitizenView>();
    auto folder = folder_of(db, vault_, forms_, **found);
    if (!folder) return folder.error();
    auto names = names_of_staff(db, vault_, folder->records);
    if (!names) return names.error();
    CitizenView made;
    made.person = std::move(**found);
    made.folder = std::move(*folder);
    made.names = std::move(*names);
    made.forms = &forms_;
    made.exports = &exports_;
    if (about == "people") {
      if (Status added = add_circle(db, made); !added) return added.error();
      made.has_photo = has_portrait(db, made.person);
    }
    if (about.empty() || about == "offers") {
      auto offers = open_offers(db, vault_);
      if (!offers) return offers.error();
      made.offers = std::move(*offers);
    }
    made.quarter = quarter_of(visit.words.iso_day(clock_()).substr(0, 7));
    return std::optional(std::move(made));
  });
  if (!view || !*view) return view;
  const auto has_poster = [&](int tool) {
    const Submission* newest = (**view).newest_of(content_, tool);
    if (newest == nullptr) return false;
    const auto said = whole(**view, newest->id);
    return said && poster_scene(*said, engine_).has_value();
  };
  (**view).has_dream_poster = about.empty() && has_poster(dream_tool);
  (**view).has_people_poster = about == "people" && has_poster(people_tool);
  return view;
}

Result<Submission> Pages::whole(const CitizenView& view, const SubmissionId& id) {
  return database_.read(
      [&](Connection& db) { return whole_submission(db, vault_, view.person, id); });
}

// /citizens/ID/sessions/SUBMISSION, …/poster.png, …/sheet.pdf
HttpResponse Pages::on_session(Visit& visit, const std::vector<std::string>& parts) {
  const std::string file = parts.size() == 5 ? parts[4] : "";
  if (parts.size() > 5 || (parts.size() == 5 && file != "poster.png" && file != "sheet.pdf"))
    return not_here(visit);
  const bool is_shared = parts[0] == "shared";
  const char* action = file.empty()          ? "saw_session"
                       : file == "sheet.pdf" ? "saw_sheet"
                                             : "saw_poster";
  const auto view = is_shared ? shared_view_of(visit, parts[1], parts[3])
                              : view_of(visit, parts[1], action, parts[3]);
  if (!view) return failed(visit, view.error());
  if (!*view) return is_shared ? not_here(visit) : not_theirs(visit, parts[1]);
  const Submission* kept = (**view).folder.talk(SubmissionId(parts[3]));
  if (kept == nullptr) return not_here(visit);
  if (file == "poster.png") return poster(visit, **view, *kept);
  if (file == "sheet.pdf") return sheet(visit, **view, *kept);
  return session(visit, **view, *kept);
}

HttpResponse Pages::session(Visit& visit, const CitizenView& view, const Submission& kept) {
  const auto said = whole(view, kept.id);
  SessionParts parts;
  parts.screens = voices_card(visit.words, kept, said) + screens_card(visit.words, kept, said);
  parts.has_poster = said && poster_scene(*said, engine_).has_value();
  return page(visit, session_page(visit, view, kept, parts));
}

HttpResponse Pages::poster(const Visit& visit, const CitizenView& view, const Submission& kept) {
  const auto said = whole(view, kept.id);
  if (!said) return failed(visit, said.error());
  const auto scene = poster_scene(*said, engine_);
  if (!scene || !papers_.poster) return not_here(visit);
  auto drawn = papers_.poster(*scene);
  if (!drawn) return failed(visit, drawn.error());
  return file_response(std::move(*drawn), "image/png");
}

HttpResponse Pages::sheet(const Visit& visit, const CitizenView& view, const Submission& kept) {
  if (!papers_.sheet) return not_here(visit);
  const auto talks = database_.read([&](Connection& db) {
    return whole_conversation(db, vault_, view.person, view.folder, kept.conversation);
  });
  if (!talks) return failed(visit, talks.error());
  SheetOf sheet;
  sheet.language = kept.language;
  for (const std::string& sign : view.folder.signs) sheet.signs.emplace_back(sign);
  sheet.chosen = chosen_in(*talks, engine_);
  auto drawn = papers_.sheet(sheet);
  if (!drawn) return failed(visit, drawn.error());
  return file_response(std::move(*drawn), "application/pdf");
}

}  // namespace aktiv::casefile
