// What a day centre sees of those who come, through its page.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/casefile/support/held_talks.h"
#include "kiosk/sync/fhir/kept.h"

namespace aktiv::casefile {
namespace {

class DayTest : public HeldTalksTest {
 protected:
  void be_mentor() { enter_as_mentor(); }
  void be_staff(const std::string& name = "eva") {
    if (!staff_.insert(name).second) return enter(reset_of(name), name);
    enter_as(name, StaffRole::day_centre, "Dagcenter Nord");
  }
  // As the mentor writes it with the citizen.
  HttpResponse let_the_day_centre_see(const std::string& name) {
    get(at("/people"));
    return post(at("/write/day_centre_sees"), {{"name", name}, {"yes", "pegede på ja"}});
  }
  HttpResponse expect_on(const std::string& day, const std::string& time = "9.30") {
    get(at("/course"));
    return post(at("/write/visit"),
                {{"day", day}, {"time", time}, {"place", "Værkstedet"}, {"kind", "try"}});
  }
  HttpResponse write_at_day_centre(const std::string& form, Fields fields) {
    get(guest());
    fields.emplace_back("day", today);
    return post(guest("/write/" + form), fields);
  }
  std::string guest(const std::string& tail = "") const { return "/day/" + person_ + tail; }

  // What kiosks were told of changes that wait, oldest first.
  std::vector<Observation> told() {
    std::vector<Observation> all;
    const auto list =
        json_of(ask("GET", "/fhir/QuestionnaireResponse?_count=50&subject=Patient/" + patient_));
    for (const auto& entry : list["entry"]) {
      const auto said = fhir::read_kept(entry["resource"].dump());
      const auto* seen = std::get_if<Observation>(&said);
      if (seen != nullptr && seen->suggestions) all.push_back(*seen);
    }
    std::ranges::stable_sort(all, {}, &Observation::at_ms);
    return all;
  }

  static constexpr const char* today = "2026-11-22";
  std::set<std::string> staff_;
};

TEST_F(DayTest, TheDayCentreSeesAFirstNameOnlyAfterTheCitizensYes) {
  be_mentor();
  post(at("/name"), {{"name", "Ib Hansen"}});
  EXPECT_EQ(expect_on(today).status, 303);
  be_staff();
  EXPECT_EQ(header_of(get("/"), "Location"), "/day");
  const auto before = get("/day");
  EXPECT_TRUE(says(before, "1 gæst mere kommer"));
  EXPECT_FALSE(says(before, "Ib"));
  EXPECT_FALSE(says(before, person_));
  EXPECT_EQ(get(guest()).status, 404);

  be_mentor();
  EXPECT_EQ(let_the_day_centre_see("Ib").status, 303);
  be_staff();
  const auto after = get("/day");
  EXPECT_TRUE(says(after, ">Ib<"));
  EXPECT_TRUE(says(after, "9.30 · Værkstedet · Prøve"));
  EXPECT_FALSE(says(after, "Hansen"));
  EXPECT_FALSE(says(after, "gæst mere"));
  expect_whole_html("/day");
  expect_whole_html(guest());
}

TEST_F(DayTest, WhenTheYesIsTakenOutNothingIsSeenAnyMore) {
  be_mentor();
  let_the_day_centre_see("Ib");
  expect_on(today);
  const std::string people = get(at("/people")).body;
  const std::string mark = "/records/";
  const std::string record = people.substr(people.find(mark) + mark.size(), 36);
  get(at("/records/" + record));
  EXPECT_EQ(post(at("/records/" + record + "/take-out"), {{"version", "1"}}).status, 303);
  be_staff();
  EXPECT_FALSE(says(get("/day"), ">Ib<"));
  EXPECT_EQ(get(guest()).status, 404);
  EXPECT_EQ(get(guest("/write/day_seen")).status, 404);
}

TEST_F(DayTest, TwoFoldersThatBecameOneShowTheNameThatWasWrittenLast) {
  be_mentor();
  let_the_day_centre_see("Ib");
  expect_on(today);
  const std::string other = send_conversation("Dagcenter Nord", 5);
  now_ms_ += 1000;
  get("/citizens/" + other + "/people");
  post("/citizens/" + other + "/write/day_centre_sees", {{"name", "Ibber"}, {"yes", "ja"}});
  get(at("/person"));
  EXPECT_EQ(post(at("/merge"), {{"other", other}, {"sure", "yes"}}).status, 303);
  be_staff();
  EXPECT_TRUE(says(get("/day"), ">Ibber<"));
  EXPECT_TRUE(says(get(guest()), "<h1>Ibber</h1>"));
}

TEST_F(DayTest, EachDayHasItsOwnVisitors) {
  be_mentor();
  let_the_day_centre_see("Ib");
  expect_on("2026-11-23");
  be_staff();
  const auto now = get("/day");
  EXPECT_TRUE(says(now, "Ingen af dem kommer denne dag."));
  EXPECT_TRUE(says(now, "/day?day=2026-11-23"));
  EXPECT_TRUE(says(get("/day?day=2026-11-23"), ">Ib<"));
  EXPECT_TRUE(says(get("/day?day=no-day"), "22. nov. 2026"));
}

TEST_F(DayTest, SomebodyWhoWasNotExpectedIsPutOnTheDay) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff();
  get("/day");
  EXPECT_EQ(post("/day/visits", {{"day", today}, {"person", person_}, {"time", "10"}}).status, 303);
  EXPECT_TRUE(says(get("/day"), "10 · Almindelig dag"));
  EXPECT_EQ(post("/day/visits", {{"day", today}, {"person", "nobody"}}).status, 404);
  EXPECT_EQ(
      post("/day/visits", {{"day", today}, {"person", person_}, {"time", std::string(300, 'x')}})
          .status,
      422);
}

TEST_F(DayTest, WhatStaffSawStandsWithTheMentorBesideTheCitizensFaces) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff();
  EXPECT_EQ(write_at_day_centre("day_seen", {{"took_part", "some"},
                                             {"breaks", "many"},
                                             {"help", "some"},
                                             {"mood", "tired"},
                                             {"text", "Gik selv hen til ovnen"}})
                .status,
            303);
  const auto own = get(guest());
  EXPECT_TRUE(says(own, "Gik selv hen til ovnen"));
  EXPECT_TRUE(says(own, "Træt"));
  be_mentor();
  const auto visits = get(at("/visits"));
  EXPECT_TRUE(says(visits, "Gik selv hen til ovnen"));
  EXPECT_TRUE(says(visits, "skrevet af eva"));
}

