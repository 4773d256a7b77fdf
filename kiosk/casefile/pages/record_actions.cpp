// What staff write about a citizen: forms to fill in, change and take out.
#include "kiosk/casefile/day/guests.h"
#include "kiosk/casefile/pages/citizen/goal_cards.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/staff/records.h"
#include "kiosk/casefile/staff/told_plan.h"

namespace aktiv::casefile {
namespace {

bool may_write(const Form& form, bool is_day_centre) {
  return form.is_by_hand && (!is_day_centre || form.is_for_day_centre);
}

// At the day centre everybody changes what they wrote themselves.
bool may_change(const Form& form, const Record& record, bool is_day_centre,
                const std::string& account) {
  return may_write(form, is_day_centre) && (!is_day_centre || record.author == account);
}

std::string home_of(bool is_day_centre, const std::string& person) {
  return (is_day_centre ? CitizenView::day_place : "/citizens/") + person;
}

// Where a form is shown, and to where one comes back after writing.
std::string place_of(bool is_day_centre, const std::string& person, const Form& form) {
  return home_of(is_day_centre, person) + (is_day_centre ? "" : tail_of(form.id));
}

}  // namespace

Pages::Desk Pages::desk_of(const std::vector<std::string>& parts) {
  return {parts[0] == "day", parts[1]};
}

Result<std::optional<Person>> Pages::person_at(Connection& db, const Visit& visit,
                                               const Desk& desk) const {
  if (!desk.is_day_centre) return own_person(db, visit, desk.person);
  auto guest = find_guest(db, vault_, forms_, visit.account->centre, desk.person);
  if (!guest) return guest.error();
  if (!*guest) return std::optional<Person>();
  return std::optional(std::move((**guest).person));
}

Result<std::optional<CitizenView>> Pages::view_at(const Visit& visit, const Desk& desk,
                                                  const std::string& about) {
  if (!desk.is_day_centre) return view_of(visit, desk.person, "saw_citizen", about);
  auto guest = guest_view_of(visit, desk.person);
  if (!guest) return guest.error();
  if (!*guest) return std::optional<CitizenView>();
  return std::optional(std::move((**guest).citizen));
}

// /citizens/ID/write/FORM, /day/ID/write/FORM
HttpResponse Pages::on_write(Visit& visit, const std::vector<std::string>& parts) {
  const Desk desk = desk_of(parts);
  const Form* form = parts.size() == 4 ? forms_.find(parts[3]) : nullptr;
  if (form == nullptr || !may_write(*form, desk.is_day_centre)) return not_here(visit);
  if (visit.request.method == "POST") return write_new(visit, desk, *form);
  const auto view = view_at(visit, desk, "write");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  RecordDraft draft = draft_from_address(visit, *form);
  prefill(visit.words, **view, draft.record, visit.words.iso_day(clock_()));
  return page(visit, record_page(visit, **view, *form, draft));
}

// /citizens/ID/records/RECORD, and by form …/change and …/take-out; the same below /day
HttpResponse Pages::on_record(Visit& visit, const std::vector<std::string>& parts) {
  const Desk desk = desk_of(parts);
  const bool is_post = visit.request.method == "POST";
  if (is_post && parts.size() == 5 && parts[4] == "change")
    return write_changed(visit, desk, parts[3]);
  if (is_post && parts.size() == 5 && parts[4] == "take-out")
    return take_out(visit, desk, parts[3]);
  if (is_post || parts.size() != 4) return not_here(visit);
  const auto view = view_at(visit, desk, "records");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  for (const KeptRecord& kept : (**view).folder.records) {
    if (kept.record.id != parts[3]) continue;
    const Form& form = *forms_.find(kept.record.form);
    if (!may_change(form, kept.record, desk.is_day_centre, visit.account->id))
      return not_here(visit);
    return page(visit, record_page(visit, **view, form, {kept.record, kept.version, {}, {}}));
  }
  return not_here(visit);
}

// A step that the citizen said themselves is no suggestion: its record is about "<talk>/<number>".
Status Pages::tell_of_goal(StaffWriting& writing, const Record& record) const {
  if (record.form != "goal" && record.form != "step") return {};
  const auto folder = folder_of(writing.db, vault_, forms_, writing.person);
  if (!folder) return folder.error();
  const Submission* goal = folder->talk(SubmissionId(record.about));
  if (goal == nullptr) return {};
  std::vector<Observation> told = folder->observations;
  told.insert(told.end(), folder->told.begin(), folder->told.end());
  return tell_plan(writing, {*goal, folder->records, told, record.form == "goal"},
                   [this](std::string_view key) { return shown_text(key); });
}

Status Pages::tell_kiosks(StaffWriting& writing, const Record& record) const {
  if (record.form != "change" && record.form != "change_answer")
    return tell_of_goal(writing, record);
  const auto written = records_of(writing.db, vault_, forms_, writing.person);
  if (!written) return written.error();
  return tell_changes(writing, waiting_changes(written->records, forms_),
                      [this](std::string_view key) { return shown_text(key); });
}

std::string Pages::shown_text(std::string_view key) const {
  const std::string* words = content_.texts.find(language_, std::string(key));
  return words == nullptr ? std::string() : *words;
}

HttpResponse Pages::draft_page(const Visit& visit, const Desk& desk, const Form& form,
                               const RecordDraft& draft) {
  const auto view = view_at(visit, desk, "write");
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

// Few goals at a time: counted within the transaction that writes.
Result<bool> is_one_too_many(Connection& db, const Vault& vault, const Forms& forms,
                             const Content& content, const Person& person, const Record& record) {
  if (record.form != "goal") return false;
  const auto folder = folder_of(db, vault, forms, person);
  if (!folder) return folder.error();
  std::vector<const Submission*> kept;
  for (const auto& one : folder->submissions) kept.push_back(&one);
  return !may_be_active(goals_of(said_goals(content, kept), folder->records), record);
}

}  // namespace

HttpResponse Pages::write_new(Visit& visit, const Desk& desk, const Form& form) {
  RecordDraft draft = draft_from_form(visit, form);
  if (!draft.errors.empty()) return draft_page(visit, desk, form, draft);
  Written written;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = person_at(db, visit, desk);
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
    log_access(db, visit.account->id, visit.account->centre, "wrote_record", desk.person,
               kept->record.id, clock_());
    return tell_kiosks(writing, kept->record);
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  if (written.is_one_too_many) return too_many_goals(visit, desk, form, std::move(draft));
  return redirect(place_of(desk.is_day_centre, desk.person, form));
}

HttpResponse Pages::write_changed(Visit& visit, const Desk& desk, const std::string& id) {
  Written written;
  RecordDraft draft;
  const Form* form = nullptr;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = person_at(db, visit, desk);
    if (!found) return found.error();
    if (!*found) return {};
    auto stands = find_record(db, vault_, forms_, **found, id);
    if (!stands) return stands.error();
    if (!*stands) return {};
    form = forms_.find((**stands).record.form);
    written.is_here = may_change(*form, (**stands).record, desk.is_day_centre, visit.account->id);
    if (!written.is_here) return {};
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
    log_access(db, visit.account->id, visit.account->centre, "changed_record", desk.person, id,
               clock_());
    return tell_kiosks(writing, kept->record);
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  if (written.is_kept) return redirect(place_of(desk.is_day_centre, desk.person, *form));
  if (written.is_one_too_many) return too_many_goals(visit, desk, *form, std::move(draft));
  if (written.theirs) draft.version = written.theirs->version;
  draft.theirs = std::move(written.theirs);
  return draft_page(visit, desk, *form, draft);
}

HttpResponse Pages::take_out(Visit& visit, const Desk& desk, const std::string& id) {
  Written written;
  const Form* form = nullptr;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = person_at(db, visit, desk);
    if (!found) return found.error();
    if (!*found) return {};
    const auto stands = find_record(db, vault_, forms_, **found, id);
    if (!stands) return stands.error();
    if (!*stands) return {};
    form = forms_.find((**stands).record.form);
    written.is_here = may_change(*form, (**stands).record, desk.is_day_centre, visit.account->id);
    if (!written.is_here) return {};
    StaffWriting writing{db, vault_, forms_, **found, visit.account->id, clock_()};
    const int64_t version = draft_from_form(visit, *form).version;
    if (const auto problem = take_out_record(writing, id, version)) {
      if (problem->status == 412) return {};
      return fault_from(*problem);
    }
    written.is_kept = true;
    log_access(db, visit.account->id, visit.account->centre, "took_out_record", desk.person, id,
               clock_());
    return tell_kiosks(writing, (**stands).record);
  });
  if (!done) return failed(visit, done.error());
  if (!written.is_here) return not_here(visit);
  // Somebody has changed it meanwhile: what it says now is seen before it goes.
  if (!written.is_kept)
    return redirect(home_of(desk.is_day_centre, desk.person) + "/records/" + id);
  database_.truncate_log();
  return redirect(place_of(desk.is_day_centre, desk.person, *form));
}

HttpResponse Pages::too_many_goals(const Visit& visit, const Desk& desk, const Form& form,
                                   RecordDraft draft) {
  draft.errors.push_back({"state", visit.words.plain("goal.too_many")});
  return draft_page(visit, desk, form, draft);
}

}  // namespace aktiv::casefile
