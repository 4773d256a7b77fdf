// The day centre's page: who comes, one visitor, and their photo. Nothing here opens a folder.
#include <algorithm>

#include "kiosk/casefile/day/guests.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/day/day_page.h"
#include "kiosk/casefile/pages/named_log.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/readings/readings.h"
#include "kiosk/casefile/rights/sight.h"
#include "kiosk/casefile/staff/portrait.h"

namespace aktiv::casefile {
namespace {

constexpr int64_t hour_ms = 3'600'000;
constexpr int64_t noon_ms = 12 * hour_ms;
constexpr int64_t day_ms = 24 * hour_ms;
// Denmark's midnight is at most so long before UTC's.
constexpr int64_t ahead_of_utc_ms = 2 * hour_ms;

// "Sådan var det" of that day; the newest, where it was said more than once. Whatever came today
// has its reading.
Result<std::optional<Submission>> visit_talk_on(Connection& db, const Vault& vault,
                                                const Words& words, const Person& person,
                                                const std::string& day) {
  const int64_t since_ms = parse_day(day).value_or(0) - ahead_of_utc_ms;
  const auto readings = readings_since(db, vault, person, since_ms);
  if (!readings) return readings.error();
  std::optional<Submission> talk;
  for (const Reading& reading : *readings) {
    const auto* said = std::get_if<Submission>(&reading.said);
    if (said == nullptr || reading.is_withdrawn) continue;
    const ToolDefinition* tool = words.content().tool(said->tool);
    if (tool != nullptr && tool->number == visit_tool && words.iso_day(said->finished_ms) == day)
      talk = *said;
  }
  return talk;
}

// The day that was asked for, else today.
std::string day_of(const Visit& visit, const std::string& today) {
  const std::string asked = field(visit.request.query, "day").value_or(visit.value("day"));
  return parse_day(asked) ? asked : today;
}

}  // namespace

// /day, /day/visits, /day/ID, /day/ID/photo.jpg, /day/ID/write/FORM, /day/ID/records/RECORD…
HttpResponse Pages::day(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  if (parts.size() >= 4 && parts[2] == "write") return on_write(visit, parts);
  if (parts.size() >= 4 && parts[2] == "records") return on_record(visit, parts);
  if (parts.size() == 2 && parts[1] == "visits")
    return is_post ? add_visit(visit) : redirect("/day");
  if (is_post) return not_here(visit);
  if (parts.size() == 1) return day_list_page(visit, {});
  if (parts.size() == 2) return guest(visit, parts[1]);
  if (parts.size() == 3 && parts[2] == "photo.jpg") return photo(visit, desk_of(parts));
  return not_here(visit);
}

HttpResponse Pages::day_list_page(Visit& visit, std::vector<FormError> errors) {
  const std::string& centre = visit.account->centre;
  const std::string today = visit.words.iso_day(clock_());
  DayView view;
  view.day = day_of(visit, today);
  view.is_today = view.day == today;
  const int64_t noon = *parse_day(view.day) + noon_ms;
  view.before = visit.words.iso_day(noon - day_ms);
  view.after = visit.words.iso_day(noon + day_ms);
  // Whoever is seen is told who saw them: what cannot be logged is not shown.
  const Status seen = database_.write([&](Connection& db) -> Status {
    auto list = day_list(db, vault_, forms_, centre, view.day);
    if (!list) return list.error();
    for (const Arrival& arrival : list->arrivals) {
      const Person& person = arrival.guest.person;
      log_access(db, visit.account->id, centre, "saw_guest", person.id, "", clock_());
      const auto talk = visit_talk_on(db, vault_, visit.words, person, view.day);
      if (!talk) return talk.error();
      if (*talk) view.answered.insert(person.id);
    }
    view.list = std::move(*list);
    view.help = open_help_marks(db, centre);
    return {};
  });
  if (!seen) return failed(visit, seen.error());
  return page(visit, day_page(visit, view, std::move(errors)));
}

// Somebody came who was not expected. Only of those who may be seen.
HttpResponse Pages::add_visit(Visit& visit) {
  const std::string& centre = visit.account->centre;
  Record record;
  record.form = "visit";
  record.values["day"] = day_of(visit, visit.words.iso_day(clock_()));
  record.values["kind"] = "ordinary";
  if (const std::string time = trimmed(visit.value("time")); !time.empty())
    record.values["time"] = time;
  if (record.value("time").size() > longest(FieldKind::line))
    return day_list_page(
        visit, {{"time", visit.words.filled("form.too_long",
                                            {{"field", visit.words.plain("form.visit.time")}})}});
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = find_guest(db, vault_, forms_, centre, visit.value("person"));
    if (!found) return found.error();
    if (!*found) return false;
    StaffWriting writing{db, vault_, forms_, (**found).person, visit.account->id, clock_()};
    const auto kept = write_record(writing, record);
    if (!kept) return fault_from(kept.problem());
    log_access(db, visit.account->id, centre, "wrote_record", (**found).person.id, kept->record.id,
               clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  return *done ? redirect("/day?day=" + record.value("day")) : not_here(visit);
}

Result<std::optional<GuestView>> Pages::guest_view_of(const Visit& visit,
                                                      const std::string& person) {
  const Account& account = *visit.account;
  const std::string today = visit.words.iso_day(clock_());
  return database_.write([&](Connection& db) -> Result<std::optional<GuestView>> {
    auto found = find_guest(db, vault_, forms_, account.centre, person);
    if (!found) return found.error();
    if (!*found) return std::optional<GuestView>();
    Guest& guest = **found;
    log_access(db, account.id, account.centre, "saw_guest", person, "", clock_());
    GuestView view;
    view.has_photo = guest.has_photo;
    for (const KeptRecord& kept : guest.records)
      if (kept.record.form == "visit" && kept.record.value("day") == today)
        view.visits.push_back(kept.record);
    CitizenView& citizen = view.citizen;
    citizen.place = CitizenView::day_place;
    citizen.folder.records = own_at_day_centre(guest.records, forms_, account.id);
    auto names = names_of_staff(db, vault_, citizen.folder.records);
    if (!names) return names.error();
    citizen.names = std::move(*names);
    citizen.person = std::move(guest.person);
    citizen.forms = &forms_;
    return std::optional(std::move(view));
  });
}

// What the citizen answered to these suggestions, of the talks that are shared with the day centre.
Status Pages::add_answers(Connection& db, const Sight& sight, CitizenView& view) {
  std::optional<int64_t> since_ms;
  for (const KeptRecord& kept : view.folder.records)
    if (const auto day = parse_day(kept.record.value("day")); kept.record.form == "change" && day)
      since_ms = std::min(since_ms.value_or(*day), *day);
  if (!since_ms) return {};
  auto readings = readings_since(db, vault_, view.person, *since_ms - ahead_of_utc_ms);
  if (!readings) return readings.error();
  for (Reading& reading : *readings) {
    auto* said = std::get_if<Submission>(&reading.said);
    if (said == nullptr || reading.is_withdrawn || !is_shared_with_any(*said, sight.as)) continue;
    view.folder.submissions.push_back(std::move(*said));
  }
  return {};
}

HttpResponse Pages::guest(Visit& visit, const std::string& person) {
  auto found = guest_view_of(visit, person);
  if (!found) return failed(visit, found.error());
  if (!*found) return not_here(visit);
  GuestView& view = **found;
  const std::string today = visit.words.iso_day(clock_());
  const Person& who = view.citizen.person;
  const Status read = database_.read([&](Connection& db) -> Status {
    const auto talk = visit_talk_on(db, vault_, visit.words, who, today);
    if (!talk) return talk.error();
    view.has_answered = talk->has_value();
    const auto circle = circle_of(db, vault_, who.id);
    if (!circle) return circle.error();
    const Sight sight = sight_of(*visit.account, who.centre, *circle);
    const Status answers = add_answers(db, sight, view.citizen);
    if (!answers || !view.has_answered) return answers;
    if (is_shared_with_any(**talk, sight.as))
      view.shared_answer = CitizenView::shared_place + who.id + "/sessions/" + (**talk).id.value;
    return {};
  });
  if (!read) return failed(visit, read.error());
  return page(visit, guest_page(visit, view));
}

// /citizens/ID/photo.jpg, /day/ID/photo.jpg
HttpResponse Pages::photo(const Visit& visit, const Desk& desk) {
  auto jpeg = database_.read([&](Connection& db) -> Result<std::optional<std::string>> {
    const auto found = person_at(db, visit, desk);
    if (!found) return found.error();
    if (!*found) return std::optional<std::string>();
    return portrait_of(db, vault_, **found);
  });
  if (!jpeg) return failed(visit, jpeg.error());
  return *jpeg ? file_response(std::move(**jpeg), "image/jpeg") : not_here(visit);
}

// /citizens/ID/photo: put in by a form, or taken away.
HttpResponse Pages::change_photo(Visit& visit, const std::string& person) {
  const bool is_taken_away = visit.value("take_away") == "yes";
  std::string jpeg;
  if (!is_taken_away) {
    auto square = papers_.photo ? papers_.photo(visit.value("photo"))
                                : Result<std::string>(Fault{"no photos here", "photo", ""});
    if (!square)
      return people_page_of(visit, person, {{"photo", visit.words.plain("photo.wrong")}});
    jpeg = std::move(*square);
  }
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return false;
    StaffWriting writing{db, vault_, forms_, **found, visit.account->id, clock_()};
    const auto problem = is_taken_away ? take_portrait_away(writing) : put_portrait(writing, jpeg);
    if (problem) return fault_from(*problem);
    log_access(db, visit.account->id, visit.account->centre,
               is_taken_away ? "took_photo_away" : "put_photo", person, "", clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  if (!*done) return not_here(visit);
  if (is_taken_away) database_.truncate_log();
  return redirect("/citizens/" + person + "/people");
}

}  // namespace aktiv::casefile