TEST_F(DayTest, ASuggestionIsToldToKiosksUntilItIsAnswered) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff();
  EXPECT_EQ(write_at_day_centre("change", {{"what", "Kortere dage."}}).status, 303);
  ASSERT_EQ(told().size(), 1U);
  ASSERT_EQ(told()[0].suggestions->size(), 1U);
  const Suggestion change = told()[0].suggestions->front();
  EXPECT_EQ(change.words, "Kortere dage");
  EXPECT_EQ(told()[0].citizen, citizen_);
  const auto too_long = write_at_day_centre(
      "change", {{"what", "Et to tre fire fem seks syv otte ni ti elleve tolv tretten"}});
  EXPECT_EQ(too_long.status, 422);
  EXPECT_TRUE(says(too_long, "Højst 12"));

  be_mentor();
  now_ms_ += 1000;
  get(at("/goals"));
  EXPECT_EQ(post(at("/write/change_answer"), {{"about", change.id}, {"day", today}, {"said", "no"}})
                .status,
            303);
  ASSERT_EQ(told().size(), 2U);
  EXPECT_TRUE(told()[1].suggestions->empty());
}

TEST_F(DayTest, WhatTheCitizenAnswersOnAKioskStandsByTheSuggestion) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff();
  write_at_day_centre("change", {{"what", "Kortere dage"}});
  const Suggestion change = told().back().suggestions->front();
  Submission said = held("hvordan_gaar_det", 2, now_ms_);
  AnswerRecord yes;
  yes.number = static_cast<int>(said.answers.size()) + 1;
  yes.question = "t11_foreslag";
  yes.places = {"andet", "proeve", "som_nu"};
  yes.choice = Choice::place;
  yes.place = "proeve";
  yes.at_ms = said.finished_ms;
  yes.suggestion = change;
  said.answers.push_back(yes);
  said.readers.clear();
  send_talk(said);
  EXPECT_TRUE(says(get(guest()), "Tæller ikke endnu")) << "the talk is not shared with them";

  be_mentor();
  const auto goals = get(at("/goals"));
  EXPECT_TRUE(says(goals, "Tæller: borgeren har sagt ja."));
  EXPECT_TRUE(says(goals, "“Kortere dage” – Prøve det"));
  EXPECT_TRUE(says(get(at("/sessions/" + said.id.value)), "Her er et forslag: “Kortere dage”"));
  expect_whole_html(at("/goals"));

  said.id = SubmissionId(random_uuid());
  said.readers = {"paedagog"};
  send_talk(said);
  get(at("/people"));
  post(at("/circle"), {{"account", account_id("eva")}, {"as", "paedagog"}});
  be_staff();
  const auto shared = get(guest());
  EXPECT_TRUE(says(shared, "Tæller: borgeren har sagt ja."));
  EXPECT_TRUE(says(shared, "/shared/" + person_ + "/sessions/" + said.id.value));
}

