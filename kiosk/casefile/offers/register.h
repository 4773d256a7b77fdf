// The register of offers: free functions over a Connection, inside Database::read or
// Database::write. One for the whole case file: every centre's mentors read and write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/offers/offer.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

struct KeptOffer {
  Offer offer;
  int64_t version = 1;
};

struct OfferWriting {
  Connection& db;
  const Vault& vault;
  std::string centre;  // of whoever writes
  int64_t now_ms = 0;
};

// Those that are offered, by name.
Result<std::vector<KeptOffer>> open_offers(Connection& db, const Vault& vault);
// Closed ones too.
Result<std::optional<KeptOffer>> find_offer(Connection& db, const Vault& vault,
                                            const std::string& id);

// An empty id is filled with a new one.
Checked<KeptOffer> write_offer(OfferWriting& writing, Offer offer);
// 412: somebody changed it since that version.
Checked<KeptOffer> change_offer(OfferWriting& writing, const Offer& offer, int64_t version);
MaybeProblem close_offer(OfferWriting& writing, const std::string& id, int64_t version);

}  // namespace aktiv::casefile
