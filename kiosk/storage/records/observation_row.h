// A mentor's observation as a row and back.
#pragma once

#include "kiosk/storage/people.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

SealedObservation observation_of(const Row& row);
Row row_of(const SealedObservation& observation, const KeyId& citizen_key);
// What was seen in a conversation goes when the conversation goes.
void erase_observations_about(Shelf& shelf, const std::string& citizen,
                              const std::string& conversation);

}  // namespace aktiv::storage
