// An offer as FHIR R4 HealthcareService, and back. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"
#include "kiosk/casefile/offers/offer.h"

namespace aktiv::casefile {

inline constexpr std::string_view offer_system = "urn:aktiv-dialog:offer";

// is_closed: kept, and offered no more (active = false).
std::string offer_resource(const Offer& offer, bool is_closed);
struct ReadOffer {
  Offer offer;
  bool is_closed = false;
};
Result<ReadOffer> read_offer(std::string_view resource);

}  // namespace aktiv::casefile
