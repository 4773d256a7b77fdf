// Goals: the citizen's own, with the mentor's work beside them; steps, follow-ups and reminders.
#include <gmock/gmock.h>

#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class GoalsPageTest : public HeldTalksTest {
 protected:
  GoalsPageTest() { order_ = {{"jobs", "bage"}, {"steps", "besoege"}, {"steps", "en_opgave"}}; }

  // A staircase that the citizen made and said yes to.
  Submission staircase(unsigned number = 1) {
    earlier_ = {{"dream", {"jobs", "bage"}, "", "", now_ms_ - 9 * day_ms}};
    Submission said = held("min_trappe", 4, now_ms_ - (10 - number) * day_ms, number);
    for (AnswerRecord& answer : said.answers)
      if (answer.question == "t9_mit") answer.place = "mit_maal";
    send_talk(said);
    return said;
  }
  HttpResponse write_goal(const Submission& goal, const std::string& state,
                          const std::string& specific = "") {
    return post(
        at("/write/goal"),
        {{"about", goal.id.value}, {"state", state}, {"kind", "develop"}, {"specific", specific}});
  }
  HttpResponse write_follow_up(const std::string& held, const std::string& next) {
    return post(at("/write/follow_up"), {{"held", held},
                                         {"kind", "joint"},
                                         {"view_mentor", "Det går godt"},
                                         {"view_relative", "Han er træt om aftenen"},
                                         {"what", "Kortere dage"},
                                         {"who", "Mette"},
                                         {"when", "fra mandag"},
                                         {"next", next}});
  }
};

TEST_F(GoalsPageTest, AGoalIsTheCitizensWithTheirOwnPressAndSteps) {
  staircase();
  enter_as_mentor();
  const std::string shown = get(at("/goals")).body;
  EXPECT_THAT(shown, AllOf(HasSubstr("/pictures/jobs/bage.png"), HasSubstr("class=\"step\""),
                           HasSubstr("(borgeren trykkede)"), HasSubstr("Ikke begyndt")));
  EXPECT_THAT(shown, HasSubstr("Specifikt: åben")) << "what is missing stands open";
}

TEST_F(GoalsPageTest, TheMentorsWorkStandsBesideTheGoalAndFillsSmartButForItsA) {
  const Submission goal = staircase();
  enter_as_mentor();
  get(at("/write/goal?about=" + goal.id.value));
  EXPECT_EQ(header_of(write_goal(goal, "active", "Bager om tirsdagen"), "Location"), at("/goals"));
  const std::string shown = get(at("/goals")).body;
  EXPECT_THAT(shown, AllOf(HasSubstr("Bager om tirsdagen"), HasSubstr("Specifikt ✓"),
                           HasSubstr("Målbart: åben")));
  EXPECT_THAT(get(at()).body, HasSubstr("id=\"goals\"")) << "and on the overview";
}

TEST_F(GoalsPageTest, AtMostThreeGoalsAreUnderWay) {
  std::vector<Submission> goals;
  for (unsigned i = 1; i <= 4; ++i) goals.push_back(staircase(i));
  enter_as_mentor();
  get(at("/write/goal"));
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(write_goal(goals[i], "active").status, 303) << i;
  const auto fourth = write_goal(goals[3], "active", "Et fjerde");
  EXPECT_EQ(fourth.status, 422);
  EXPECT_THAT(fourth.body, AllOf(HasSubstr("Tre mål er i gang."), HasSubstr("Et fjerde")));
  EXPECT_EQ(write_goal(goals[3], "paused").status, 303);
}

TEST_F(GoalsPageTest, AStepSaysWhereItIsOnTheWayWhoIsResponsibleAndHowItStands) {
  const Submission goal = staircase();
  enter_as_mentor();
  const std::string page = get(at("/goals")).body;
  const size_t link = page.find("/write/step?about=" + goal.id.value + "%2F");
  ASSERT_NE(link, std::string::npos);
  const std::string form =
      get(page.substr(page.rfind('"', link) + 1, page.find('"', link) - page.rfind('"', link) - 1))
          .body;
  EXPECT_THAT(form, Not(HasSubstr("name=\"title\" type=\"text\" autocomplete=\"off\" value=\"\"")))
      << "the citizen's step stands there already";
  const size_t about = form.find("name=\"about\" value=\"") + 20;
  EXPECT_EQ(post(at("/write/step"), {{"about", form.substr(about, form.find('"', about) - about)},
                                     {"title", "Besøge stedet"},
                                     {"rung", "visit"},
                                     {"state", "done"},
                                     {"owner", "Mette"},
                                     {"place", "Café Solsiden"},
                                     {"day", "2026-12-03"}})
                .status,
            303);
  const std::string shown = get(at("/goals")).body;
  EXPECT_THAT(shown, AllOf(HasSubstr("Nået"), HasSubstr("Ansvar: Mette"),
                           HasSubstr("Sted: Café Solsiden"), HasSubstr("3. dec. 2026")));
}