TEST_F(DayTest, ASuggestionCountsWhenTheCitizenHasSaidYes) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff();
  EXPECT_EQ(
      write_at_day_centre("change", {{"what", "Kortere dage"}, {"why", "Bliver træt"}}).status,
      303);
  EXPECT_TRUE(says(get(guest()), "Tæller ikke endnu"));
  EXPECT_FALSE(says(get(guest()), "Skriv, hvad borgeren sagde")) << "that is the mentor's";
  EXPECT_EQ(get(guest("/write/change_answer")).status, 404);

  be_mentor();
  const std::string goals = get(at("/goals")).body;
  EXPECT_NE(goals.find("Kortere dage"), std::string::npos);
  const std::string mark = "/write/change_answer?about=";
  const size_t at_mark = goals.find(mark);
  ASSERT_NE(at_mark, std::string::npos);
  const std::string change = goals.substr(at_mark + mark.size(), 36);
  EXPECT_EQ(
      post(at("/write/change_answer"),
           {{"about", change}, {"day", today}, {"said", "yes"}, {"words", "ja, men kun mandag"}})
          .status,
      303);
  EXPECT_TRUE(says(get(at("/goals")), "Tæller: borgeren har sagt ja."));
  be_staff();
  const auto told = get(guest());
  EXPECT_TRUE(says(told, "Tæller: borgeren har sagt ja."));
  EXPECT_FALSE(says(told, "kun mandag")) << "the citizen's words are for their mentor";
}

TEST_F(DayTest, StaffFindWhatTheyWroteThemselvesAndNothingElse) {
  be_mentor();
  let_the_day_centre_see("Ib");
  get(at("/write/vrap"));
  post(at("/write/vrap"), {{"day", today}, {"goal", "mentorens egen note"}});
  be_staff("eva");
  write_at_day_centre("day_seen", {{"text", "set af eva"}});
  be_staff("ulla");
  const auto page = get(guest());
  EXPECT_FALSE(says(page, "set af eva"));
  EXPECT_FALSE(says(page, "mentorens egen note"));
  for (const std::string form : {"note", "goal", "step", "follow_up", "course", "visit",
                                 "day_centre_sees", "checklist", "joined"})
    EXPECT_EQ(get(guest("/write/" + form)).status, 404) << form;
}

TEST_F(DayTest, OnlyWhoWroteItChangesIt) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff("eva");
  write_at_day_centre("day_seen", {{"text", "første ord"}});
  const std::string page = get(guest()).body;
  const std::string mark = "/records/";
  const std::string record = page.substr(page.find(mark) + mark.size(), 36);
  expect_whole_html(guest("/records/" + record));
  get(guest("/records/" + record));
  EXPECT_EQ(post(guest("/records/" + record + "/change"),
                 {{"version", "1"}, {"day", today}, {"text", "andre ord"}})
                .status,
            303);
  EXPECT_TRUE(says(get(guest()), "andre ord"));
  be_staff("ulla");
  get(guest());
  EXPECT_EQ(get(guest("/records/" + record)).status, 404);
  for (const char* what : {"/change", "/take-out"})
    EXPECT_EQ(post(guest("/records/" + record + what), {{"version", "2"}, {"day", today}}).status,
              404)
        << what;
}

TEST_F(DayTest, HowItWasIsToldAsAnsweredAndNotWhatWasAnswered) {
  be_mentor();
  let_the_day_centre_see("Ib");
  expect_on(today);
  be_staff();
  EXPECT_TRUE(says(get("/day"), "“Sådan var det” er ikke besvaret endnu"));
  const Submission said = hold_and_send("saadan_var_det", 2, now_ms_ - 3'600'000);
  EXPECT_TRUE(says(get("/day"), "“Sådan var det” er besvaret."));
  const auto page = get(guest());
  EXPECT_TRUE(says(page, "“Sådan var det” er besvaret."));
  EXPECT_FALSE(says(page, said.id.value));
  EXPECT_EQ(get("/shared/" + person_ + "/sessions/" + said.id.value).status, 404);
}

