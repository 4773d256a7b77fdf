#include "kiosk/app/outbox/citizen_traits.h"

#include <algorithm>
#include <sstream>

#include "dialogue/model/access_profile.h"

namespace aktiv::app {
namespace {

using storage::Store;

constexpr std::string_view patient_type = "Patient/";

std::vector<PictureId> signs_of(const storage::Citizen& citizen) {
  std::vector<PictureId> signs;
  if (!citizen.sign.empty()) signs.push_back(citizen.sign);
  if (!citizen.second_sign.empty()) signs.push_back(citizen.second_sign);
  return signs;
}

}  // namespace

std::string note_of(const sync::KnownPatient& patient) {
  std::string note = std::string(patient_type) + patient.id;
  for (const auto& sign : patient.traits.signs) note += "\n" + sign.value;
  return note + "\n" + to_json(patient.traits.access);
}

std::optional<sync::KnownPatient> patient_in(const std::optional<std::string>& note) {
  if (!note || !note->starts_with(patient_type)) return std::nullopt;
  std::istringstream lines(note->substr(patient_type.size()));
  sync::KnownPatient patient;
  std::getline(lines, patient.id);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with('{')) patient.traits.signs.emplace_back(line);
    if (const auto access = access_profile_from_json(line)) patient.traits.access = *access;
  }
  return patient;
}

Result<fhir::Traits> traits_of(Store& store, const storage::Citizen& citizen) {
  const auto line = store.people().profile(citizen.id);
  if (!line) return line.error();
  fhir::Traits traits{signs_of(citizen), {}};
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
    const PictureId second = after.signs.size() > 1 ? after.signs[1] : PictureId();
    // A pair that somebody has here already: the citizen keeps their own, and it goes back there.
    (void)store.people().change_signs(id, after.signs[0], second);
  }
  if (after.access != before.access)
    if (const Status put = store.people().put_profile(id, to_json(after.access)); !put)
      return put.error();
  return true;
}

}  // namespace aktiv::app
