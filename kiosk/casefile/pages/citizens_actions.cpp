// What a mentor may see and do: always within the account's own centre.
#include <algorithm>
#include <map>
#include <set>

#include "kiosk/casefile/pages/citizen/circle_card.h"
#include "kiosk/casefile/pages/named_log.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/rights/places.h"
#include "kiosk/casefile/rights/sight.h"
#include "kiosk/casefile/staff/goals.h"

namespace aktiv::casefile {
namespace {

constexpr int log_lines_shown = 50;
constexpr int log_lines_told = 2000;
constexpr size_t longest_name = 120;

Result<std::vector<CitizenLine>> lines_of(Connection& db, const Vault& vault,
                                          const Account& account) {
  auto persons = persons_of_centre(db, vault, account.centre);
  if (!persons) return persons.error();
  auto circles = circles_of_centre(db, vault, account.centre);
  if (!circles) return circles.error();
  std::vector<CitizenLine> lines;
  for (auto& person : *persons) {
    auto signs = signs_of(db, vault, person);
    if (!signs) return signs.error();
    const Circle& circle = (*circles)[person.id];
    const bool is_open = sight_of(account, account.centre, circle).is_whole;
    lines.push_back({std::move(person), std::move(*signs), is_open, mentors_in(circle)});
  }
  return lines;
}

// Those whose folders are theirs to see.
Result<std::vector<CitizenLine>> open_lines_of(Connection& db, const Vault& vault,
                                               const Account& account) {
  auto lines = lines_of(db, vault, account);
  if (lines) std::erase_if(*lines, [](const CitizenLine& line) { return !line.is_open; });
  return lines;
}

struct ListView {
  std::vector<CitizenLine> citizens;
  std::vector<HelpMark> help;
  std::vector<DueFollowUp> due;
};

// For each citizen the next follow-up that was agreed on last.
Result<std::vector<DueFollowUp>> follow_ups_of(Connection& db, const Vault& vault,
                                               const Forms& forms, const std::string& centre,
                                               const std::vector<CitizenLine>& citizens) {
  const auto records = records_in_centre(db, vault, forms, centre, "follow_up");
  if (!records) return records.error();
  std::vector<DueFollowUp> due;
  for (const CitizenLine& line : citizens) {
    if (!line.is_open) continue;
    std::vector<const Record*> held;
    for (const RecordOfPatient& one : *records)
      if (std::ranges::count(line.person.patients, one.patient) > 0) held.push_back(&one.record);
    if (std::string next = next_follow_up(held); !next.empty())
      due.push_back({line, std::move(next)});
  }
  std::ranges::stable_sort(due, {}, &DueFollowUp::day);
  return due;
}

}  // namespace

HttpResponse Pages::citizens(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  if (parts.size() == 1 && !is_post) return citizen_list(visit);
  if (parts.size() == 2 && !is_post) return citizen_tab(visit, parts[1], "");
  if (parts.size() >= 4 && parts[2] == "sessions" && !is_post) return on_session(visit, parts);
  if (parts.size() == 4 && parts[2] == "exports") return on_export(visit, parts);
  if (parts.size() >= 4 && parts[2] == "write") return on_write(visit, parts);
  if (parts.size() >= 4 && parts[2] == "records") return on_record(visit, parts);
  if (parts.size() != 3) return not_here(visit);
  static const std::set<std::string> forms = {"name", "merge",  "separate", "demand",
                                              "join", "circle", "erase",    "photo"};
  const bool is_form = forms.contains(parts[2]);
  if (!is_post && is_form)  // a form's address, asked for again
    return redirect("/citizens/" + parts[1] + "/person");
  if (!is_post && parts[2] == "photo.jpg") return photo(visit, desk_of(parts));
  if (!is_post && parts[2] == "person") return person_page_of(visit, parts[1], {});
  if (!is_post && parts[2] == "seen") return seen(visit, parts[1]);
  if (!is_post && parts[2] == "everything") return redirect("/citizens/" + parts[1] + "/person");
  if (parts[2] == "everything") return everything(visit, parts[1]);
  if (!is_post) return citizen_tab(visit, parts[1], parts[2]);
  if (parts[2] == "name") return name(visit, parts[1]);
  if (parts[2] == "demand") return ask_for(visit, parts[1]);
  if (parts[2] == "join") return join(visit, parts[1]);
  if (parts[2] == "circle") return change_circle(visit, parts[1]);
  if (parts[2] == "erase") return erase(visit, parts[1]);
  if (parts[2] == "photo") return change_photo(visit, parts[1]);
  if (parts[2] == "merge") return merge(visit, parts[1]);
  if (parts[2] == "separate") return separate(visit, parts[1]);
  return not_here(visit);
}

HttpResponse Pages::citizen_list(Visit& visit) {
  const std::string& centre = visit.account->centre;
  const auto view = database_.read([&](Connection& db) -> Result<ListView> {
    auto lines = lines_of(db, vault_, *visit.account);
    if (!lines) return lines.error();
    auto due = follow_ups_of(db, vault_, forms_, centre, *lines);
    if (!due) return due.error();
    return ListView{std::move(*lines), open_help_marks(db, centre), std::move(*due)};
  });
  if (!view) return failed(visit, view.error());
  if (const auto logged = log(visit, "saw_list", ""); !logged) return failed(visit, logged.error());
  return page(visit, citizens_page(visit, view->citizens, view->help, {view->due, clock_()}));
}

HttpResponse Pages::citizen_tab(Visit& visit, const std::string& person, const std::string& tab) {
  using PageOf = PageContent (*)(const Visit&, const CitizenView&);
  static const std::map<std::string, PageOf> pages = {
      {"", overview_page},
      {"goals", goals_page},
      {"offers", matches_page},
      {"course", course_page},
      {"development", development_page},
      {"visits", visits_page},
      {"people", [](const Visit& v, const CitizenView& view) { return people_page(v, view); }},
      {"sessions", sessions_page},
      {"exports", exports_page}};
  const auto wanted = pages.find(tab);
  if (wanted == pages.end()) return not_here(visit);
  const auto view = view_of(visit, person, "saw_citizen", tab);
  if (!view) return failed(visit, view.error());
  if (!*view) return not_theirs(visit, person);
  return page(visit, wanted->second(visit, **view));
}

HttpResponse Pages::people_page_of(Visit& visit, const std::string& person,
                                   std::vector<FormError> errors) {
  const auto view = view_of(visit, person, "saw_citizen", "people");
  if (!view) return failed(visit, view.error());
  return *view ? page(visit, people_page(visit, **view, std::move(errors))) : not_here(visit);
}

HttpResponse Pages::person_page_of(Visit& visit, const std::string& person,
                                   std::vector<FormError> errors) {
  auto view = view_of(visit, person, "saw_citizen", "person");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_theirs(visit, person);
  const auto more = database_.read([&](Connection& db) -> Status {
    auto log_lines = named_log(db, vault_, person, log_lines_shown);
    if (!log_lines) return log_lines.error();
    auto others = open_lines_of(db, vault_, *visit.account);
    if (!others) return others.error();
    std::erase_if(*others, [&](const auto& line) { return line.person.id == person; });
    (**view).log = std::move(*log_lines);
    (**view).others = std::move(*others);
    return {};
  });
  if (!more) return failed(visit, more.error());
  return page(visit, person_page(visit, **view, std::move(errors)));
}

HttpResponse Pages::seen(Visit& visit, const std::string& person) {
  auto view = view_of(visit, person, "saw_citizen", "seen");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_theirs(visit, person);
  auto lines =
      database_.read([&](Connection& db) { return named_log(db, vault_, person, log_lines_told); });
  if (!lines) return failed(visit, lines.error());
  (**view).log = std::move(*lines);
  return page(visit, seen_page(visit, **view));
}

HttpResponse Pages::name(Visit& visit, const std::string& person) {
  const std::string new_name = trimmed(visit.value("name"));
  if (new_name.empty() || new_name.size() > longest_name)
    return person_page_of(visit, person, {{"name", visit.words.plain("link.no_name")}});
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return false;
    name_person(db, vault_, person, new_name);
    log_access(db, visit.account->id, visit.account->centre, "named", person, "", clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  return *done ? redirect("/citizens/" + person + "/person") : not_here(visit);
}

HttpResponse Pages::merge(Visit& visit, const std::string& person) {
  const std::string other = visit.value("other");
  const bool is_sure = visit.value("sure") == "yes";
  std::optional<std::pair<CitizenLine, CitizenLine>> pair;
  const auto done = database_.write([&](Connection& db) -> Status {
    auto lines = open_lines_of(db, vault_, *visit.account);
    if (!lines) return lines.error();
    const auto of = [&](const std::string& id) {
      return std::ranges::find_if(*lines, [&](const auto& line) { return line.person.id == id; });
    };
    if (person == other || of(person) == lines->end() || of(other) == lines->end()) return {};
    pair = {*of(person), *of(other)};
    if (!is_sure) return {};
    if (Status merged = merge_circles(db, vault_, other, person); !merged) return merged;
    merge_persons(db, other, person);
    if (pair->first.person.name.empty() && !pair->second.person.name.empty())
      name_person(db, vault_, person, pair->second.person.name);
    log_access(db, visit.account->id, visit.account->centre, "merged", person, other, clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (!pair) return not_here(visit);
  if (!is_sure) return page(visit, merge_page(visit, pair->first, pair->second));
  return redirect("/citizens/" + person + "/person");
}

HttpResponse Pages::separate(Visit& visit, const std::string& person) {
  const std::string patient = visit.value("patient");
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found || (**found).patients.size() < 2) return false;
    if (std::ranges::count((**found).patients, patient) == 0) return false;
    const std::string fresh = separate_pseudonym(db, patient, visit.account->centre, clock_());
    log_access(db, visit.account->id, visit.account->centre, "separated", person, fresh, clock_());
    log_access(db, visit.account->id, visit.account->centre, "separated", fresh, person, clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  return *done ? redirect("/citizens/" + person + "/person") : not_here(visit);
}

HttpResponse Pages::dismiss_help(Visit& visit, const std::string& mark) {
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    return dismiss_help_mark(db, mark, visit.account->centre, visit.account->id, clock_());
  });
  if (!done) return failed(visit, done.error());
  return *done ? redirect(std::string(first_place(*visit.account))) : not_here(visit);
}

}  // namespace aktiv::casefile
