// The register in a browser, and what it means for a citizen.
#include <gmock/gmock.h>

#include "kiosk/casefile/offers/demand.h"
#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class OffersPageTest : public HeldTalksTest {
 protected:
  HttpResponse write(const std::string& name, const std::string& card, const std::string& theme) {
    get("/offers/new");
    return post("/offers/new", {{"name", name},
                                {"provider", "company"},
                                {"forms", "praktik"},
                                {"cards", card},
                                {"themes", theme},
                                {"condition-lyd", "a"},
                                {"contact", "Bo, 12 34 56 78"},
                                {"free_places", "en"}});
  }
  // Somebody whose dream is to bake.
  void dream_of_baking() {
    Submission said = held("min_droem", 2, now_ms_ - day_ms);
    for (AnswerRecord& answer : said.answers)
      if (answer.question == "t3_kort") answer.card = {"jobs", "bage"};
    send_talk(said);
  }
  std::string id_of(const std::string& name) {
    const std::string list = get("/offers").body;
    const size_t row = list.rfind("/offers/", list.find(">" + name + "<"));
    return list.substr(row + 8, 36);
  }
};

TEST_F(OffersPageTest, AnOfferIsWrittenFoundChangedAndClosed) {
  enter_as_mentor();
  EXPECT_EQ(header_of(write("Bageriet", "bage", "mad"), "Location"), "/offers");
  EXPECT_THAT(get("/offers?words=VIRKSOMHED+bageriet").body, HasSubstr("data-offer"));
  EXPECT_THAT(get("/offers?words=zebra").body, HasSubstr("Intet tilbud passer"));
  const std::string id = id_of("Bageriet");
  EXPECT_THAT(get("/offers/" + id).body,
              AllOf(HasSubstr("value=\"bage\" checked"), HasSubstr("value=\"a\" selected")));
  EXPECT_EQ(post("/offers/" + id,
                 {{"name", "Bageriet i byen"}, {"provider", "company"}, {"version", "1"}})
                .status,
            303);
  const auto late =
      post("/offers/" + id, {{"name", "Bageri"}, {"provider", "company"}, {"version", "1"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, AllOf(HasSubstr("Bageriet i byen"), HasSubstr("value=\"Bageri\"")));
  EXPECT_EQ(post("/offers/" + id + "/close", {{"version", "2"}}).status, 303);
  EXPECT_THAT(get("/offers").body, Not(HasSubstr("Bageriet i byen")));
}

TEST_F(OffersPageTest, AnOfferWithoutANameKeepsWhatWasWritten) {
  enter_as_mentor();
  const auto refused = write("", "bage", "mad");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Udfyld: Navn."), HasSubstr("Bo, 12 34 56 78")));
}

TEST_F(OffersPageTest, TheTableGoesOutAndComesInWholeOrNotAtAll) {
  enter_as_mentor();
  write("Bageriet", "bage", "mad");
  const auto table = get("/offers.csv");
  EXPECT_EQ(table.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(table.body, HasSubstr("\"Bageriet\""));
  get("/offers");
  const auto refused = post("/offers/import", {{"table", "name;provider\nA;company\nB;firma\n"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Række 3, provider"));
  EXPECT_THAT(get("/offers").body, Not(HasSubstr(">A<")));
  std::string changed = table.body;
  changed.replace(changed.find("Bageriet"), 8, "Bageren!");
  EXPECT_EQ(post("/offers/import", {{"table", changed}}).status, 303);
  EXPECT_THAT(get("/offers").body, AllOf(HasSubstr("Bageren!"), Not(HasSubstr("Bageriet"))));
}

TEST_F(OffersPageTest, WhatFitsACitizenIsExplainedByCardThemeAndMusts) {
  dream_of_baking();
  Submission best = held("saadan_bedst", 2, now_ms_ - day_ms, 2);
  for (AnswerRecord& answer : best.answers)
    if (answer.question == "t8_vigtig") answer.card = {"conds", "lyd_a"};
  send_talk(best);
  enter_as_mentor();
  write("Konditoriet", "servere", "mad");
  write("Bageriet", "bage", "mad");
  write("Planteskolen", "have", "natur");
  const std::string shown = get(at("/offers")).body;
  EXPECT_LT(shown.find("Bageriet"), shown.find("Konditoriet")) << "a shared card before a theme";
  EXPECT_THAT(shown,
              AllOf(HasSubstr("Deler opgave: "), HasSubstr("Deler tema: "), HasSubstr(": opfyldt"),
                    Not(HasSubstr("Planteskolen")), Not(HasSubstr("%"))));
  EXPECT_GT(shown.find("<dt>Pladser</dt>"), shown.find("<dt>Kontakt</dt>"));
  EXPECT_THAT(get(at()).body, HasSubstr("Tilbud, der passer"));
}

TEST_F(OffersPageTest, AWishWithoutAPlaceIsToldOnOnceAQuarterAndWithoutAName) {
  dream_of_baking();
  enter_as_mentor();
  EXPECT_THAT(get(at("/offers")).body, HasSubstr("Skriv i efterspørgsel: "));
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(header_of(post(at("/demand"), {{"card", "bage"}}), "Location"), at("/offers"));
  EXPECT_THAT(get(at("/offers")).body, HasSubstr("Skrevet i efterspørgsel i dette kvartal."));
  EXPECT_EQ(post(at("/demand"), {{"card", "have"}}).status, 404) << "not their wish";
  const auto list = casefile_->database().read(
      [&](Connection& db) { return demand_list(db, casefile_->vault()); });
  EXPECT_EQ(list->hidden, 1);
  EXPECT_THAT(get("/offers").body, HasSubstr("1 ønsker står i grupper under fem"));
}

TEST_F(OffersPageTest, NoKioskIsGivenTheRegister) {
  enter_as_mentor();
  write("Bageriet", "bage", "mad");
  EXPECT_EQ(json_of(ask("GET", "/fhir/HealthcareService"))["total"], 0);
}

TEST_F(OffersPageTest, TheRegisterIsTheSameForEveryCentre) {
  enter_as_mentor();
  write("Bageriet", "bage", "mad");
  const std::string id = id_of("Bageriet");
  enter_as_mentor("Dagcenter Syd");
  EXPECT_EQ(post("/offers/" + id, {{"name", "Bageriet"}, {"provider", "company"}, {"version", "1"}})
                .status,
            303);
}

TEST_F(OffersPageTest, EveryPageIsWholeHtml) {
  enter_as_mentor();
  dream_of_baking();
  write("Bageriet", "bage", "mad");
  for (const std::string& path : {std::string("/offers"), std::string("/offers/new"),
                                  "/offers/" + id_of("Bageriet"), at("/offers")}) {
    expect_whole_html(path);
    expect_whole_html(path + "?lang=en");
  }
}

}  // namespace
}  // namespace aktiv::casefile
