#include "kiosk/app/citizen_signs.h"

namespace aktiv::app {
namespace {

Result<AccessProfile> access_of(storage::Store& store, const CitizenId& id) {
  const auto line = store.people().profile(id);
  if (!line) return line.error();
  if (!*line) return AccessProfile{};
  return access_profile_from_json(**line);
}

}  // namespace

CitizenSign sign_of(storage::Store& store, const storage::Citizen& citizen,
                    std::vector<Fault>& faults) {
  CitizenSign sign{citizen.id, citizen.sign, citizen.second_sign, citizen.has_lock, {}};
  if (auto access = access_of(store, citizen.id))
    sign.access = *access;
  else
    faults.push_back(access.error());
  return sign;
}

}  // namespace aktiv::app
