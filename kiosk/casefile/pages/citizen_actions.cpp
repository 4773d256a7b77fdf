// One citizen's talks and notes: what is shown of them and what a mentor writes.
#include <algorithm>

#include "dialogue/engine/event.h"
#include "dialogue/engine/poster.h"
#include "dialogue/model/lines.h"
#include "dialogue/tools/cards_said_back.h"
#include "kiosk/casefile/pages/citizen/goal_cards.h"
#include "kiosk/casefile/pages/citizen/screens_card.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/voices_card.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {
namespace {

Result<std::map<std::string, std::string>> names_of_staff(Connection& db, const Vault& vault,
                                                          const Folder& folder) {
  std::map<std::string, std::string> names;
  for (const KeptRecord& kept : folder.records) {
    const std::string& id = kept.record.author;
    if (id.empty() || names.contains(id)) continue;
    const auto account = find_account(db, vault, id);
    if (!account) return account.error();
    if (*account) names[id] = (**account).name;
  }
  return names;
}

// Where a form is shown, and to where one comes back after writing.
std::string place_of(const std::string& person, const Form& form) {
  return "/citizens/" + person + tail_of(form.id);
}

HttpResponse file_response(std::string body, const char* type) {
  return {200, type, std::move(body), {{"Content-Disposition", "inline"}}};
}

// What each talk of the conversation ended with, as the kiosk put it on the sheet.
std::vector<ToolCards> chosen_in(const std::vector<Submission>& talks, const Engine& engine) {
  std::vector<ToolCards> chosen;
  for (const Submission& said : talks) {
    const auto talk = replay(lines_of(said.session_record));
    if (!talk) continue;
    for (auto& one : cards_said_back(*talk, engine.catalogue(), engine.content()))
      chosen.push_back(std::move(one));
  }
  return chosen;
}

}  // namespace

Result<std::optional<CitizenView>> Pages::view_of(const Visit& visit, const std::string& person,
                                                  const std::string& action,
                                                  const std::string& about) {
  const std::string& centre = visit.account->centre;
  const auto logged = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = find_person(db, vault_, person, centre);
    if (!found) return found.error();
    if (*found) log_access(db, visit.account->id, centre, action, person, about, clock_());
    return found->has_value();
  });
  if (!logged) return logged.error();
  if (!*logged) return std::optional<CitizenView>();
  auto view = database_.read([&](Connection& db) -> Result<std::optional<CitizenView>> {
    auto found = find_person(db, vault_, person, centre);
    if (!found) return found.error();
    if (!*found) return std::optional<CitizenView>();
    auto folder = folder_of(db, vault_, forms_, **found);
    if (!folder) return folder.error();
    auto names = names_of_staff(db, vault_, *folder);
    if (!names) return names.error();
    CitizenView made;
    made.person = std::move(**found);
    made.folder = std::move(*folder);
    made.names = std::move(*names);
    made.forms = &forms_;
    if (about.empty() || about == "offers") {
      auto offers = open_offers(db, vault_);
      if (!offers) return offers.error();
      made.offers = std::move(*offers);
    }
    made.quarter = visit.words.quarter(clock_());
    return std::optional(std::move(made));
  });
  if (!view || !*view) return view;
  for (const auto& kept : (**view).folder.submissions) (**view).said.push_back(kept.submission);
  const auto has_poster = [&](int tool) {
    const KeptSubmission* newest = (**view).newest_of(content_, tool);
    if (newest == nullptr) return false;
    const auto said = whole(**view, newest->submission.id);
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
  const auto view = view_of(visit, parts[1],
                            file.empty()          ? "saw_session"
                            : file == "sheet.pdf" ? "saw_sheet"
                                                  : "saw_poster",
                            parts[3]);
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  for (const auto& kept : (**view).folder.submissions) {
    if (kept.submission.id.value != parts[3]) continue;
    if (file == "poster.png") return poster(visit, **view, kept);
    if (file == "sheet.pdf") return sheet(visit, **view, kept);
    return session(visit, **view, kept);
  }
  return not_here(visit);
}

