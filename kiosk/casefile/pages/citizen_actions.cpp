// One citizen's talks and notes: what is shown of them and what a mentor writes.
#include <algorithm>

#include "dialogue/engine/event.h"
#include "dialogue/engine/poster.h"
#include "dialogue/model/lines.h"
#include "dialogue/tools/cards_said_back.h"
#include "kiosk/casefile/pages/citizen/screens_card.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/voices_card.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/staff/notebook.h"

namespace aktiv::casefile {
namespace {

Result<std::map<std::string, std::string>> names_of_staff(Connection& db, const Vault& vault,
                                                          const Folder& folder) {
  std::map<std::string, std::string> names;
  for (const KeptNote& kept : folder.notes) {
    const std::string& id = kept.note.author;
    if (id.empty() || names.contains(id)) continue;
    const auto account = find_account(db, vault, id);
    if (!account) return account.error();
    if (*account) names[id] = (**account).name;
  }
  return names;
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
    auto folder = folder_of(db, vault_, **found);
    if (!folder) return folder.error();
    auto names = names_of_staff(db, vault_, *folder);
    if (!names) return names.error();
    CitizenView made;
    made.person = std::move(**found);
    made.folder = std::move(*folder);
    made.names = std::move(*names);
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

// /citizens/ID/notes/new, /notes/NOTE, and by form /notes/new, /notes/NOTE/change, …/take-out
HttpResponse Pages::on_notes(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  const bool is_new = parts[3] == "new";
  if (is_post && parts.size() == 4 && is_new) return write_new_note(visit, parts[1]);
  if (is_post && parts.size() == 5 && parts[4] == "change")
    return write_changed_note(visit, parts[1], parts[3]);
  if (is_post && parts.size() == 5 && parts[4] == "take-out")
    return take_out(visit, parts[1], parts[3]);
  if (is_post || parts.size() > 5) return not_here(visit);
  const auto view = view_of(visit, parts[1], "saw_citizen", "notes");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  NoteDraft draft;
  if (is_new) {
    const auto heading = heading_of(field(visit.request.query, "heading").value_or("dreams"));
    if (!heading) return not_here(visit);
    draft.note.heading = *heading;
    return page(visit, note_page(visit, **view, draft));
  }
  for (const KeptNote& kept : (**view).folder.notes) {
    if (kept.note.id != parts[3]) continue;
    draft.note = kept.note;
    draft.version = kept.version;
    return page(visit, note_page(visit, **view, draft));
  }
  return not_here(visit);
}

namespace {

// What writing came to: kept, refused with the version that stands now, or no such thing here.
struct Written {
  bool is_here = false;
  bool is_kept = false;
  std::optional<KeptNote> theirs;
};

}  // namespace

HttpResponse Pages::write_new_note(Visit& visit, const std::string& person) {
  NoteDraft draft = note_from_form(visit);
  if (!draft.errors.empty()) {
    const auto view = view_of(visit, person, "saw_citizen", "notes");
    if (!view) return failed(visit, view.error());
    return *view ? page(visit, note_page(visit, **view, draft)) : not_here(visit);
  }
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = find_person(db, vault_, person, visit.account->centre);
    if (!found) return found.error();
    if (!*found) return false;
    StaffWriting writing{db, vault_, **found, visit.account->id, clock_()};
    const auto kept = write_note(writing, draft.note);
    if (!kept) return Fault{kept.problem().what, kept.problem().where, kept.problem().expected};
    log_access(db, visit.account->id, visit.account->centre, "wrote_note", person, kept->note.id,
               clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  return *done ? redirect("/citizens/" + person) : not_here(visit);
}

HttpResponse Pages::write_changed_note(Visit& visit, const std::string& person,
                                       const std::string& note) {
  NoteDraft draft = note_from_form(visit);
  draft.note.id = note;
  Written written;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = find_person(db, vault_, person, visit.account->centre);
    if (!found) return found.error();
    if (!*found) return {};
    auto stands = find_note(db, vault_, **found, note);
    if (!stands) return stands.error();
    written.is_here = stands->has_value();
    if (!written.is_here || !draft.errors.empty()) return {};
    StaffWriting writing{db, vault_, **found, visit.account->id, clock_()};
    const auto kept = change_note(writing, draft.note, draft.version);
    if (!kept && kept.problem().status == 412) {
      written.theirs = std::move(*stands);
      return {};
    }
    if (!kept) return Fault{kept.problem().what, kept.problem().where, kept.problem().expected};
    written.is_kept = true;
    log_access(db, visit.account->id, visit.account->centre, "changed_note", person, note,
               clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (written.is_kept) return redirect("/citizens/" + person);
  if (!written.is_here) return not_here(visit);
  if (written.theirs) draft.version = written.theirs->version;
  draft.theirs = std::move(written.theirs);
  const auto view = view_of(visit, person, "saw_citizen", "notes");
  if (!view) return failed(visit, view.error());
  return *view ? page(visit, note_page(visit, **view, draft)) : not_here(visit);
}

HttpResponse Pages::take_out(Visit& visit, const std::string& person, const std::string& note) {
  const NoteDraft draft = note_from_form(visit);  // the version alone
  Written written;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = find_person(db, vault_, person, visit.account->centre);
    if (!found) return found.error();
    if (!*found) return {};
    auto stands = find_note(db, vault_, **found, note);
    if (!stands) return stands.error();
    written.is_here = stands->has_value();
    if (!written.is_here) return {};
    StaffWriting writing{db, vault_, **found, visit.account->id, clock_()};
    if (const auto problem = take_out_note(writing, note, draft.version)) {
      if (problem->status != 412) return Fault{problem->what, problem->where, problem->expected};
      written.theirs = std::move(*stands);
      return {};
    }
    written.is_kept = true;
    log_access(db, visit.account->id, visit.account->centre, "took_out_note", person, note,
               clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  if (!written.is_kept) return redirect("/citizens/" + person + "/notes/" + note);
  database_.truncate_log();
  return redirect("/citizens/" + person);
}

}  // namespace aktiv::casefile
