// One citizen's pages as a mentor meets them: over time, visits, people, talks looked for, posters.
#include <gmock/gmock.h>

#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CitizenPagesTest : public HeldTalksTest {
 protected:
  static CardRef job(const char* id) { return CardRef{"jobs", id}; }
  void offer_four() {
    cards_ = {job("bage"), job("passe_dyr"), job("have"), job("goere_rent")};
    order_ = cards_;
  }
};

TEST_F(CitizenPagesTest, HowWishesMovedStandsAsLinesAndAsATable) {
  offer_four();
  hold_and_send("to_billeder", 1, now_ms_ - 60 * day_ms, 1);
  order_ = {job("passe_dyr"), job("bage"), job("have"), job("goere_rent")};
  hold_and_send("to_billeder", 1, now_ms_ - 30 * day_ms, 2);
  enter_as_mentor();
  const std::string shown = get(at("/development")).body;
  EXPECT_THAT(shown, HasSubstr("To billeder, To billeder"));
  EXPECT_THAT(shown, AllOf(HasSubstr("line line-0"), HasSubstr("line line-3")));
  EXPECT_THAT(shown, HasSubstr("<td>valgt 6 af 6 gange</td>"));
  EXPECT_THAT(shown, HasSubstr("Vis som tabel"));
  EXPECT_LT(shown.find(">Passe dyr<"), shown.find(">Bage")) << "the newest wish stands first";
}

TEST_F(CitizenPagesTest, TalksAskedInAnotherWayAreNeverInOneLine) {
  offer_four();
  hold_and_send("to_billeder", 1, now_ms_ - 60 * day_ms, 1);
  hold_and_send("to_billeder", 2, now_ms_ - 30 * day_ms, 2);
  enter_as_mentor();
  const std::string shown = get(at("/development")).body;
  EXPECT_THAT(shown, HasSubstr("ikke to samtaler endnu"));
  EXPECT_THAT(shown, Not(HasSubstr("polyline")));
}

TEST_F(CitizenPagesTest, AVisitIsToldWithItsFaceItsChipsAndWhoPressed) {
  cards_ = {job("bage")};
  order_ = {job("bage"), CardRef{"chips", "folk"}, CardRef{"chips", "opgaven"}};
  hold_and_send("saadan_var_det", 2, now_ms_ - day_ms);
  enter_as_mentor();
  const std::string shown = get(at("/visits")).body;
  EXPECT_THAT(shown, AllOf(HasSubstr("Det var godt"), HasSubstr("/pictures/smiley3/"),
                           HasSubstr("Borgeren trykkede."), HasSubstr("Sagt tilbage."),
                           HasSubstr("/pictures/jobs/bage.png")));
  EXPECT_THAT(shown, HasSubstr("Set i praksis")) << "the mentor's view has a field of its own";
}

TEST_F(CitizenPagesTest, WhoMayComeToMeetingsStandsApartFromWhoIsNear) {
  hold_and_send("mine_mennesker", 2, now_ms_ - day_ms);
  enter_as_mentor();
  const std::string shown = get(at("/people")).body;
  EXPECT_THAT(shown, AllOf(HasSubstr("Mine mennesker"), HasSubstr("Må komme med til møder"),
                           HasSubstr("Kun borger og mentor må se svarene.")));
}

TEST_F(CitizenPagesTest, WhatWasSharedIsToldTalkByTalk) {
  Submission said = held("mine_mennesker", 2, now_ms_ - day_ms);
  said.readers = {"mor"};
  send_talk(said);
  enter_as_mentor();
  const std::string shown = get(at("/people")).body;
  EXPECT_THAT(shown, HasSubstr("Må også se det"));
  EXPECT_THAT(shown, Not(HasSubstr("Kun borger og mentor må se svarene.")));
}

