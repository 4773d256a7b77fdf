// Handing on what a citizen shared: what goes is kept in their folder and in the log before the
// file is given.
#include <algorithm>
#include <limits>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/resource_types.h"
#include "kiosk/casefile/exports/everything.h"
#include "kiosk/casefile/exports/paper_fhir.h"
#include "kiosk/casefile/pages/citizen/chosen_in.h"
#include "kiosk/casefile/pages/citizen/paper_of.h"
#include "kiosk/casefile/pages/named_log.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/staff/records.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::casefile {
namespace {

// The answers as they are kept, by submission id.
Result<std::map<std::string, std::string>> answers_of(Connection& db, const Vault& vault,
                                                      const std::vector<const Submission*>& talks) {
  std::map<std::string, std::string> answers;
  for (const Submission* said : talks) {
    const Token key{std::string(fhir::systems::submission), said->id.value};
    for (const std::string& id : ids_with_identifier(db, "QuestionnaireResponse", key)) {
      const auto stored = find_resource(db, vault, {"QuestionnaireResponse", id});
      if (!stored) return stored.error();
      if (*stored) answers[said->id.value] = (**stored).body;
    }
  }
  return answers;
}

HttpResponse file_of(std::string body, const char* type, const std::string& name) {
  return {200,
          type,
          std::move(body),
          {{"Content-Disposition", "attachment; filename=\"" + name + "\""}}};
}

}  // namespace

HttpResponse Pages::on_export(Visit& visit, const std::vector<std::string>& parts) {
  const ExportPlan* plan = exports_.find(parts[3]);
  if (plan == nullptr) return not_here(visit);
  const auto view = view_of(visit, parts[1], "saw_citizen", "exports");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  if (visit.request.method == "GET")
    return page(visit,
                export_page(visit, **view, *plan, export_draft(visit, **view, *plan, clock_())));
  const ExportAsked asked = export_from_form(visit, **view, *plan, clock_());
  if (!asked.errors.empty() || asked.chosen().empty())
    return page(visit, export_page(visit, **view, *plan, asked));
  return hand_on(visit, **view, *plan, asked);
}

HttpResponse Pages::hand_on(Visit& visit, const CitizenView& view, const ExportPlan& plan,
                            const ExportAsked& asked) {
  auto file = paper_file(visit, view, plan, asked);
  if (!file) return failed(visit, file.error());
  Record record;
  record.form = "export";
  record.values = {{"export", plan.id},
                   {"to", receivers_of(visit.words, plan, asked.readers)},
                   {"format", asked.format},
                   {"yes", asked.yes}};
  for (const Submission* said : asked.chosen())
    record.values["talks"] += (record.value("talks").empty() ? "" : "\n") +
                              visit.words.tool(said->tool) + ", " +
                              visit.words.day(said->finished_ms);
  const auto kept = database_.write([&](Connection& db) -> Status {
    StaffWriting writing{db, vault_, forms_, view.person, visit.account->id, clock_()};
    const auto written = write_record(writing, record);
    if (!written) return fault_from(written.problem());
    log_access(db, visit.account->id, visit.account->centre, "exported", view.person.id,
               written->record.id, clock_());
    return {};
  });
  if (!kept) return failed(visit, kept.error());
  return std::move(*file);
}

namespace {

// Of each kind that is about a citizen: what kiosks sent and what staff wrote.
Status add_resources(Connection& db, const Vault& vault, const Person& person,
                     std::vector<KeptResource>& resources) {
  for (const std::string& patient : person.patients) {
    const auto stored = find_resource(db, vault, {"Patient", patient});
    if (!stored) return stored.error();
    if (*stored) resources.push_back({"Patient", patient, (**stored).body});
  }
  for (const ResourceType& type : resource_types()) {
    if (type.subject.empty() || type.name == "Patient" || person.patients.empty()) continue;
    ResourceQuery query;
    query.type = type.name;
    query.centre = person.centre;
    query.patients = {person.patients};
    query.sees_staffs = true;
    const Status read = for_each_resource(db, vault, query, [&](const StoredResource& one) {
      resources.push_back({type.name, one.key.id, one.body});
      return Status();
    });
    if (!read) return read;
  }
  return {};
}

bool is_change(const std::string& action) {
  return !action.starts_with("saw_") && !action.starts_with("exported");
}

}  // namespace

HttpResponse Pages::everything(Visit& visit, const std::string& person) {
  const auto logged = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (*found)
      log_access(db, visit.account->id, visit.account->centre, "exported_everything", person, "",
                 clock_());
    return found->has_value();
  });
  if (!logged) return failed(visit, logged.error());
  if (!*logged) return not_here(visit);
  Everything all;
  all.base = "https://" + visit.request.header("host") + "/fhir";
  all.at_ms = clock_();
  const auto read = database_.read([&](Connection& db) -> Status {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return {};
    all.name = (**found).name;
    const auto log = named_log(db, vault_, person, std::numeric_limits<int>::max());
    if (!log) return log.error();
    for (const auto& [line, who] : *log)
      all.log.push_back(
          {line.at_ms, who, visit.words.plain("log." + line.action), is_change(line.action)});
    return add_resources(db, vault_, **found, all.resources);
  });
  if (!read) return failed(visit, read.error());
  auto bundle = everything_bundle(all);
  if (!bundle) return failed(visit, bundle.error());
  return file_of(std::move(*bundle), "application/fhir+json", "everything.json");
}

Result<HttpResponse> Pages::paper_file(const Visit& visit, const CitizenView& view,
                                       const ExportPlan& plan, const ExportAsked& asked) {
  const auto talks = asked.chosen();
  const Paper paper =
      paper_of(visit.words, view, plan,
               {talks, asked.readers, asked.has_notes, visit.account->name, clock_()});
  if (asked.format == "fhir") {
    const auto answers =
        database_.read([&](Connection& db) { return answers_of(db, vault_, talks); });
    if (!answers) return answers.error();
    auto bundle = paper_bundle(paper,
                               {random_uuid(), "https://" + visit.request.header("host") + "/fhir",
                                view.person.patients.front(), talks.front()->citizen.value,
                                visit.account->id, visit.account->name, clock_()},
                               *answers);
    if (!bundle) return bundle.error();
    return file_of(std::move(*bundle), "application/fhir+json", plan.id + ".json");
  }
  std::optional<SheetOf> sheet;
  if (plan.starts_with_sheet) {
    sheet = SheetOf{visit.words.language(), {}, {}};
    for (const std::string& sign : view.folder.signs) sheet->signs.emplace_back(sign);
    // The one they took home last, of what is handed on.
    std::vector<Submission> last_talks;
    for (const Submission* said : talks)
      if (said->conversation == talks.front()->conversation)
        if (auto one = whole(view, said->id)) last_talks.push_back(std::move(*one));
    std::ranges::reverse(last_talks);
    sheet->chosen = chosen_in(last_talks, engine_);
    if (sheet->chosen.empty()) sheet.reset();
  }
  auto drawn = papers_.paper
                   ? papers_.paper(paper, sheet)
                   : Result<std::string>(Fault{"no painter", "export", "a program that draws"});
  if (!drawn) return drawn.error();
  return file_of(std::move(*drawn), "application/pdf", plan.id + ".pdf");
}

}  // namespace aktiv::casefile
