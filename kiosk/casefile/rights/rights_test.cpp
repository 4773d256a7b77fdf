// Who sees what of whom, through the pages.
#include <gtest/gtest.h>

#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

class RightsTest : public HeldTalksTest {
 protected:
  void be_mentor(const std::string& name) { enter_as(name, StaffRole::mentor, "Dagcenter Nord"); }
  HttpResponse put_into_circle(const std::string& name, const std::string& as) {
    get(at("/people"));
    return post(at("/circle"), {{"account", account_id(name)}, {"as", as}});
  }
  Submission share_with(const std::vector<std::string>& readers, unsigned conversation) {
    Submission said = held("to_billeder", 1, now_ms_ - day_ms, conversation);
    said.readers = readers;
    send_talk(said);
    return said;
  }
};

TEST_F(RightsTest, UntilSomebodyIsTheMentorEveryMentorOfTheCentreMayBegin) {
  be_mentor("mette");
  EXPECT_TRUE(says(get("/citizens"), "Ikke valgt"));
  EXPECT_EQ(get(at()).status, 200);
  EXPECT_TRUE(says(get(at("/people")), "Ingen er skrevet som borgerens mentor endnu"));
}

TEST_F(RightsTest, AFolderIsItsMentorsAndNobodyElsesPagesLeadIntoIt) {
  const Submission said = share_with({}, 1);
  be_mentor("mette");
  EXPECT_EQ(put_into_circle("mette", "mentor").status, 303);
  EXPECT_EQ(get(at()).status, 200);

  be_mentor("jens");
  const auto list = get("/citizens");
  EXPECT_TRUE(says(list, "Andre mentorers borgere"));
  EXPECT_TRUE(says(list, "mette"));
  for (const std::string tail : {"", "/goals", "/people", "/sessions", "/exports", "/person"}) {
    const auto shown = get(at(tail));
    EXPECT_EQ(shown.status, 403) << tail;
    EXPECT_TRUE(says(shown, "En anden mentors borger")) << tail;
  }
  const std::string session = at("/sessions/" + said.id.value);
  for (const std::string tail : {"", "/poster.png", "/sheet.pdf"})
    EXPECT_EQ(get(session + tail).status, 403) << tail;
  EXPECT_EQ(get(at("/write/note")).status, 404);
  for (const std::string tail :
       {"/name", "/circle", "/everything", "/separate", "/demand", "/write/note"})
    EXPECT_EQ(post(at(tail), {{"name", "x"},
                              {"account", account_id("jens")},
                              {"as", "mentor"},
                              {"heading", "dreams"},
                              {"whose", "mentor"},
                              {"text", "x"}})
                  .status,
              404)
        << tail;
}

TEST_F(RightsTest, WhoStandsInWritesWhyAndTheCitizenCanBeShownIt) {
  be_mentor("mette");
  put_into_circle("mette", "mentor");
  be_mentor("jens");
  get(at());
  EXPECT_EQ(post(at("/join"), {{"why", " "}}).status, 422);
  EXPECT_EQ(post(at("/join"), {{"why", "vikar i uge 49"}}).status, 303);
  EXPECT_TRUE(says(get(at("/people")), "vikar i uge 49"));
  EXPECT_TRUE(says(get(at("/seen")), "jens er også blevet din mentor."));
  EXPECT_EQ(post(at("/join"), {{"why", "igen"}}).status, 404) << "they are one already";
}

TEST_F(RightsTest, AMentorOfAnotherCentreIsNotToldThatTheCitizenExists) {
  enter_as("susan", StaffRole::mentor, "Dagcenter Syd");
  EXPECT_EQ(get(at()).status, 404);
  get("/citizens");
  EXPECT_EQ(post(at("/join"), {{"why", "nysgerrig"}}).status, 404);
}

TEST_F(RightsTest, SomebodyInTheCircleSeesWhatIsSharedWithThemAndNothingElse) {
  const Submission own = share_with({"paedagog"}, 1);
  const Submission other = share_with({"ven"}, 2);
  const Submission secret = share_with({}, 3);
  made("eva", StaffRole::day_centre, "Dagcenter Nord");
  be_mentor("mette");
  get(at("/write/note"));
  post(at("/write/note"), {{"heading", "dreams"}, {"whose", "mentor"}, {"text", "kun for os"}});
  EXPECT_EQ(put_into_circle("eva", "paedagog").status, 303);

  enter(reset_of("eva"), "eva");
  EXPECT_EQ(get("/citizens").status, 403);
  EXPECT_TRUE(says(get("/shared"), "/shared/" + person_));
  const std::string shared = "/shared/" + person_;
  const auto page = get(shared);
  EXPECT_TRUE(says(page, own.id.value));
  EXPECT_FALSE(says(page, other.id.value));
  EXPECT_FALSE(says(page, secret.id.value));
  EXPECT_FALSE(says(page, "kun for os"));
  for (const std::string tail : {"", "/sheet.pdf"}) {
    EXPECT_EQ(get(shared + "/sessions/" + own.id.value + tail).status, 200) << tail;
    EXPECT_EQ(get(shared + "/sessions/" + other.id.value + tail).status, 404) << tail;
    EXPECT_EQ(get(shared + "/sessions/" + secret.id.value + tail).status, 404) << tail;
  }
  EXPECT_EQ(get(at()).status, 403) << "the folder itself stays closed";
  expect_whole_html(shared);
  expect_whole_html("/shared");
}

TEST_F(RightsTest, WhatSomebodyInTheCircleSawTheCitizenIsShown) {
  share_with({"forael"}, 1);
  made("karen", StaffRole::none);
  be_mentor("mette");
  put_into_circle("karen", "forael");
  enter(reset_of("karen"), "karen");
  get("/shared/" + person_);
  be_mentor("lone");
  EXPECT_TRUE(says(get(at("/seen")), "karen har set noget, du har delt."));
}

