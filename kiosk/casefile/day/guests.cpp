#include "kiosk/casefile/day/guests.h"

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/casefile/staff/portrait.h"

namespace aktiv::casefile {
namespace {

constexpr const char* shown_form = "day_centre_sees";
constexpr const char* visit_form = "visit";

// By Patient: what was written last of what may be seen.
Result<std::map<std::string, Record>> names_shown(Connection& db, const Vault& vault,
                                                  const Forms& forms, const std::string& centre) {
  auto records = records_in_centre(db, vault, forms, centre, shown_form);
  if (!records) return records.error();
  std::map<std::string, Record> names;
  for (auto& [record, patient] : *records)
    if (Record& known = names[patient]; known.written_ms <= record.written_ms)
      known = std::move(record);
  return names;
}

// Of a citizen with several pseudonyms what was written last counts, too.
std::optional<Guest> guest_from(Person person, const std::map<std::string, Record>& names) {
  const Record* last = nullptr;
  for (const std::string& patient : person.patients)
    if (const auto shown = names.find(patient);
        shown != names.end() && (last == nullptr || last->written_ms <= shown->second.written_ms))
      last = &shown->second;
  if (last == nullptr) return std::nullopt;
  person.name = last->value("name");
  return Guest{std::move(person)};
}

}  // namespace

Result<DayList> day_list(Connection& db, const Vault& vault, const Forms& forms,
                         const std::string& centre, const std::string& day) {
  auto persons = persons_of_centre(db, vault, centre);
  if (!persons) return persons.error();
  const auto names = names_shown(db, vault, forms, centre);
  if (!names) return names.error();
  const auto visits = records_in_centre(db, vault, forms, centre, visit_form, day);
  if (!visits) return visits.error();
  DayList list;
  for (Person& person : *persons) {
    std::vector<Record> own;
    for (const auto& [record, patient] : *visits)
      if (std::ranges::count(person.patients, patient) > 0) own.push_back(record);
    auto guest = guest_from(std::move(person), *names);
    if (guest && !own.empty()) guest->has_photo = has_portrait(db, guest->person);
    if (!guest)
      list.unnamed += own.empty() ? 0 : 1;
    else if (own.empty())
      list.others.push_back(std::move(*guest));
    else
      for (Record& visit : own) list.arrivals.push_back({*guest, std::move(visit)});
  }
  const auto name_of = [](const Guest& guest) { return guest.person.name; };
  std::ranges::sort(list.others, {}, name_of);
  std::ranges::sort(list.arrivals, {}, [&](const Arrival& one) {
    return std::pair(one.visit.value("time"), name_of(one.guest));
  });
  return list;
}

Result<std::optional<Guest>> find_guest(Connection& db, const Vault& vault, const Forms& forms,
                                        const std::string& centre, const std::string& person) {
  auto found = find_person(db, vault, person, centre);
  if (!found) return found.error();
  if (!*found) return std::optional<Guest>();
  auto written = records_of(db, vault, forms, **found);
  if (!written) return written.error();
  const KeptRecord* shown = nullptr;
  for (const KeptRecord& kept : written->records)  // oldest first: the last one counts
    if (kept.record.form == shown_form) shown = &kept;
  if (shown == nullptr) return std::optional<Guest>();
  Guest guest{std::move(**found)};
  guest.has_photo = has_portrait(db, guest.person);
  guest.person.name = shown->record.value("name");
  guest.records = std::move(written->records);
  return std::optional(std::move(guest));
}

std::vector<KeptRecord> own_at_day_centre(const std::vector<KeptRecord>& records,
                                          const Forms& forms, const std::string& account) {
  std::vector<KeptRecord> own;
  std::set<std::string> ids;
  for (const KeptRecord& kept : records) {
    const Form* form = forms.find(kept.record.form);
    if (form == nullptr || !form->is_for_day_centre || kept.record.author != account) continue;
    own.push_back(kept);
    ids.insert(kept.record.id);
  }
  for (const KeptRecord& kept : records) {
    if (kept.record.form != "change_answer" || !ids.contains(kept.record.about)) continue;
    own.push_back(kept);
    own.back().record.values.erase("words");
  }
  return own;
}

const KeptRecord* answer_to_change(const std::vector<KeptRecord>& records,
                                   const std::string& change) {
  const KeptRecord* newest = nullptr;
  for (const KeptRecord& kept : records)
    if (kept.record.form == "change_answer" && kept.record.about == change) newest = &kept;
  return newest;
}

}  // namespace aktiv::casefile