HttpResponse Pages::session(Visit& visit, const CitizenView& view, const KeptSubmission& kept) {
  const auto said = whole(view, kept.submission.id);
  SessionParts parts;
  parts.screens = voices_card(visit.words, kept.submission, said) +
                  screens_card(visit.words, kept.submission, said);
  parts.has_poster = said && poster_scene(*said, engine_).has_value();
  return page(visit, session_page(visit, view, kept, parts));
}

HttpResponse Pages::poster(const Visit& visit, const CitizenView& view,
                           const KeptSubmission& kept) {
  const auto said = whole(view, kept.submission.id);
  if (!said) return failed(visit, said.error());
  const auto scene = poster_scene(*said, engine_);
  if (!scene || !papers_.poster) return not_here(visit);
  auto drawn = papers_.poster(*scene);
  if (!drawn) return failed(visit, drawn.error());
  return file_response(std::move(*drawn), "image/png");
}

HttpResponse Pages::sheet(const Visit& visit, const CitizenView& view, const KeptSubmission& kept) {
  if (!papers_.sheet) return not_here(visit);
  const auto talks = database_.read([&](Connection& db) {
    return whole_conversation(db, vault_, view.person, view.folder, kept.submission.conversation);
  });
  if (!talks) return failed(visit, talks.error());
  SheetOf sheet;
  sheet.language = kept.submission.language;
  for (const std::string& sign : view.folder.signs) sheet.signs.emplace_back(sign);
  sheet.chosen = chosen_in(*talks, engine_);
  auto drawn = papers_.sheet(sheet);
  if (!drawn) return failed(visit, drawn.error());
  return file_response(std::move(*drawn), "application/pdf");
}

// /citizens/ID/write/FORM
HttpResponse Pages::on_write(Visit& visit, const std::vector<std::string>& parts) {
  const Form* form = parts.size() == 4 ? forms_.find(parts[3]) : nullptr;
  if (form == nullptr || !form->is_by_hand) return not_here(visit);
  if (visit.request.method == "POST") return write_new(visit, parts[1], *form);
  const auto view = view_of(visit, parts[1], "saw_citizen", "write");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  RecordDraft draft = draft_from_address(visit, *form);
  prefill(visit.words, **view, draft.record, visit.words.iso_day(clock_()));
  return page(visit, record_page(visit, **view, *form, draft));
}

// /citizens/ID/records/RECORD, and by form …/change and …/take-out
HttpResponse Pages::on_record(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  if (is_post && parts.size() == 5 && parts[4] == "change")
    return write_changed(visit, parts[1], parts[3]);
  if (is_post && parts.size() == 5 && parts[4] == "take-out")
    return take_out(visit, parts[1], parts[3]);
  if (is_post || parts.size() != 4) return not_here(visit);
  const auto view = view_of(visit, parts[1], "saw_citizen", "records");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  for (const KeptRecord& kept : (**view).folder.records) {
    if (kept.record.id != parts[3]) continue;
    return page(visit, record_page(visit, **view, *forms_.find(kept.record.form),
                                   {kept.record, kept.version, {}, {}}));
  }
  return not_here(visit);
}

HttpResponse Pages::draft_page(const Visit& visit, const std::string& person, const Form& form,
                               const RecordDraft& draft) {
  const auto view = view_of(visit, person, "saw_citizen", "write");
  if (!view) return failed(visit, view.error());
  return *view ? page(visit, record_page(visit, **view, form, draft)) : not_here(visit);
}

namespace {

// What writing came to: kept, refused with the version that stands now, or no such thing here.
struct Written {
  bool is_here = false;
  bool is_kept = false;
  bool is_one_too_many = false;  // active goal
  std::optional<KeptRecord> theirs;
};

Fault fault_from(const Problem& problem) {
  return {problem.what, problem.where, problem.expected};
}

// Few goals at a time: counted within the transaction that writes.
Result<bool> is_one_too_many(Connection& db, const Vault& vault, const Forms& forms,
                             const Content& content, const Person& person, const Record& record) {
  if (record.form != "goal") return false;
  const auto folder = folder_of(db, vault, forms, person);
  if (!folder) return folder.error();
  std::vector<const Submission*> kept;
  for (const auto& one : folder->submissions) kept.push_back(&one.submission);
  return !may_be_active(goals_of(said_goals(content, kept), folder->records), record);
}

}  // namespace