TEST_F(GoalsPageTest, AStepThatTheMentorSuggestsIsMarkedAsThat) {
  const Submission goal = staircase();
  enter_as_mentor();
  get(at("/write/step?about=" + goal.id.value));
  post(at("/write/step"), {{"about", goal.id.value},
                           {"title", "Tale med bageren"},
                           {"rung", "see"},
                           {"state", "open"},
                           {"owner", "Mette"}});
  const std::string shown = get(at("/goals")).body;
  const size_t step = shown.find("Tale med bageren");
  ASSERT_NE(step, std::string::npos);
  EXPECT_LT(shown.find("Mentors forslag", step), shown.find("</li>", step));
}

TEST_F(GoalsPageTest, AFollowUpKeepsEachViewApartAndEndsWithWhatWhoWhen) {
  enter_as_mentor();
  get(at("/write/follow_up"));
  EXPECT_EQ(write_follow_up("2026-11-20", "2026-12-04").status, 303);
  const std::string shown = get(at("/goals")).body;
  EXPECT_THAT(shown, AllOf(HasSubstr("<h4>Mentor</h4><p class=\"seen\">Det går godt</p>"),
                           HasSubstr("<h4>Pårørende</h4><p class=\"seen\">Han er træt om aftenen"),
                           HasSubstr("Kortere dage"), HasSubstr("Fælles: jobcenter")));
  const auto unfinished =
      post(at("/write/follow_up"), {{"held", "2026-11-21"}, {"kind", "own"}, {"what", "Intet"}});
  EXPECT_EQ(unfinished.status, 422);
  EXPECT_THAT(unfinished.body, AllOf(HasSubstr("Udfyld: Hvem gør det?."), HasSubstr("Intet")));
}

TEST_F(GoalsPageTest, AFollowUpThatIsDueStandsOnTheFirstPage) {
  enter_as_mentor();
  get(at("/write/follow_up"));
  write_follow_up("2026-11-01", "2026-11-20");
  EXPECT_THAT(get("/citizens").body, HasSubstr("skulle være 20. nov. 2026"));
  write_follow_up("2026-11-20", "2026-11-22");
  EXPECT_THAT(get("/citizens").body, AllOf(HasSubstr(": i dag"), Not(HasSubstr("skulle være"))));
  write_follow_up("2026-11-21", "2027-03-01");
  EXPECT_THAT(get("/citizens").body, Not(HasSubstr("id=\"due\""))) << "months from now";
  enter_as_mentor("Dagcenter Syd");
  EXPECT_THAT(get("/citizens").body, Not(HasSubstr("id=\"due\"")));
}

TEST_F(GoalsPageTest, WhatWasPlannedOnTheKioskStandsInTheNewForm) {
  const Submission goal = staircase();
  Observation plan = fhir::example_plan(1);
  plan.citizen = citizen_;
  plan.plan->goal = goal.id;
  fhir::SendContext context = fhir::example_context();
  context.patient = patient_;
  ask(request("POST", "/fhir", *fhir::build_observation(plan, context)));
  enter_as_mentor();
  EXPECT_THAT(get(at("/write/goal?about=" + goal.id.value)).body,
              HasSubstr("Bager boller sammen med en kollega"));
}

TEST_F(GoalsPageTest, AVrapNoteHasItsFields) {
  enter_as_mentor();
  get(at("/write/vrap"));
  post(at("/write/vrap"), {{"day", "2026-11-22"},
                           {"goal", "Tage bussen"},
                           {"worked", "Billeder af stoppestederne"},
                           {"why", "Han så dem før turen"}});
  EXPECT_THAT(get(at("/goals")).body,
              AllOf(HasSubstr("Hvad virkede?"), HasSubstr("Billeder af stoppestederne"),
                    HasSubstr("Han så dem før turen")));
}

}  // namespace
}  // namespace aktiv::casefile
