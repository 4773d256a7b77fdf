// What a mentor writes about a goal is at every kiosk of the centre.
#include "kiosk/casefile/staff/told_plan.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/support/held_talks.h"
#include "kiosk/sync/fhir/kept.h"

namespace aktiv::casefile {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ToldPlanTest : public HeldTalksTest {
 protected:
  ToldPlanTest() {
    goal_ = hold_and_send("min_trappe", 3, now_ms_ - day_ms);
    enter_as_mentor();
  }
  // As the centre's kiosks read them, oldest first.
  std::vector<GoalPlan> plans() {
    std::vector<std::pair<int64_t, GoalPlan>> found;
    const auto list =
        json_of(ask("GET", "/fhir/QuestionnaireResponse?_count=50&subject=Patient/" + patient_));
    for (const auto& entry : list["entry"]) {
      const auto said = fhir::read_kept(entry["resource"].dump());
      if (const auto* seen = std::get_if<Observation>(&said); seen != nullptr && seen->plan)
        found.emplace_back(seen->at_ms, *seen->plan);
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    std::vector<GoalPlan> plans;
    for (auto& [at_ms, plan] : found) plans.push_back(std::move(plan));
    return plans;
  }
  HttpResponse write_work(const std::string& specific) {
    now_ms_ += 1000;
    get(at("/write/goal?about=" + goal_.id.value));
    return post(at("/write/goal"), {{"about", goal_.id.value},
                                    {"state", "active"},
                                    {"specific", specific},
                                    {"time_bound", "2026-12-24"},
                                    {"kind", "develop"}});
  }
  HttpResponse suggest(const std::string& card, const std::string& state = "open") {
    now_ms_ += 1000;
    get(at("/write/step?about=" + goal_.id.value));
    return post(at("/write/step"), {{"about", goal_.id.value},
                                    {"title", "Se bageriet"},
                                    {"card", card},
                                    {"rung", "visit"},
                                    {"state", state},
                                    {"owner", "Mette"}});
  }
  Submission goal_;
};

TEST_F(ToldPlanTest, KiosksReadTheMentorsWorkAndSuggestedSteps) {
  EXPECT_THAT(plans(), IsEmpty());
  EXPECT_EQ(write_work("Bager boller om tirsdagen").status, 303);
  ASSERT_THAT(plans(), SizeIs(1));
  EXPECT_EQ(plans()[0].goal, goal_.id);
  EXPECT_EQ(plans()[0].specific, "Bager boller om tirsdagen");
  EXPECT_EQ(plans()[0].time_bound, "2026-12-24");
  EXPECT_EQ(plans()[0].kind, GoalKind::develop);
  EXPECT_EQ(suggest("besoege").status, 303);
  ASSERT_THAT(plans(), SizeIs(2));
  EXPECT_EQ(plans()[1].specific, "Bager boller om tirsdagen") << "each says the whole plan";
  EXPECT_THAT(plans()[1].steps, ElementsAre(CardRef{"steps", "besoege"}));
}

TEST_F(ToldPlanTest, WhatIsNoNewsIsNotToldAgain) {
  write_work("Bager boller");
  suggest("besoege");
  suggest("besoege");
  suggest("moede", "done");
  suggest("");
  EXPECT_THAT(plans(), SizeIs(2));
}

TEST_F(ToldPlanTest, ASuggestionThatIsTakenOutIsNoneAnyMore) {
  suggest("besoege");
  const std::string page = get(at("/goals")).body;
  const std::string mark = "/records/";
  const std::string record = page.substr(page.find(mark) + mark.size(), 36);
  get(at("/records/" + record));
  now_ms_ += 1000;
  EXPECT_EQ(post(at("/records/" + record + "/take-out"), {{"version", "1"}}).status, 303);
  ASSERT_THAT(plans(), SizeIs(2));
  EXPECT_THAT(plans()[1].steps, IsEmpty());
}

TEST_F(ToldPlanTest, AStepTakesNothingFromWhatAMentorWroteOnAKiosk) {
  Observation seen;
  seen.id = random_uuid();
  seen.conversation = goal_.conversation;
  seen.citizen = citizen_;
  seen.mentor = MentorId(random_uuid());
  seen.at_ms = now_ms_;
  seen.plan = GoalPlan{goal_.id, "skrevet på kiosken", "", "", "", GoalKind::keep, "", {}};
  auto context = fhir::example_context();
  context.patient = patient_;
  EXPECT_EQ(ask(request("POST", "/fhir", *fhir::build_observation(seen, context))).status, 200);
  suggest("besoege");
  ASSERT_THAT(plans(), SizeIs(2));
  EXPECT_EQ(plans()[1].specific, "skrevet på kiosken");
  EXPECT_EQ(plans()[1].kind, GoalKind::keep);
  EXPECT_THAT(plans()[1].steps, SizeIs(1));
}

TEST_F(ToldPlanTest, ACardThatIsNoStepIsRefused) {
  EXPECT_EQ(suggest("bage").status, 422);
  EXPECT_THAT(plans(), IsEmpty());
}

TEST_F(ToldPlanTest, StandsOnceOnThePagesAmongWhatStaffWrote) {
  write_work("Bager boller om tirsdagen");
  suggest("besoege");
  for (const std::string tail : {"", "/goals"}) {
    const std::string page = get(at(tail)).body;
    size_t count = 0;
    for (size_t found = page.find("Bager boller om tirsdagen"); found != std::string::npos;
         found = page.find("Bager boller om tirsdagen", found + 1))
      ++count;
    EXPECT_LE(count, 1u) << tail;
  }
  EXPECT_TRUE(says(get(at("/goals")), "Besøge stedet"));
  expect_whole_html(at("/goals"));
}

}  // namespace
}  // namespace aktiv::casefile