HttpResponse Pages::write_new(Visit& visit, const std::string& person, const Form& form) {
  RecordDraft draft = draft_from_form(visit, form);
  if (!draft.errors.empty()) return draft_page(visit, person, form, draft);
  Written written;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = find_person(db, vault_, person, visit.account->centre);
    if (!found) return found.error();
    written.is_here = found->has_value();
    if (!written.is_here) return {};
    const auto too_many = is_one_too_many(db, vault_, forms_, content_, **found, draft.record);
    if (!too_many) return too_many.error();
    written.is_one_too_many = *too_many;
    if (written.is_one_too_many) return {};
    StaffWriting writing{db, vault_, forms_, **found, visit.account->id, clock_()};
    const auto kept = write_record(writing, draft.record);
    if (!kept) return fault_from(kept.problem());
    log_access(db, visit.account->id, visit.account->centre, "wrote_record", person,
               kept->record.id, clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  if (written.is_one_too_many) return too_many_goals(visit, person, form, std::move(draft));
  return redirect(place_of(person, form));
}

HttpResponse Pages::write_changed(Visit& visit, const std::string& person, const std::string& id) {
  Written written;
  RecordDraft draft;
  const Form* form = nullptr;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = find_person(db, vault_, person, visit.account->centre);
    if (!found) return found.error();
    if (!*found) return {};
    auto stands = find_record(db, vault_, forms_, **found, id);
    if (!stands) return stands.error();
    written.is_here = stands->has_value();
    if (!written.is_here) return {};
    form = forms_.find((**stands).record.form);
    draft = draft_from_form(visit, *form);
    draft.record.id = id;
    draft.record.about = (**stands).record.about;
    if (!draft.errors.empty()) return {};
    const auto too_many = is_one_too_many(db, vault_, forms_, content_, **found, draft.record);
    if (!too_many) return too_many.error();
    written.is_one_too_many = *too_many;
    if (written.is_one_too_many) return {};
    StaffWriting writing{db, vault_, forms_, **found, visit.account->id, clock_()};
    const auto kept = change_record(writing, draft.record, draft.version);
    if (!kept && kept.problem().status == 412) {
      written.theirs = std::move(*stands);
      return {};
    }
    if (!kept) return fault_from(kept.problem());
    written.is_kept = true;
    log_access(db, visit.account->id, visit.account->centre, "changed_record", person, id,
               clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  if (written.is_kept) return redirect(place_of(person, *form));
  if (written.is_one_too_many) return too_many_goals(visit, person, *form, std::move(draft));
  if (written.theirs) draft.version = written.theirs->version;
  draft.theirs = std::move(written.theirs);
  return draft_page(visit, person, *form, draft);
}

HttpResponse Pages::take_out(Visit& visit, const std::string& person, const std::string& id) {
  Written written;
  const Form* form = nullptr;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = find_person(db, vault_, person, visit.account->centre);
    if (!found) return found.error();
    if (!*found) return {};
    const auto stands = find_record(db, vault_, forms_, **found, id);
    if (!stands) return stands.error();
    written.is_here = stands->has_value();
    if (!written.is_here) return {};
    form = forms_.find((**stands).record.form);
    StaffWriting writing{db, vault_, forms_, **found, visit.account->id, clock_()};
    const int64_t version = draft_from_form(visit, *form).version;
    if (const auto problem = take_out_record(writing, id, version)) {
      if (problem->status == 412) return {};
      return fault_from(*problem);
    }
    written.is_kept = true;
    log_access(db, visit.account->id, visit.account->centre, "took_out_record", person, id,
               clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  // Somebody has changed it meanwhile: what it says now is seen before it goes.
  if (!written.is_kept) return redirect("/citizens/" + person + "/records/" + id);
  database_.truncate_log();
  return redirect(place_of(person, *form));
}

HttpResponse Pages::too_many_goals(const Visit& visit, const std::string& person, const Form& form,
                                   RecordDraft draft) {
  draft.errors.push_back({"state", visit.words.plain("goal.too_many")});
  return draft_page(visit, person, form, draft);
}

}  // namespace aktiv::casefile