TEST_F(RightsTest, OutOfTheCircleNothingIsSeenAnyMore) {
  share_with({"forael"}, 1);
  made("karen", StaffRole::none);
  be_mentor("mette");
  put_into_circle("karen", "forael");
  get(at("/people"));
  EXPECT_EQ(
      post(at("/circle"), {{"account", account_id("karen")}, {"as", "forael"}, {"leave", "yes"}})
          .status,
      303);
  enter(reset_of("karen"), "karen");
  EXPECT_EQ(get("/shared/" + person_).status, 404);
  EXPECT_TRUE(says(get("/shared"), "Ingen borger har dig i sin kreds endnu."));
}

TEST_F(RightsTest, OnlyAMentorOfTheCentreCanBeTheMentor) {
  made("eva", StaffRole::day_centre, "Dagcenter Nord");
  made("susan", StaffRole::mentor, "Dagcenter Syd");
  be_mentor("mette");
  EXPECT_EQ(put_into_circle("eva", "mentor").status, 422);
  EXPECT_EQ(put_into_circle("susan", "mentor").status, 422);
  EXPECT_EQ(put_into_circle("mette", "nobody").status, 404);
  EXPECT_EQ(put_into_circle("mette", "mentor").status, 303);
}

TEST_F(RightsTest, WhereTheMentorsAccountIsClosedTheFolderIsNobodysAlone) {
  be_mentor("mette");
  put_into_circle("mette", "mentor");
  be_mentor("jens");
  EXPECT_EQ(get(at()).status, 403);
  const auto closed = casefile_->database().write([&](Connection& db) -> Status {
    close_account(db, account_id("mette"), now_ms_);
    return {};
  });
  ASSERT_TRUE(closed);
  EXPECT_EQ(get(at()).status, 200);
}

TEST_F(RightsTest, TwoFoldersThatBecomeOneKeepTheCirclesOfBoth) {
  const std::string other = send_conversation("Dagcenter Nord", 5);
  be_mentor("mette");
  put_into_circle("mette", "mentor");
  made("eva", StaffRole::day_centre, "Dagcenter Nord");
  get("/citizens/" + other + "/people");
  post("/citizens/" + other + "/circle", {{"account", account_id("eva")}, {"as", "paedagog"}});
  get(at("/person"));
  EXPECT_EQ(post(at("/merge"), {{"other", other}, {"sure", "yes"}}).status, 303);
  const auto people = get(at("/people"));
  EXPECT_TRUE(says(people, "Tag mette ud som Mentor"));
  EXPECT_TRUE(says(people, "Tag eva ud som"));
  expect_whole_html(at("/people"));
}

TEST_F(RightsTest, LeadersAndAdministratorsSeeCountsAndAccountsAndNoCitizen) {
  Account leader;
  leader.sign_in = leader.name = "lene";
  leader.is_leader = true;
  bool is_taken = false;
  enter(*casefile_->door().create(leader, is_taken), "lene");
  EXPECT_EQ(header_of(get("/"), "Location"), "/leader");
  EXPECT_EQ(get("/leader").status, 200);
  EXPECT_EQ(get("/leader.csv").status, 200);
  EXPECT_EQ(get("/evaluation").status, 200);
  EXPECT_EQ(get("/administration").status, 403);
  EXPECT_EQ(get("/citizens").status, 403);
  EXPECT_EQ(get(at()).status, 403);

  Account administrator;
  administrator.sign_in = administrator.name = "anders";
  administrator.is_administrator = true;
  enter(*casefile_->door().create(administrator, is_taken), "anders");
  EXPECT_EQ(get("/leader").status, 403);
  EXPECT_EQ(get("/leader.csv").status, 403);
  EXPECT_EQ(get("/evaluation").status, 403);
  EXPECT_EQ(get("/citizens").status, 403);
}

TEST_F(RightsTest, WhoeverHasNoRoleComesToWhatIsSharedAndToNoRegister) {
  enter_as("karen", StaffRole::none);
  EXPECT_EQ(header_of(get("/"), "Location"), "/shared");
  for (const std::string path :
       {"/citizens", "/offers", "/offers.csv", "/leader", "/administration"})
    EXPECT_EQ(get(path).status, 403) << path;
}

TEST_F(RightsTest, ChangedRightsCountFromTheNextPageOn) {
  made("jens", StaffRole::mentor, "Dagcenter Nord");
  enter(new_account("anders", "", true), "anders");
  const std::string address = "/administration/accounts/" + account_id("jens");
  expect_whole_html(address);
  EXPECT_EQ(post(address, {{"role", "mentor"}, {"centre", ""}}).status, 422);
  EXPECT_EQ(post(address, {{"role", "day_centre"}, {"centre", centre_id("Dagcenter Nord")}}).status,
            303);
  enter(reset_of("jens"), "jens");
  EXPECT_EQ(get("/citizens").status, 403);
  EXPECT_EQ(get("/offers").status, 200);
}

TEST_F(RightsTest, NobodyTakesTheirOwnAdministrationAway) {
  enter(new_account("anders", "", true), "anders");
  const std::string address = "/administration/accounts/" + account_id("anders");
  get(address);
  EXPECT_EQ(post(address, {{"role", "none"}, {"leader", "yes"}}).status, 422);
  EXPECT_EQ(post(address, {{"role", "none"}, {"administrator", "yes"}}).status, 303);
  EXPECT_EQ(get("/administration").status, 200);
  EXPECT_EQ(get("/leader").status, 403);
}

}  // namespace
}  // namespace aktiv::casefile
