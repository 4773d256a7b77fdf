// The register of offers: the list, and one offer to write or change. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/casefile/offers/demand.h"
#include "kiosk/casefile/offers/offer_csv.h"
#include "kiosk/casefile/offers/register.h"
#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

// Reads the search from the address. `faults`: of a table that was not taken.
PageContent offers_page(const Visit& visit, const std::vector<KeptOffer>& offers,
                        const DemandList& demand, const std::vector<CsvFault>& faults);

struct OfferDraft {
  Offer offer;  // its id empty: a new one
  int64_t version = 0;
  std::vector<FormError> errors;
  std::optional<KeptOffer> theirs;  // somebody changed it meanwhile
};
OfferDraft offer_from_form(const Visit& visit);
PageContent offer_page(const Visit& visit, const OfferDraft& draft);

// Wishes without a place, counted; whose they are is not known.
Html demand_card(const Words& words, const DemandList& demand);

// Names of codes: "casefile.offer.<field>.<code>", and of cards.
std::string provider_words(const Words& words, const Offer& offer);
std::string cards_of_list(const Words& words, const char* list,
                          const std::vector<std::string>& ids);
std::string forms_words(const Words& words, const Offer& offer);

}  // namespace aktiv::casefile
