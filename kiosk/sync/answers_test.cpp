// What somebody kept at one kiosk of their day centre is there at the others, and what they took
// back anywhere is there nowhere.
#include <gmock/gmock.h>

#include <ctime>
#include <nlohmann/json.hpp>

#include "kiosk/sync/testing/centre_fixture.h"

namespace aktiv::sync {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// As RFC 9110 writes it.
std::string http_date(int64_t utc_ms) {
  const std::time_t seconds = utc_ms / 1000;
  char text[40];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&seconds));
  return text;
}

std::string taken_back(const std::string& text) {
  auto mark = nlohmann::json::parse(text);
  mark["status"] = "entered-in-error";
  mark.erase("item");
  return mark.dump();
}

class Answers : public Centre {
 protected:
  // Where nothing else has changed, a few more steps do nothing.
  void look_until_calm(Kiosk& kiosk) {
    a_while();
    for (int i = 0; i < 40; ++i)
      if (kiosk.worker.step() == StepKind::nothing_waits) return;
  }

  Submission said_by(const CitizenId& citizen, unsigned number) {
    Submission said = fhir::example_pairs(number);
    said.citizen = citizen;
    return said;
  }
  void keep(Kiosk& at, const Submission& said) {
    at.outbox.keep(said);
    EXPECT_EQ(at.worker.step(), StepKind::arrived) << code_of(at.worker.state().why);
  }

  // In the hall, in the talk that keeps_something(hall, 1, …) kept.
  Observation is_seen_in_the_first_talk(const CitizenId& citizen, Observation seen) {
    seen.citizen = citizen;
    seen.conversation = fhir::example_pairs(1).conversation;
    hall.outbox.keep(seen);
    EXPECT_EQ(hall.worker.step(), StepKind::arrived);
    return seen;
  }

  // Requests for answers since `from`.
  std::vector<std::string> asked_since(size_t from) const {
    std::vector<std::string> paths;
    for (size_t i = from; i < line.sent.size(); ++i)
      if (line.sent[i].path.starts_with("/fhir/QuestionnaireResponse?subject="))
        paths.push_back(line.sent[i].path);
    return paths;
  }
};

TEST_F(Answers, WhatWasKeptAtOneKioskIsAmongMineSvarAtTheOther) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  look_until_calm(kitchen);
  EXPECT_EQ(kitchen.outbox.kept_by(citizen.value), hall.outbox.kept_by(citizen.value))
      << "whole, with the record by which each screen is shown again";
  EXPECT_FALSE(kitchen.outbox.kept_by(citizen.value)[0].session_record.empty());
}

TEST_F(Answers, WhatIsKeptLaterComesWithTheNextLook) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  look_until_calm(kitchen);
  const int told = kitchen.worker.state().citizens_changed;
  keep(hall, said_by(citizen, 2));
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(2));
  EXPECT_EQ(kitchen.worker.state().citizens_changed, told + 1) << "the mentor's page shows it";
  look_until_calm(kitchen);
  EXPECT_EQ(kitchen.worker.state().citizens_changed, told + 1) << "and nothing is told twice";
}

TEST_F(Answers, WhatIsTakenBackAtTheOtherKioskGoesEverywhere) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  look_until_calm(kitchen);
  kitchen.outbox.take_back(kitchen.outbox.kept_by(citizen.value)[0].id.value);
  look_until_calm(kitchen);
  EXPECT_EQ(server.count("QuestionnaireResponse", "completed"), 0);
  EXPECT_EQ(server.count("DocumentReference", "current"), 0) << "its record does not outlive it";
  look_until_calm(hall);
  EXPECT_THAT(hall.outbox.kept_by(citizen.value), IsEmpty());
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), IsEmpty()) << "and does not come back";
}

TEST_F(Answers, WhatWasTakenBackBeforeAKioskKnewOfItNeverComes) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  hall.outbox.take_back(fhir::example_pairs(1).id.value);
  EXPECT_EQ(hall.worker.step(), StepKind::arrived);
  look_until_calm(kitchen);
  EXPECT_TRUE(kitchen.outbox.citizens.contains(citizen.value));
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), IsEmpty());
}

TEST_F(Answers, WhatAMentorSawComesToo) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  const Observation plan = is_seen_in_the_first_talk(citizen, fhir::example_plan(4));
  look_until_calm(kitchen);
  EXPECT_EQ(kitchen.outbox.row(plan.id).observation, plan);
  EXPECT_EQ(kitchen.outbox.row(plan.id).state, RowState::arrived) << "it is not sent again";
}

TEST_F(Answers, WhatWasSeenInATalkThatWasTakenBackStaysAway) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  is_seen_in_the_first_talk(citizen, fhir::example_observation(4));
  hall.outbox.take_back(fhir::example_pairs(1).id.value);
  EXPECT_EQ(hall.worker.step(), StepKind::arrived);
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.rows(), IsEmpty());
}

TEST_F(Answers, AnotherCentreAndWhoIsNotKnownHereGetNothing) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  look_until_calm(elsewhere);
  EXPECT_THAT(elsewhere.outbox.kept_by(citizen.value), IsEmpty());
  kitchen.outbox.erased.insert(citizen.value);
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), IsEmpty());
}

