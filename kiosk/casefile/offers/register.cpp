#include "kiosk/casefile/offers/register.h"

#include <algorithm>

#include "dialogue/content/fold.h"
#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/casefile/offers/offer_fhir.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {
namespace {

constexpr const char* type = "HealthcareService";

Problem not_there() {
  return {404, "not-found", "there is no such offer", type, "an offer of the register"};
}

Result<std::optional<StoredResource>> stored_offer(Connection& db, const Vault& vault,
                                                   const std::string& id) {
  const auto ids = ids_with_identifier(db, type, {std::string(offer_system), id});
  if (ids.empty()) return std::optional<StoredResource>();
  return find_resource(db, vault, {type, ids.front()});
}

WriteContext context_of(OfferWriting& writing, const std::string& centre) {
  WriteContext context{writing.db, writing.vault, centre, "", writing.now_ms, {}};
  context.is_staff = true;
  return context;
}

Checked<KeptOffer> replace(OfferWriting& writing, const Offer& offer, int64_t version,
                           bool is_closed) {
  const auto stored = stored_offer(writing.db, writing.vault, offer.id);
  if (!stored) return internal_problem(stored.error());
  if (!*stored) return not_there();
  // Whichever centre wrote it first: the register is everybody's.
  WriteContext context = context_of(writing, (**stored).centre);
  Json json = *parse_json(offer_resource(offer, is_closed));
  json["id"] = (**stored).key.id;
  auto written = update_resource(context, (**stored).key, std::move(json), etag_of(version));
  if (!written) return written.problem();
  return KeptOffer{offer, written->version};
}

}  // namespace

Result<std::vector<KeptOffer>> open_offers(Connection& db, const Vault& vault) {
  std::vector<KeptOffer> offers;
  ResourceQuery query;
  query.type = type;
  query.sees_staffs = true;
  query.only_staffs = true;
  const Status done = for_each_resource(db, vault, query, [&](const StoredResource& stored) {
    auto read = read_offer(stored.body);
    if (!read) return Status(read.error());
    if (!read->is_closed) offers.push_back({std::move(read->offer), stored.version});
    return Status();
  });
  if (!done) return done.error();
  std::ranges::sort(offers, {}, [](const KeptOffer& one) { return folded(one.offer.name); });
  return offers;
}

Result<std::optional<KeptOffer>> find_offer(Connection& db, const Vault& vault,
                                            const std::string& id) {
  const auto stored = stored_offer(db, vault, id);
  if (!stored) return stored.error();
  if (!*stored) return std::optional<KeptOffer>();
  auto read = read_offer((**stored).body);
  if (!read) return read.error();
  return std::optional<KeptOffer>({std::move(read->offer), (**stored).version});
}

Checked<KeptOffer> write_offer(OfferWriting& writing, Offer offer) {
  if (offer.id.empty()) offer.id = random_uuid();
  WriteContext context = context_of(writing, writing.centre);
  auto written = create_resource(context, *parse_json(offer_resource(offer, false)), random_uuid());
  if (!written) return written.problem();
  return KeptOffer{std::move(offer), written->version};
}

Checked<KeptOffer> change_offer(OfferWriting& writing, const Offer& offer, int64_t version) {
  return replace(writing, offer, version, false);
}

MaybeProblem close_offer(OfferWriting& writing, const std::string& id, int64_t version) {
  const auto kept = find_offer(writing.db, writing.vault, id);
  if (!kept) return internal_problem(kept.error());
  if (!*kept) return not_there();
  const auto closed = replace(writing, (**kept).offer, version, true);
  if (!closed) return closed.problem();
  return std::nullopt;
}

}  // namespace aktiv::casefile
