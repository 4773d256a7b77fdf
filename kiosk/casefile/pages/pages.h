// The pages for mentors and administrators: which address shows what to whom, and what a form does.
// Pages work without JavaScript; every form carries its token; another centre's citizen is not
// there (404); who saw what is logged. Owns the door; what it is given must outlive it. Any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/engine/engine.h"
#include "kiosk/casefile/pages/account_pages.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/export_form.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/pages/citizens_page.h"
#include "kiosk/casefile/pages/day/day_page.h"
#include "kiosk/casefile/pages/door.h"
#include "kiosk/casefile/pages/leader_page.h"
#include "kiosk/casefile/pages/offers/offers_page.h"
#include "kiosk/casefile/pages/papers.h"
#include "kiosk/casefile/pages/visit.h"
#include "kiosk/casefile/rights/sight.h"

namespace aktiv::casefile {

struct PageParts {
  const Content& content;
  std::string language = "da";  // where the browser and its cookie say nothing
  std::string spki_hash;        // of the served certificate, for enrolment codes
  PasswordWork work;
  SecondStep second_step = SecondStep::required;
  Papers papers = {};
  Forms forms = {};
  Exports exports = {};
};

class Pages {
 public:
  Pages(Database& database, const Vault& vault, Clock clock, const PageParts& parts);
  HttpResponse handle(const HttpRequest& request);
  Door& door() { return door_; }