TEST_F(CitizenPagesTest, TheCoreOfTheDreamAndTheTwoMustsAreToldFirst) {
  hold_and_send("min_droem", 3, now_ms_ - day_ms, 1);
  hold_and_send("saadan_bedst", 2, now_ms_ - day_ms, 2);
  enter_as_mentor();
  const std::string shown = get(at()).body;
  EXPECT_THAT(shown, HasSubstr("Kernen i drømmen"));
  EXPECT_THAT(shown, HasSubstr("De to vigtigste: de skal være der"));
  EXPECT_LT(shown.find("De to vigtigste"), shown.find("Også valgt"));
}

TEST_F(CitizenPagesTest, AnEarlierDreamIsKeptBesideTheNewest) {
  const Submission first = hold_and_send("min_droem", 3, now_ms_ - 90 * day_ms, 1);
  hold_and_send("min_droem", 3, now_ms_ - day_ms, 2);
  enter_as_mentor();
  const std::string shown = get(at()).body;
  EXPECT_GT(shown.find(first.id.value), shown.find("Tidligere drømme"));
}

TEST_F(CitizenPagesTest, YearsOfVisitsAreShownAYearAtATime) {
  const auto visited = [&](int days_ago, unsigned conversation) {
    return "data-submission=\"" +
           hold_and_send("saadan_var_det", 2, now_ms_ - days_ago * day_ms, conversation).id.value;
  };
  const std::string old = visited(900, 1);
  const std::string newer = visited(1, 2);
  enter_as_mentor();
  const std::string lately = get(at("/visits")).body;
  EXPECT_THAT(lately, AllOf(HasSubstr(newer), Not(HasSubstr(old))));
  EXPECT_THAT(lately, HasSubstr("De sidste tolv måneder"));
  EXPECT_THAT(get(at("/visits?year=2024")).body, AllOf(HasSubstr(old), Not(HasSubstr(newer))));
  EXPECT_THAT(get(at("/visits?year=all")).body, AllOf(HasSubstr(old), HasSubstr(newer)));
  EXPECT_THAT(get(at("/visits?year=2025")).body, HasSubstr("Intet i den tid."));
  EXPECT_THAT(get(at("/visits?year=%3Cb")).body, AllOf(HasSubstr(newer), Not(HasSubstr(old))));
}

TEST_F(CitizenPagesTest, AFewMonthsAreShownWhole) {
  hold_and_send("saadan_var_det", 2, now_ms_ - 90 * day_ms, 1);
  hold_and_send("saadan_var_det", 2, now_ms_ - day_ms, 2);
  enter_as_mentor();
  EXPECT_THAT(get(at("/visits")).body, Not(HasSubstr("tolv måneder")));
}

TEST_F(CitizenPagesTest, TalksAreFoundByWordsAcrossYears) {
  offer_four();
  const Submission old = hold_and_send("to_billeder", 1, now_ms_ - 900 * day_ms, 1);
  const Submission other = hold_and_send("mine_mennesker", 2, now_ms_ - day_ms, 2);
  enter_as_mentor();
  const std::string found = get(at("/sessions?words=BAGE")).body;
  EXPECT_THAT(found, HasSubstr("data-submission=\"" + old.id.value));
  EXPECT_THAT(found, Not(HasSubstr("data-submission=\"" + other.id.value)));
  EXPECT_THAT(found, HasSubstr("Fundet i"));
  EXPECT_THAT(get(at("/sessions?words=bage+zebra")).body, HasSubstr("Ingen samtaler passer."));
}

TEST_F(CitizenPagesTest, TalksAreFoundByToolAndDays) {
  offer_four();
  const Submission old = hold_and_send("to_billeder", 1, now_ms_ - 900 * day_ms, 1);
  const Submission newer = hold_and_send("to_billeder", 1, now_ms_ - day_ms, 2);
  enter_as_mentor();
  const std::string found = get(at("/sessions?tool=to_billeder&from=2026-01-01&to=")).body;
  EXPECT_THAT(found, HasSubstr("data-submission=\"" + newer.id.value));
  EXPECT_THAT(found, Not(HasSubstr("data-submission=\"" + old.id.value)));
  const auto wrong = get(at("/sessions?from=i+g%C3%A5r"));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("Skriv dagen som 2026-11-22."));
}

