// A citizen as the dialogue knows them, from what lies in the store. On the store's thread.
#pragma once

#include <vector>

#include "dialogue/engine/intent.h"
#include "kiosk/storage/store.h"

namespace aktiv::app {

// How they use the kiosk comes with them, so that it is in force at the first touch. One that
// cannot be read is left as the kiosk is, and `faults` tell staff of it.
CitizenSign sign_of(storage::Store& store, const storage::Citizen& citizen,
                    std::vector<Fault>& faults);

}  // namespace aktiv::app
