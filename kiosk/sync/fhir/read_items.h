// Within this folder only: the items of a response back into answers and findings.
#pragma once

#include "dialogue/model/submission.h"
#include "kiosk/sync/fhir/items.h"

namespace aktiv::fhir {

// Fills everything that the items hold; says how many parts the session record has.
struct ReadItems {
  int record_parts = 0;
  std::optional<Fault> fault;
};
ReadItems read_items(const Json& resource, Submission& submission);
std::optional<Fault> read_items(const Json& resource, Observation& observation);

}  // namespace aktiv::fhir
