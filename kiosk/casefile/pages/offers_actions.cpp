// The register of offers: who may read and write it, and what a form does. And wishes without an
// offer, told on without a name.
#include <algorithm>

#include "kiosk/casefile/offers/demand.h"
#include "kiosk/casefile/offers/matching.h"
#include "kiosk/casefile/pages/citizen/match_cards.h"
#include "kiosk/casefile/pages/offers/offers_page.h"
#include "kiosk/casefile/pages/pages.h"

namespace aktiv::casefile {
HttpResponse Pages::offers(Visit& visit, const std::vector<std::string>& parts) {
  const bool is_post = visit.request.method == "POST";
  if (parts.size() == 1 && !is_post) return offer_list(visit, {});
  if (parts.size() == 2 && parts[1] == "import" && is_post) return import_offers(visit);
  if (parts.size() == 2 && is_post) return write_offer_of(visit, parts[1]);
  if (parts.size() == 3 && parts[2] == "close" && is_post) return close_offer_of(visit, parts[1]);
  if (parts.size() != 2 || is_post) return not_here(visit);
  if (parts[1] == "new") return page(visit, offer_page(visit, {}));
  const auto kept =
      database_.read([&](Connection& db) { return find_offer(db, vault_, parts[1]); });
  if (!kept) return failed(visit, kept.error());
  if (!*kept) return not_here(visit);
  return page(visit, offer_page(visit, {(**kept).offer, (**kept).version, {}, {}}));
}

HttpResponse Pages::offer_list(const Visit& visit, const std::vector<CsvFault>& faults) {
  const auto all = database_.read([&](Connection& db) { return open_offers(db, vault_); });
  if (!all) return failed(visit, all.error());
  const auto demand = database_.read([&](Connection& db) { return demand_list(db, vault_); });
  if (!demand) return failed(visit, demand.error());
  return page(visit, offers_page(visit, *all, *demand, faults));
}

HttpResponse Pages::export_offers(const Visit& visit) {
  const auto all = database_.read([&](Connection& db) { return open_offers(db, vault_); });
  if (!all) return failed(visit, all.error());
  std::vector<Offer> offers;
  for (const KeptOffer& kept : *all) offers.push_back(kept.offer);
  return {200,
          "text/csv; charset=utf-8",
          offers_csv(offers),
          {{"Content-Disposition", "attachment; filename=\"tilbud.csv\""}}};
}

// All rows or none: half a table would leave nobody knowing what is in the register.
HttpResponse Pages::import_offers(Visit& visit) {
  const ReadOffers read = read_offers_csv(visit.value("table"), content_);
  if (!read.faults.empty() || read.offers.empty())
    return offer_list(
        visit, read.faults.empty() ? std::vector<CsvFault>{{2, "name", "a row"}} : read.faults);
  const auto done = database_.write([&](Connection& db) -> Status {
    OfferWriting writing{db, vault_, visit.account->centre, clock_()};
    for (const Offer& offer : read.offers) {
      const auto stands = find_offer(db, vault_, offer.id);
      if (!stands) return stands.error();
      const auto kept =
          *stands ? change_offer(writing, offer, (**stands).version) : write_offer(writing, offer);
      if (!kept) return fault_from(kept.problem());
    }
    log_access(db, visit.account->id, visit.account->centre, "imported_offers", "",
               std::to_string(read.offers.size()), clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  return redirect("/offers");
}

HttpResponse Pages::write_offer_of(Visit& visit, const std::string& id) {
  OfferDraft draft = offer_from_form(visit);
  const bool is_new = id == "new";
  if (!is_new) draft.offer.id = id;
  if (!draft.errors.empty()) return page(visit, offer_page(visit, draft));
  bool is_here = true;
  const auto done = database_.write([&](Connection& db) -> Status {
    OfferWriting writing{db, vault_, visit.account->centre, clock_()};
    const auto kept = is_new ? write_offer(writing, draft.offer)
                             : change_offer(writing, draft.offer, draft.version);
    if (kept) return {};
    is_here = kept.problem().status != 404;
    if (kept.problem().status != 412)
      return is_here ? Status(fault_from(kept.problem())) : Status();
    auto stands = find_offer(db, vault_, id);
    if (!stands) return stands.error();
    draft.theirs = std::move(*stands);
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (!is_here) return not_here(visit);
  if (!draft.theirs) return redirect("/offers");
  draft.version = draft.theirs->version;
  return page(visit, offer_page(visit, draft));
}

HttpResponse Pages::close_offer_of(Visit& visit, const std::string& id) {
  const int64_t version = offer_from_form(visit).version;
  std::optional<Problem> problem;
  const auto done = database_.write([&](Connection& db) -> Status {
    OfferWriting writing{db, vault_, visit.account->centre, clock_()};
    problem = close_offer(writing, id, version);
    return {};
  });
  if (!done) return failed(visit, done.error());
  if (problem && problem->status == 404) return not_here(visit);
  if (problem && problem->status != 412) return failed(visit, fault_from(*problem));
  return redirect(problem ? "/offers/" + id : "/offers");  // changed meanwhile: seen first
}

// The wish goes on without a name; that it was told stands in the citizen's own folder, so that it
// is told once a quarter.
HttpResponse Pages::ask_for(Visit& visit, const std::string& person) {
  const std::string card = visit.value("card");
  const std::string month = visit.words.iso_day(clock_()).substr(0, 7);
  const std::string quarter = quarter_of(month);
  bool is_here = false;
  const auto done = database_.write([&](Connection& db) -> Status {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return {};
    const auto folder = folder_of(db, vault_, forms_, **found);
    if (!folder) return folder.error();
    const WishedFor wished = wished_for(content_, folder->submissions);
    is_here = std::ranges::find(wished.cards, CardRef{"jobs", card}) != wished.cards.end();
    const bool is_told = is_in_demand(folder->records, card, quarter);
    if (!is_here || is_told) return {};
    StaffWriting writing{db, vault_, forms_, **found, visit.account->id, clock_()};
    Record record;
    record.form = "demand";
    record.values = {{"card", card}, {"quarter", quarter}};
    const auto kept = write_record(writing, record);
    if (!kept) return fault_from(kept.problem());
    Demand demand{card, {}, month};
    for (const CardRef& must : wished.musts) demand.musts.push_back(must.id);
    std::ranges::sort(demand.musts);
    keep_demand(db, vault_, visit.account->centre, demand);
    log_access(db, visit.account->id, visit.account->centre, "asked_for", person, "", clock_());
    return {};
  });
  if (!done) return failed(visit, done.error());
  return is_here ? redirect("/citizens/" + person + "/offers") : not_here(visit);
}

}  // namespace aktiv::casefile