TEST_F(DayTest, TheAnswerIsReachedWhereTheCitizenSharedIt) {
  be_mentor();
  let_the_day_centre_see("Ib");
  be_staff();
  be_mentor();
  get(at("/people"));
  post(at("/circle"), {{"account", account_id("eva")}, {"as", "paedagog"}});
  Submission said = held("saadan_var_det", 2, now_ms_ - 3'600'000);
  said.readers = {"paedagog"};
  send_talk(said);
  be_staff();
  const std::string answer = "/shared/" + person_ + "/sessions/" + said.id.value;
  EXPECT_TRUE(says(get(guest()), answer));
  EXPECT_EQ(get(answer).status, 200);
}

TEST_F(DayTest, ThePhotoIsForTheDayCentreAndOnlyWithTheYes) {
  be_mentor();
  get(at("/people"));
  EXPECT_EQ(post(at("/photo"), {{"photo", "no picture"}}).status, 422);
  EXPECT_EQ(post(at("/photo"), {{"photo", "a photo"}}).status, 303);
  EXPECT_EQ(get(at("/photo.jpg")).body, "square of a photo");
  be_staff();
  EXPECT_EQ(get(guest("/photo.jpg")).status, 404);
  be_mentor();
  let_the_day_centre_see("Ib");
  expect_on(today);
  be_staff();
  EXPECT_TRUE(says(get("/day"), guest("/photo.jpg")));
  const auto photo = get(guest("/photo.jpg"));
  EXPECT_EQ(photo.content_type, "image/jpeg");
  EXPECT_EQ(photo.body, "square of a photo");
  EXPECT_EQ(get(at("/photo.jpg")).status, 403) << "the folder stays closed";
}

TEST_F(DayTest, APhotoThatIsTakenAwayIsGone) {
  be_mentor();
  get(at("/people"));
  post(at("/photo"), {{"photo", "a photo"}});
  post(at("/photo"), {{"photo", "another photo"}});
  EXPECT_EQ(get(at("/photo.jpg")).body, "square of another photo");
  get(at("/people"));
  EXPECT_EQ(post(at("/photo"), {{"take_away", "yes"}}).status, 303);
  EXPECT_EQ(get(at("/photo.jpg")).status, 404);
  const auto left = casefile_->database().read([&](Connection& db) -> Result<int64_t> {
    Statement row(db,
                  "SELECT count(*) FROM resource_version v JOIN resource r ON r.type = v.type AND "
                  "r.id = v.id WHERE v.type = 'DocumentReference' AND v.body IS NOT NULL AND "
                  "v.version < r.version");
    row.step();
    return row.number(0);
  });
  EXPECT_EQ(*left, 0) << "no earlier version holds it";
}

TEST_F(DayTest, NoKioskIsGivenAnyOfIt) {
  be_mentor();
  let_the_day_centre_see("Ib");
  post(at("/photo"), {{"photo", "a photo"}});
  for (const std::string type : {"DocumentReference", "QuestionnaireResponse"}) {
    const auto found = json_of(ask("GET", "/fhir/" + type + "?subject=Patient/" + patient_));
    EXPECT_EQ(found["total"], 0) << type;
  }
}

TEST_F(DayTest, TheCitizenCanBeShownWhoSawThatTheyCome) {
  be_mentor();
  let_the_day_centre_see("Ib");
  expect_on(today);
  be_staff();
  get("/day");
  be_mentor();
  EXPECT_TRUE(says(get(at("/seen")), "eva har set, at du kommer i dagcentret."));
}

TEST_F(DayTest, CallsForHelpAreHeardByTheDayCentre) {
  const auto called = casefile_->database().write([&](Connection& db) -> Status {
    const auto kiosks = kiosks_of_centre(db, centre_named(db, "Dagcenter Nord")->id);
    keep_help_mark(db, kiosks.front(), random_uuid(), now_ms_);
    return {};
  });
  ASSERT_TRUE(called);
  be_staff();
  const auto page = get("/day");
  EXPECT_TRUE(says(page, "Nord-1"));
  const std::string mark = "/help-marks/";
  const std::string dismiss = page.body.substr(page.body.find(mark), mark.size() + 36 + 8);
  EXPECT_EQ(header_of(post(dismiss, {}), "Location"), "/day");
  EXPECT_FALSE(says(get("/day"), "Nord-1"));
}

TEST_F(DayTest, ItIsTheDayCentresPageAndNobodyElses) {
  be_mentor();
  let_the_day_centre_see("Ib");
  EXPECT_EQ(get("/day").status, 403);
  EXPECT_EQ(get(guest()).status, 403);
  enter_as("syd", StaffRole::day_centre, "Dagcenter Syd");
  EXPECT_EQ(get("/day").status, 200);
  EXPECT_EQ(get(guest()).status, 404) << "another centre's";
}

}  // namespace
}  // namespace aktiv::casefile