TEST_F(Answers, AfterARestartOnlyWhatHasChangedIsAskedFor) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  look_until_calm(kitchen);
  look_until_calm(kitchen);
  server.clock_ms += 3'600'000;
  Kiosk again{*this, "Nord, Aalborg"};
  again.outbox.patients = kitchen.outbox.patients;
  again.outbox.citizens = kitchen.outbox.citizens;
  again.outbox.read = kitchen.outbox.read;
  again.outbox.read_until = kitchen.outbox.read_until;
  const size_t before = line.sent.size();
  look_until_calm(again);
  const auto asked = asked_since(before);
  ASSERT_THAT(asked, SizeIs(1));
  EXPECT_NE(asked[0].find("_lastUpdated=ge2026"), std::string::npos);
  EXPECT_NE(asked[0].find(percent_encoded("Patient/")), std::string::npos);
}

TEST_F(Answers, ManyAreReadAFewAtATimeAndWhatIsKeptHereGoesBetween) {
  for (unsigned i = 1; i <= 8; ++i)
    keeps_something(hall, i, {{PictureId("signs/p" + std::to_string(i))}, {}});
  a_while();
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  kitchen.outbox.keep(said_by(CitizenId(fhir::example_uuid(3, 1)), 20));
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived) << "nobody waits for a long list";
  for (int i = 0; i < 2; ++i) EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_THAT(kitchen.outbox.read, SizeIs(8));
  for (unsigned i = 2; i <= 8; ++i)
    EXPECT_THAT(kitchen.outbox.kept_by(fhir::example_uuid(3, i)), SizeIs(1));
}

TEST_F(Answers, ALongListIsReadToItsEnd) {
  server.page_size = 2;
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  for (unsigned i = 2; i <= 7; ++i) keep(hall, said_by(citizen, i));
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(7));
}

TEST_F(Answers, YearsOfAnswersComeInPiecesAndWhatIsKeptHereGoesBetween) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  for (unsigned i = 2; i <= 450; ++i) keep(hall, said_by(citizen, i));
  a_while();
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(200));
  EXPECT_THAT(kitchen.outbox.read, IsEmpty());
  kitchen.outbox.keep(said_by(citizen, 500));
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived);
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(451));
  EXPECT_THAT(kitchen.outbox.read, SizeIs(1));
}

// Whoever reads a long list slowly reads on while it changes behind them.
TEST_F(Answers, WhatIsTakenBackWhileTheListIsReadIsNotMissed) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  keep(hall, said_by(citizen, 2));
  look_until_calm(kitchen);
  look_until_calm(kitchen);
  server.page_size = 1;
  line.next = {well(), [&](FakeServer& there, const HttpRequest& request) {
                 HttpReply first_page = there.answer(request);
                 first_page.headers.emplace_back("date", http_date(there.clock_ms));
                 // Then, before the next page is asked for:
                 there.clock_ms += 600'000;
                 there.change("QuestionnaireResponse", 0, taken_back);
                 there.clock_ms += 600'000;
                 there.change("QuestionnaireResponse", 1, [](const auto& same) { return same; });
                 return first_page;
               }};
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(2));
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(1));
}

TEST_F(Answers, WhatIsTakenBackBetweenTheListAndTheAnswersNeverComes) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  line.next = {well(), [](FakeServer& there, const HttpRequest& request) {
                 HttpReply list = there.answer(request);
                 there.change("QuestionnaireResponse", 0, taken_back);
                 return list;
               }};
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), IsEmpty());
  EXPECT_EQ(kitchen.worker.state().unread, 0) << "it is nothing that a newer program would read";
}

TEST_F(Answers, WhatCannotBeUnderstoodIsToldToStaffAndAskedForByTheNextProgram) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  keep(hall, said_by(citizen, 2));
  server.change("QuestionnaireResponse", 0, [](const std::string& text) {
    auto changed = nlohmann::json::parse(text);
    changed["item"].push_back({{"linkId", "of-a-newer-kiosk"}});
    return changed.dump();
  });
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(1)) << "the rest is there";
  EXPECT_EQ(kitchen.worker.state().unread, 1);
  EXPECT_THAT(kitchen.outbox.read, IsEmpty());
  const size_t before = line.sent.size();
  look_until_calm(kitchen);
  EXPECT_THAT(asked_since(before), SizeIs(1));
  EXPECT_EQ(kitchen.worker.state().unread, 1) << "not once more";
}

TEST_F(Answers, AnAnswerThatIsCutShortComesAgain) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  a_while();
  line.next = {well(), well(), lost_before(NoReply::cut_off)};
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), IsEmpty());
  EXPECT_EQ(kitchen.worker.state().why, Why::nothing) << "nothing of the kiosk's own waits";
  now += Waits().longest_ms;
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(1));
}

TEST_F(Answers, SomebodyElsesAnswersAreNobodys) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  server.change("QuestionnaireResponse", 0, [](const std::string& text) {
    auto changed = nlohmann::json::parse(text);
    changed["subject"]["identifier"]["value"] = "somebody-else";
    return changed.dump();
  });
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), IsEmpty());
  EXPECT_THAT(kitchen.outbox.kept_by("somebody-else"), IsEmpty());
  EXPECT_EQ(kitchen.worker.state().unread, 1);
}

TEST_F(Answers, AFullDiskTakesNothingInAndLosesNothing) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  look_until_calm(kitchen);
  keep(hall, said_by(citizen, 2));
  kitchen.outbox.refuses_to_write = true;
  a_while();
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  kitchen.outbox.refuses_to_write = false;
  now += Waits().longest_ms;
  look_until_calm(kitchen);
  EXPECT_THAT(kitchen.outbox.kept_by(citizen.value), SizeIs(2));
}

}  // namespace
}  // namespace aktiv::sync
