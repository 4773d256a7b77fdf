// The range of offers: kept as FHIR, written to a table and back, and explained where it fits.
#include <gmock/gmock.h>

#include "kiosk/casefile/offers/demand.h"
#include "kiosk/casefile/offers/matching.h"
#include "kiosk/casefile/offers/offer_csv.h"
#include "kiosk/casefile/offers/offer_fhir.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Offer cafe() {
  Offer offer;
  offer.id = "1f0c1b1e-0000-4000-8000-000000000001";
  offer.name = "Café Solsiden; \"hos os\"";
  offer.text = "Vi bager\nog serverer";
  offer.provider = "social_enterprise";
  offer.forms = {"loentilskud", "praktik"};
  offer.cards = {"bage", "servere"};
  offer.themes = {"mad"};
  offer.conditions = {{"lyd", "a"}, {"andre", "both"}, {"laengde", "b"}};
  offer.support = "developing";
  offer.rungs = {"visit", "try"};
  offer.place = "Vestbyen, bus 12";
  offer.contact = "Bo, 12 34 56 78";
  offer.confirmed = "2026-11-03";
  offer.free_places = "to om tirsdagen";
  return offer;
}

Offer named(const char* name, std::vector<std::string> cards, std::vector<std::string> themes) {
  Offer offer = cafe();
  offer.id = name;
  offer.name = name;
  offer.cards = std::move(cards);
  offer.themes = std::move(themes);
  return offer;
}

TEST(Offers, ComeBackFromFhirAsTheyWere) {
  const auto back = read_offer(offer_resource(cafe(), false));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->offer, cafe());
  EXPECT_FALSE(back->is_closed);
  EXPECT_TRUE(read_offer(offer_resource(cafe(), true))->is_closed);
}

TEST(Offers, ComeBackFromATableAsTheyWere) {
  const auto read = read_offers_csv(offers_csv({cafe(), named("Bo", {}, {})}), built_in_content());
  EXPECT_THAT(read.faults, IsEmpty());
  ASSERT_THAT(read.offers, SizeIs(2));
  EXPECT_EQ(read.offers[0], cafe());
}

TEST(Offers, ATableWithCommasAndAnotherOrderIsRead) {
  const auto read = read_offers_csv("provider,name,cards\ncompany,Bageriet,\"bage servere\"\n",
                                    built_in_content());
  EXPECT_THAT(read.faults, IsEmpty());
  ASSERT_THAT(read.offers, SizeIs(1));
  EXPECT_THAT(read.offers[0].cards, ElementsAre("bage", "servere"));
}

TEST(Offers, WhatIsWrongInATableIsSaidByRowAndColumn) {
  const auto read = read_offers_csv(
      "name;provider;cards;conditions;confirmed\nA;company;zebra;lyd=c;3. maj\n;firma;;;\n",
      built_in_content());
  std::vector<std::string> where;
  for (const CsvFault& fault : read.faults)
    where.push_back(std::to_string(fault.line) + " " + fault.field);
  EXPECT_THAT(where, ElementsAre("2 cards", "2 conditions", "2 confirmed", "3 name", "3 provider"));
  EXPECT_THAT(read_offers_csv("navn\nA\n", built_in_content()).faults, SizeIs(3));
  EXPECT_THAT(read_offers_csv("", built_in_content()).faults, SizeIs(1));
  EXPECT_THAT(read_offers_csv("name;provider\n\xff;company\n", built_in_content()).faults,
              SizeIs(1));
}

TEST(Offers, NoCellIsAFormulaInASpreadsheet) {
  Offer sly = cafe();
  sly.name = "=HYPERLINK(\"x\")";
  const std::string csv = offers_csv({sly});
  EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK"));
  EXPECT_EQ(read_offers_csv(csv, built_in_content()).offers[0].name, sly.name);
}

TEST(Matching, ASharedCardStandsBeforeASharedThemeAndNothingIsCounted) {
  const Offer theme = named("A tema", {}, {"mad"});
  const Offer late = named("Z kort", {"bage"}, {});
  const Offer early = named("B kort", {"bage"}, {});
  const Offer other = named("Andet", {"have"}, {"natur"});
  const std::vector<const Offer*> offers = {&theme, &late, &other, &early};
  WishedFor wished;
  wished.cards = {{"jobs", "bage"}};
  wished.themes = {"mad"};
  std::vector<std::string> names;
  for (const Match& match : matches(offers, wished)) names.push_back(match.offer->name);
  EXPECT_THAT(names, ElementsAre("B kort", "Z kort", "A tema"));
}

TEST(Matching, EachMustIsMetNotMetOrNotKnown) {
  const Offer offer = cafe();
  const std::vector<const Offer*> offers = {&offer};
  WishedFor wished;
  wished.cards = {{"jobs", "bage"}};
  wished.musts = {
      {"conds", "lyd_a"}, {"conds", "laengde_a"}, {"conds", "krop_a"}, {"conds", "andre_b"}};
  const std::vector<Match> found = matches(offers, wished);
  std::vector<MustMet> met;
  for (const auto& [must, state] : found[0].musts) met.push_back(state);
  EXPECT_THAT(met, ElementsAre(MustMet::met, MustMet::not_met, MustMet::unknown, MustMet::met));
}

TEST(Matching, FreePlacesAndMustsPutNothingInFront) {
  Offer full = named("A", {"bage"}, {});
  full.free_places = "";
  full.conditions.clear();
  Offer free = named("B", {"bage"}, {});
  const std::vector<const Offer*> offers = {&free, &full};
  WishedFor wished;
  wished.cards = {{"jobs", "bage"}};
  wished.musts = {{"conds", "lyd_a"}};
  EXPECT_EQ(matches(offers, wished)[0].offer->name, "A");
}

class DemandTest : public CaseFileTest {};

TEST_F(DemandTest, FewerThanFiveAreNotShown) {
  const auto list = casefile_->database().write([&](Connection& db) -> Result<DemandList> {
    const std::string centre = centre_named(db, "Dagcenter Nord")->id;
    for (int i = 0; i < 5; ++i)
      keep_demand(db, casefile_->vault(), centre, {"bage", {"lyd_a"}, "2026-10"});
    for (int i = 0; i < 4; ++i)
      keep_demand(db, casefile_->vault(), centre, {"have", {}, i < 2 ? "2026-11" : "2026-12"});
    keep_demand(db, casefile_->vault(), centre, {"bage", {}, "2026-09"});
    return demand_list(db, casefile_->vault());
  });
  ASSERT_TRUE(list.has_value());
  ASSERT_THAT(list->lines, SizeIs(1));
  EXPECT_EQ(list->lines[0].quarter, "2026-4");
  EXPECT_EQ(list->lines[0].count, 5);
  EXPECT_EQ(list->hidden, 5);
}

}  // namespace
}  // namespace aktiv::casefile