TEST_F(CitizenPagesTest, ManyTalksComeInPagesThatKeepWhatWasAskedFor) {
  for (unsigned i = 0; i < 27; ++i)
    hold_and_send("mine_mennesker", 2, now_ms_ - (i + 1) * day_ms, i + 1);
  enter_as_mentor();
  const std::string first = get(at("/sessions?tool=mine_mennesker")).body;
  EXPECT_THAT(first, HasSubstr("side 1 af 2"));
  EXPECT_THAT(first, HasSubstr("/sessions?tool=mine_mennesker&amp;page=2"));
  EXPECT_THAT(get(at("/sessions?page=2")).body, HasSubstr("side 2 af 2"));
  EXPECT_THAT(get(at("/sessions?page=99")).body, HasSubstr("side 2 af 2"));
}

TEST_F(CitizenPagesTest, ThePosterIsDrawnFromTheScreenThatTheCitizenSaw) {
  const Submission said = hold_and_send("mine_mennesker", 2, now_ms_ - day_ms);
  enter_as_mentor();
  const auto drawn = get(at("/sessions/" + said.id.value + "/poster.png"));
  EXPECT_EQ(drawn.status, 200);
  EXPECT_EQ(drawn.content_type, "image/png");
  EXPECT_EQ(drawn.body, "poster of t7_slut");
  EXPECT_THAT(get(at("/people")).body, HasSubstr("/poster.png"));
  EXPECT_THAT(get(at("/person")).body, HasSubstr("Så plakaten"));
}

TEST_F(CitizenPagesTest, WhatNeverHadAPosterShowsNone) {
  Submission said = held("mine_mennesker", 2, now_ms_ - day_ms);
  said.session_record.clear();
  send_talk(said);
  enter_as_mentor();
  EXPECT_EQ(get(at("/sessions/" + said.id.value + "/poster.png")).status, 404);
  EXPECT_THAT(get(at("/sessions/" + said.id.value)).body, Not(HasSubstr("poster.png")));
}

TEST_F(CitizenPagesTest, TheSheetHoldsAllTalksOfItsConversation) {
  const Submission first = hold_and_send("min_droem", 3, now_ms_ - 2 * day_ms, 1);
  hold_and_send("saadan_bedst", 2, now_ms_ - 2 * day_ms + 600'000, 1);
  hold_and_send("mine_mennesker", 2, now_ms_ - day_ms, 2);
  enter_as_mentor();
  const auto drawn = get(at("/sessions/" + first.id.value + "/sheet.pdf"));
  EXPECT_EQ(drawn.status, 200);
  EXPECT_EQ(drawn.content_type, "application/pdf");
  EXPECT_EQ(drawn.body, "sheet of min_droem saadan_bedst with signs/sunflower");
  EXPECT_THAT(get(at("/sessions/" + first.id.value)).body, HasSubstr("Sagt i samme samtale"));
}

TEST_F(CitizenPagesTest, AnotherCentreMeetsNoneOfThePages) {
  const Submission said = hold_and_send("mine_mennesker", 2, now_ms_ - day_ms);
  enter_as_mentor("Dagcenter Syd");
  for (const std::string& tail :
       {std::string("/development"), std::string("/visits"), std::string("/people"),
        std::string("/sessions"), std::string("/person"), "/sessions/" + said.id.value,
        "/sessions/" + said.id.value + "/poster.png", "/sessions/" + said.id.value + "/sheet.pdf",
        std::string("/write/note?heading=dreams"), std::string("/goals")})
    EXPECT_EQ(get(at(tail)).status, 404) << tail;
}

}  // namespace
}  // namespace aktiv::casefile
