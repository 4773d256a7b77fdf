#include "kiosk/app/outbox/citizen_traits.h"

#include <algorithm>
#include <sstream>

#include "dialogue/model/access_profile.h"
#include "kiosk/app/enrolled_centre.h"
#include "kiosk/sync/fhir/digest.h"

namespace aktiv::app {
namespace {

using storage::Store;

constexpr std::string_view patient_type = "Patient/";
constexpr std::string_view centre_line = "centre/";
constexpr std::string_view told_line = "told/";
constexpr std::string_view meeting_line = "meeting/";  // its words as base64: they may have lines
constexpr std::string_view read_line = "\nread/all";

std::vector<PictureId> signs_of(const storage::Citizen& citizen) {
  std::vector<PictureId> signs;
  if (!citizen.sign.empty()) signs.push_back(citizen.sign);
  if (!citizen.second_sign.empty()) signs.push_back(citizen.second_sign);
  return signs;
}

PictureId second_of(const std::vector<PictureId>& signs) {
  return signs.size() > 1 ? signs[1] : PictureId();
}

// Pictures that somebody has are no fault of the store: staff are told, and nobody is changed.
bool has_signs(const std::vector<storage::Citizen>& citizens, const std::vector<PictureId>& signs) {
  return std::ranges::any_of(citizens,
                             [&](const auto& citizen) { return signs_of(citizen) == signs; });
}

Status add(Store& store, const CitizenId& id, const fhir::Traits& traits) {
  const auto centre = centre_of(store);
  if (!centre) return centre.error();
  const auto& signs = traits.signs;
  const Status added = store.people().add_citizen({id, signs[0], second_of(signs), *centre, false});
  if (!added) return added;
  if (const Status put = store.people().put_profile(id, to_json(traits.access)); !put) return put;
  if (traits.next_meeting.empty()) return {};
  return store.people().put_next_meeting(id, traits.next_meeting);
}

}  // namespace

std::string note_of(const sync::KnownPatient& patient) {
  std::string note = std::string(patient_type) + patient.id;
  for (const auto& sign : patient.traits.signs) note += "\n" + sign.value;
  note += "\n" + to_json(patient.traits.access);
  if (!patient.centre.empty()) note += "\n" + std::string(centre_line) + patient.centre;
  if (!patient.traits.next_meeting.empty())
    note += "\n" + std::string(meeting_line) + fhir::to_base64(patient.traits.next_meeting);
  for (const auto& name : patient.told) note += "\n" + std::string(told_line) + name;
  return note;
}

bool is_read_in(const std::optional<std::string>& note) {
  return note && note->ends_with(read_line);
}

// The last line, so that who reads the others need not know it.
std::string marked_read(const std::string& note) {
  return is_read_in(note) ? note : note + std::string(read_line);
}

std::optional<sync::KnownPatient> patient_in(const std::optional<std::string>& note) {
  if (!note || !note->starts_with(patient_type)) return std::nullopt;
  std::istringstream lines(note->substr(patient_type.size()));
  sync::KnownPatient patient;
  std::getline(lines, patient.id);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(centre_line))
      patient.centre = line.substr(centre_line.size());
    else if (line.starts_with(told_line))
      patient.told.insert(line.substr(told_line.size()));
    else if (line.starts_with(meeting_line))
      patient.traits.next_meeting =
          fhir::from_base64(line.substr(meeting_line.size())).value_or("");
    else if (line == read_line.substr(1))
      continue;
    else if (!line.starts_with('{'))
      patient.traits.signs.emplace_back(line);
    else if (const auto access = access_profile_from_json(line))
      patient.traits.access = *access;
  }
  return patient;
}

Result<fhir::Traits> traits_of(Store& store, const storage::Citizen& citizen) {
  const auto line = store.people().profile(citizen.id);
  if (!line) return line.error();
  auto meeting = store.people().next_meeting(citizen.id);
  if (!meeting) return meeting.error();
  fhir::Traits traits{signs_of(citizen), {}, std::move(*meeting)};
  if (!*line) return traits;
  if (const auto access = access_profile_from_json(**line)) {
    traits.access = *access;
    return traits;
  }
  const auto note = store.people().patient(citizen.id);
  if (!note) return note.error();
  if (const auto known = patient_in(*note)) traits.access = known->traits.access;
  return traits;
}

Result<std::optional<storage::Citizen>> citizen_of(Store& store, const CitizenId& id) {
  const auto citizens = store.people().citizens();
  if (!citizens) return citizens.error();
  const auto found = std::ranges::find(*citizens, id, &storage::Citizen::id);
  if (found == citizens->end()) return std::optional<storage::Citizen>();
  return std::optional(*found);
}

Result<bool> keep_traits(Store& store, const CitizenId& id, const fhir::Traits& before,
                         const fhir::Traits& after) {
  const auto citizen = citizen_of(store, id);
  if (!citizen) return citizen.error();
  if (!*citizen) return false;
  const auto now = traits_of(store, **citizen);
  if (!now) return now.error();
  if (*now != before) return false;
  if (after.signs != before.signs && !after.signs.empty()) {
    // A pair that somebody has here already: the citizen keeps their own, and it goes back there.
    (void)store.people().change_signs(id, after.signs[0], second_of(after.signs));
  }
  if (after.access != before.access)
    if (const Status put = store.people().put_profile(id, to_json(after.access)); !put)
      return put.error();
  if (after.next_meeting != before.next_meeting)
    if (const Status put = store.people().put_next_meeting(id, after.next_meeting); !put)
      return put.error();
  return true;
}

Result<sync::Arrival> take_in(Store& store, const CitizenId& id,
                              const sync::KnownPatient& patient) {
  const auto erased = store.people().was_erased(id);
  if (!erased) return erased.error();
  if (*erased) return sync::Arrival::was_erased;
  const auto citizens = store.people().citizens();
  if (!citizens) return citizens.error();
  sync::KnownPatient known = patient;
  if (std::ranges::find(*citizens, id, &storage::Citizen::id) != citizens->end()) {
    known.traits = {};  // they have yet to agree
  } else {
    if (has_signs(*citizens, patient.traits.signs)) return sync::Arrival::signs_taken;
    if (const Status added = add(store, id, patient.traits); !added) return added.error();
  }
  if (const Status noted = store.people().put_patient(id, note_of(known)); !noted)
    return noted.error();
  return sync::Arrival::is_here;
}

}  // namespace aktiv::app