 private:
  HttpResponse route(Visit& visit);
  HttpResponse inside(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse citizens(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse citizen_list(Visit& visit);
  HttpResponse citizen_tab(Visit& visit, const std::string& person, const std::string& tab);
  HttpResponse people_page_of(Visit& visit, const std::string& person,
                              std::vector<FormError> errors);
  HttpResponse person_page_of(Visit& visit, const std::string& person,
                              std::vector<FormError> errors);
  // What the citizen is shown of the log.
  HttpResponse seen(Visit& visit, const std::string& person);
  // All that is kept about them, as a file.
  HttpResponse everything(Visit& visit, const std::string& person);
  HttpResponse on_session(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse session(Visit& visit, const CitizenView& view, const Submission& kept);
  HttpResponse poster(const Visit& visit, const CitizenView& view, const Submission& kept);
  HttpResponse sheet(const Visit& visit, const CitizenView& view, const Submission& kept);
  // /citizens/ID/exports/EXPORT: choosing what goes, and the file.
  HttpResponse on_export(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse hand_on(Visit& visit, const CitizenView& view, const ExportPlan& plan,
                       const ExportAsked& asked);
  Result<HttpResponse> paper_file(const Visit& visit, const CitizenView& view,
                                  const ExportPlan& plan, const ExportAsked& asked);
  // Where staff write: in a citizen's folder, or at the day centre's page.
  struct Desk {
    bool is_day_centre = false;
    std::string person;
  };
  static Desk desk_of(const std::vector<std::string>& parts);
  HttpResponse on_write(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse on_record(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse draft_page(const Visit& visit, const Desk& desk, const Form& form,
                          const RecordDraft& draft);
  HttpResponse write_new(Visit& visit, const Desk& desk, const Form& form);
  HttpResponse write_changed(Visit& visit, const Desk& desk, const std::string& id);
  HttpResponse take_out(Visit& visit, const Desk& desk, const std::string& id);
  // Kiosks are told of what was written about a goal.
  // Kiosks, of what was written just now, where it is theirs to show.
  Status tell_kiosks(StaffWriting& writing, const Record& record) const;
  Status tell_of_goal(StaffWriting& writing, const Record& record) const;
  std::string shown_text(std::string_view key) const;
  Status add_answers(Connection& db, const Sight& sight, CitizenView& view);
  // Nothing where they may not write about the citizen from there.
  Result<std::optional<Person>> person_at(Connection& db, const Visit& visit,
                                          const Desk& desk) const;
  Result<std::optional<CitizenView>> view_at(const Visit& visit, const Desk& desk,
                                             const std::string& about);
  // /day: who comes to the day centre.
  HttpResponse day(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse day_list_page(Visit& visit, std::vector<FormError> errors);
  HttpResponse add_visit(Visit& visit);
  HttpResponse guest(Visit& visit, const std::string& person);
  HttpResponse photo(const Visit& visit, const Desk& desk);
  HttpResponse change_photo(Visit& visit, const std::string& person);
  // Who looks stands in the log first; nothing where the citizen is not to be seen.
  Result<std::optional<GuestView>> guest_view_of(const Visit& visit, const std::string& person);
  HttpResponse leader(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse set_targets(Visit& visit);
  Result<LeaderView> leader_view(const Visit& visit);
  HttpResponse offers(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse offer_list(const Visit& visit, const std::vector<CsvFault>& faults);
  HttpResponse export_offers(const Visit& visit);
  HttpResponse import_offers(Visit& visit);
  HttpResponse write_offer_of(Visit& visit, const std::string& id);
  HttpResponse close_offer_of(Visit& visit, const std::string& id);
  HttpResponse ask_for(Visit& visit, const std::string& person);
  HttpResponse too_many_goals(const Visit& visit, const Desk& desk, const Form& form,
                              RecordDraft draft);
  HttpResponse name(Visit& visit, const std::string& person);
  HttpResponse erase(Visit& visit, const std::string& person);
  HttpResponse merge(Visit& visit, const std::string& person);
  HttpResponse separate(Visit& visit, const std::string& person);
  HttpResponse dismiss_help(Visit& visit, const std::string& mark);
  HttpResponse evaluation(Visit& visit);
  HttpResponse administration(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse administration_view(Visit& visit, std::vector<FormError> errors);
  HttpResponse create_account(Visit& visit);
  HttpResponse rights(Visit& visit, const std::string& account);
  HttpResponse rights_view(const Visit& visit, const Account& account,
                           std::vector<FormError> errors);
  HttpResponse set_rights_of(Visit& visit, const Account& account);
  std::vector<FormError> read_rights(const Visit& visit, Account& account);
  HttpResponse create_centre(Visit& visit);
  HttpResponse make_code(Visit& visit);
  HttpResponse reset(Visit& visit, const std::string& account);
  HttpResponse close(Visit& visit, const std::string& account);
  HttpResponse shut_out(Visit& visit, const std::string& kiosk);

  HttpResponse kept(Visit& visit);
  // A form that came after the session had ended, from whoever had it.
  void keep_written(const Visit& visit);
  bool has_kept(const Visit& visit) const;
  void forget_when_sent_again(const Visit& visit);

  HttpResponse not_here(const Visit& visit) const;
  HttpResponse failed(const Visit& visit, const Fault& fault) const;
  std::string language_of(const HttpRequest& request) const;
  // The citizen whose folder is theirs to see; nothing for all others.
  Result<std::optional<Person>> own_person(Connection& db, const Visit& visit,
                                           const std::string& id) const;
  // Not there, or another mentor's: then the way to become a mentor, too.
  HttpResponse not_theirs(const Visit& visit, const std::string& person,
                          std::vector<FormError> errors = {});
  // The circle, and whom to choose from.
  Status add_circle(Connection& db, CitizenView& view) const;
  HttpResponse join(Visit& visit, const std::string& person);
  HttpResponse change_circle(Visit& visit, const std::string& person);
  // /shared: what citizens share with who is signed in.
  HttpResponse shared(Visit& visit, const std::vector<std::string>& parts);
  HttpResponse shared_list(Visit& visit);
  // Who looks stands in the log first; nothing where nothing is shared with them.
  Result<std::optional<CitizenView>> shared_view_of(const Visit& visit, const std::string& person,
                                                    const std::string& about);
  // Who looks stands in the log first; nothing where there is no such citizen of theirs.
  Result<std::optional<CitizenView>> view_of(const Visit& visit, const std::string& person,
                                             const std::string& action, const std::string& about);
  Result<Submission> whole(const CitizenView& view, const SubmissionId& id);
  // What is shown or done stands in the log; what cannot be logged is not shown.
  Status log(const Visit& visit, const std::string& action, const std::string& person);

  Database& database_;
  const Vault& vault_;
  Clock clock_;
  const Content& content_;
  Engine engine_;
  Papers papers_;
  Forms forms_;
  Exports exports_;
  std::string language_;
  std::string spki_hash_;
  Door door_;
};

}  // namespace aktiv::casefile
