// The register as a table for spreadsheets (csv.h), and back. Lists stand in one cell, apart by
// spaces; conditions as "lyd=a kendte=both". Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/offers/offer.h"

namespace aktiv::casefile {

std::string offers_csv(const std::vector<Offer>& offers);

struct CsvFault {
  int line = 0;       // row of the table, 1 = the column names
  std::string field;  // column
  std::string expected;
};
struct ReadOffers {
  std::vector<Offer> offers;  // an empty id: a new one
  std::vector<CsvFault> faults;
};
ReadOffers read_offers_csv(const std::string& csv, const Content& content);

}  // namespace aktiv::casefile
