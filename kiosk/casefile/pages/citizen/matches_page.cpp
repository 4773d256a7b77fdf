// Offers that share something with what the citizen wishes, each with why; and wishes without one.
#include <algorithm>

#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/match_cards.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/casefile/pages/offers/offers_page.h"

namespace aktiv::casefile {
namespace {

constexpr int card_px = 40;
constexpr size_t most_in_summary = 3;

// Why it stands here: the card first, else the theme.
std::string why(const Words& words, const Match& match) {
  if (!match.cards.empty())
    return words.filled("match.card", {{"cards", card_names(words, match.cards)}});
  return words.filled("match.theme", {{"themes", cards_of_list(words, "themes", match.themes)}});
}

const char* key_of(MustMet met) {
  switch (met) {
    case MustMet::met:
      return "match.met";
    case MustMet::not_met:
      return "match.not_met";
    case MustMet::unknown:
      return "match.unknown";
  }
  return "";
}

Html musts_of(const Words& words, const Match& match) {
  Html list;
  for (const auto& [must, met] : match.musts)
    list += element("li", text(words.card(must) + ": ") + words(key_of(met)));
  return list.empty() ? Html() : element("ul", {{"class", "details"}}, list);
}

// The rest as plain facts; free places last.
Html facts_of(const Words& words, const Offer& offer) {
  Html list;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) list += element("dt", words(key)) + element("dd", text(value));
  };
  add("offer.provider", provider_words(words, offer));
  add("offer.forms", forms_words(words, offer));
  add("offer.text", offer.text);
  add("offer.place", offer.place);
  add("offer.contact", offer.contact);
  add("offer.confirmed", words.iso_day_words(offer.confirmed));
  add("offer.free_places", offer.free_places);
  return element("dl", list);
}

Html match_item(const Words& words, const Match& match) {
  return element("li", {{"data-offer", match.offer->id}},
                 element("h3", element("a", {{"href", "/offers/" + match.offer->id}},
                                       text(match.offer->name))) +
                     paragraph(text(why(words, match))) + musts_of(words, match) +
                     facts_of(words, *match.offer));
}

Html wishes_part(const Words& words, const WishedFor& wished) {
  return element("h3", words("match.wished")) +
         (wished.cards.empty() ? paragraph(words("match.no_wishes"), "muted")
                               : card_list(words, wished.cards, card_px)) +
         element("h3", words("conditions.musts")) +
         (wished.musts.empty() ? paragraph(words("conditions.no_musts"), "muted")
                               : card_list(words, wished.musts, card_px));
}

bool is_offered(const std::vector<Match>& found, const CardRef& card) {
  return std::ranges::any_of(found, [&](const Match& match) {
    return std::ranges::find(match.cards, card) != match.cards.end();
  });
}

Html demand_part(const Visit& visit, const CitizenView& view, const WishedFor& wished,
                 const std::vector<Match>& found) {
  const Words& words = visit.words;
  Html list;
  for (const CardRef& card : wished.cards) {
    if (is_offered(found, card)) continue;
    const Html name = card_with_name(words, card, card_px);
    list += element(
        "li",
        is_in_demand(view.folder.records, card.id, view.quarter)
            ? name + paragraph(words("demand.asked"), "muted")
            : name + post_form(
                         visit, view.address("/demand"),
                         hidden_input("card", card.id) +
                             button(text(words.filled("demand.ask", {{"card", words.card(card)}})),
                                    "quiet")));
  }
  if (list.empty()) return {};
  return card(
      "demand", words("demand.title"),
      paragraph(words("demand.explain"), "muted") + element("ul", {{"class", "plain"}}, list));
}

std::vector<const Offer*> offers_in(const CitizenView& view) {
  std::vector<const Offer*> offers;
  for (const KeptOffer& kept : view.offers) offers.push_back(&kept.offer);
  return offers;
}

}  // namespace

bool is_in_demand(const std::vector<KeptRecord>& records, const std::string& card,
                  const std::string& quarter) {
  return std::ranges::any_of(records, [&](const KeptRecord& kept) {
    return kept.record.form == "demand" && kept.record.value("card") == card &&
           kept.record.value("quarter") == quarter;
  });
}

Html match_summary_card(const Words& words, const CitizenView& view) {
  const WishedFor wished = wished_for(words.content(), view.folder.submissions);
  if (wished.empty()) return {};
  const auto found = matches(offers_in(view), wished);
  Html list;
  for (size_t i = 0; i < std::min(found.size(), most_in_summary); ++i)
    list += element("li", element("strong", text(found[i].offer->name)) +
                              text(" · " + why(words, found[i])) + musts_of(words, found[i]));
  return card(
      "offers", words("match.title"),
      (list.empty() ? paragraph(words("match.none")) : element("ul", {{"class", "plain"}}, list)) +
          paragraph(element("a", {{"href", view.address("/offers")}}, words("match.all"))));
}

PageContent matches_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const WishedFor wished = wished_for(words.content(), view.folder.submissions);
  const auto found = matches(offers_in(view), wished);
  Html list;
  for (const Match& match : found) list += match_item(words, match);
  const Html offers = card("offers", words("match.title"),
                           paragraph(words("match.explain"), "muted") +
                               (list.empty() ? paragraph(words("match.none"))
                                             : element("ul", {{"class", "plain"}}, list)));
  const Html side = card("wished", words("match.from"), wishes_part(words, wished)) +
                    demand_part(visit, view, wished, found);
  return citizen_frame(visit, view, Tab::offers,
                       element("div", {{"class", "columns"}}, offers + element("div", side)));
}

}  // namespace aktiv::casefile
