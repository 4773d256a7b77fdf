// What a leader may see and do: counts of the whole case file, and targets.
#include "kiosk/casefile/pages/leader_page.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/staff/goals.h"

namespace aktiv::casefile {
namespace {

// Two folders of one person are one person.
Result<std::vector<CourseLine>> course_lines(Connection& db, const Vault& vault,
                                             const Forms& forms) {
  const auto records = records_in_centre(db, vault, forms, "", "course");
  if (!records) return records.error();
  std::vector<CourseLine> lines;
  for (const RecordOfPatient& one : *records) {
    Statement row(db, "SELECT person FROM pseudonym WHERE patient = ?", one.patient);
    if (!row.step()) continue;
    lines.push_back({row.text(0), one.record.value("day"), one.record.value("state"),
                     one.record.value("employment"), one.record.value("reason")});
  }
  return lines;
}

Result<int> follow_ups_due(Connection& db, const Vault& vault, const Forms& forms,
                           const std::string& today) {
  const auto records = records_in_centre(db, vault, forms, "", "follow_up");
  if (!records) return records.error();
  std::map<std::string, std::vector<const Record*>> of_person;
  for (const RecordOfPatient& one : *records) {
    Statement row(db, "SELECT person FROM pseudonym WHERE patient = ?", one.patient);
    if (row.step()) of_person[row.text(0)].push_back(&one.record);
  }
  int due = 0;
  for (const auto& [person, held] : of_person) {
    const std::string next = next_follow_up(held);
    due += !next.empty() && next <= today ? 1 : 0;
  }
  return due;
}

}  // namespace

Result<LeaderView> Pages::leader_view(const Visit& visit) {
  const std::string today = visit.words.iso_day(clock_());
  return database_.read([&](Connection& db) -> Result<LeaderView> {
    auto lines = course_lines(db, vault_, forms_);
    if (!lines) return lines.error();
    auto demand = demand_list(db, vault_);
    if (!demand) return demand.error();
    const auto due = follow_ups_due(db, vault_, forms_, today);
    if (!due) return due.error();
    return LeaderView{std::move(*lines), targets(db), std::move(*demand), *due, today};
  });
}

HttpResponse Pages::leader(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  if (is_post && parts.size() == 2 && parts[1] == "targets") return set_targets(visit);
  if (is_post || parts.size() != 1) return not_here(visit);
  const auto view = leader_view(visit);
  if (!view) return failed(visit, view.error());
  if (const auto logged = log(visit, "saw_leader", ""); !logged)
    return failed(visit, logged.error());
  if (parts[0] == "leader") return page(visit, leader_page(visit, *view, {}));
  return {200,
          "text/csv; charset=utf-8",
          leader_csv(visit, *view),
          {{"Content-Disposition", "attachment; filename=\"status.csv\""}}};
}

// All cells or none.
HttpResponse Pages::set_targets(Visit& visit) {
  const TargetForm form = targets_from_form(visit);
  if (!form.errors.empty()) {
    const auto view = leader_view(visit);
    if (!view) return failed(visit, view.error());
    return page(visit, leader_page(visit, *view, form.errors));
  }
  const auto done = database_.write([&](Connection& db) -> Status {
    for (const TargetChange& change : form.changes)
      set_target(db, change.type, change.year, change.value);
    log_access(db, visit.account->id, visit.account->centre, "set_targets", "", "", clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  return redirect("/leader?from=" + visit.value("from"));
}

}  // namespace aktiv::casefile
