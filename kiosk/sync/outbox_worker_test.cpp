// The worker alone, with time, chance, store and server in the test's hand.
#include "kiosk/sync/outbox_worker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/sync/commands.h"
#include "kiosk/sync/testing/sync_fixture.h"

namespace aktiv::sync {
namespace {

using fhir::example_observation;
using fhir::example_pairs;
using fhir::example_places;

TEST_F(Sync, WhatWasKeptIsInTheCaseFileOnce) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
  EXPECT_EQ(server.count("Patient"), 1);
  EXPECT_EQ(server.count("QuestionnaireResponse"), 1);
  EXPECT_EQ(server.count("DocumentReference"), 1);
  EXPECT_EQ(server.count("Provenance"), 1);
  EXPECT_EQ(outbox.row(example_pairs().id.value).receipt->tool, "to_billeder");
  const auto back = fhir::read_response(server.now("QuestionnaireResponse").front());
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(back->answers, example_pairs().answers);
}

TEST_F(Sync, NothingIsSentWhereNothingWasKept) {
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
  EXPECT_TRUE(line.sent.empty());
}

TEST_F(Sync, WhatTheMentorSawGoesBesideTheAnswers) {
  outbox.keep(example_observation());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_TRUE(fhir::read_observation(server.now("QuestionnaireResponse").front()));
}

TEST_F(Sync, TheSameBytesComeAgainWhateverWasLost) {
  for (const auto how : {NoReply::unreachable, NoReply::timed_out, NoReply::cut_off}) {
    line.next.push_back(well());  // the Patient
    line.next.push_back(well());
    line.next.push_back(lost_before(how));
    line.next.push_back(lost_after(how));
    line.next.push_back(says(503));
    line.sent.clear();
    const auto submission = example_pairs(static_cast<unsigned>(how) + 20);
    outbox.patients.clear();
    outbox.keep(submission);
    settle();
    EXPECT_TRUE(outbox.is_settled());
    ASSERT_GE(bodies().size(), 4u);
    for (const auto& body : bodies()) EXPECT_EQ(body, bodies().front());
  }
  EXPECT_EQ(server.count("QuestionnaireResponse"), 3);
}

TEST_F(Sync, BytesAreSealedBeforeTheFirstOneLeavesAndNeverRebuilt) {
  outbox.keep(example_pairs());
  outbox.patients[example_pairs().citizen.value].id = "p1";
  line.next.push_back([&](FakeServer&, const HttpRequest&) -> HttpResult {
    EXPECT_TRUE(outbox.row(example_pairs().id.value).request.has_value());
    EXPECT_TRUE(outbox.row(example_pairs().id.value).may_have_left);
    outbox.patients[example_pairs().citizen.value].id = "other";
    return NoReply::timed_out;
  });
  settle();
  EXPECT_TRUE(server.ever_stored("Patient/p1"));
  EXPECT_FALSE(server.ever_stored("Patient/other"));
}

TEST_F(Sync, AFullDiskSendsNothing) {
  outbox.keep(example_pairs());
  outbox.patients[example_pairs().citizen.value].id = "p1";
  outbox.refuses_to_write = true;
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(worker.state().why, Why::cannot_be_kept);
  EXPECT_TRUE(line.sent.empty());
  outbox.refuses_to_write = false;
  settle();
  EXPECT_EQ(server.count("QuestionnaireResponse"), 1);
}

TEST_F(Sync, OneCitizensTroubleHoldsNobodyElseAndKeepsTheOrder) {
  auto first = example_pairs(7), second = example_pairs(14), other = example_pairs(15);
  ASSERT_EQ(first.citizen, second.citizen);
  ASSERT_NE(first.citizen, other.citizen);
  for (const auto& s : {first, second, other}) outbox.keep(s);
  line.next = {well(), well(), says(500)};
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(outbox.row(other.id.value).state, RowState::arrived);
  EXPECT_EQ(worker.step(), StepKind::waits);
  settle();
  const auto place = [&](const Submission& s) {
    return std::ranges::find(server.created,
                             "QuestionnaireResponse urn:aktiv-dialog:submission|" + s.id.value) -
           server.created.begin();
  };
  EXPECT_LT(place(first), place(second));
}

TEST_F(Sync, ARefusedOneIsSetAsideAndTheNextGoesOn) {
  for (const int status : {400, 422, 412, 413}) {
    const auto bad = example_pairs(7u * static_cast<unsigned>(status)),
               good = example_places(7u * static_cast<unsigned>(status) + 7);
    outbox.patients[bad.citizen.value].id = "p1";
    outbox.keep(bad);
    outbox.keep(good);
    line.next = {says(status)};
    EXPECT_EQ(worker.step(), StepKind::quarantined) << status;
    EXPECT_EQ(outbox.row(bad.id.value).why,
              status == 412 ? Why::several_matches : Why::refused_content);
    EXPECT_EQ(worker.step(), StepKind::arrived) << status;
  }
}

TEST_F(Sync, ARefusedKioskPausesEverythingUntilStaffHaveSeenToIt) {
  for (const int status : {401, 403, 404}) {
    const auto submission = example_pairs(static_cast<unsigned>(status));
    outbox.keep(submission);
    line.next = {says(status)};
    EXPECT_EQ(worker.step(), StepKind::paused);
    EXPECT_TRUE(worker.state().is_paused);
    EXPECT_EQ(worker.state().why, status == 404 ? Why::no_case_file : Why::refused_access);
    const auto sent = line.sent.size();
    now += int64_t{30} * 24 * 3600'000;
    EXPECT_EQ(worker.step(), StepKind::paused);
    EXPECT_EQ(line.sent.size(), sent);
    worker.resume();
    EXPECT_EQ(worker.step(), StepKind::arrived);
  }
}

TEST_F(Sync, AnotherCertificateIsTriedSeldomAndNothingLeaves) {
  outbox.keep(example_pairs());
  line.next = {lost_before(NoReply::certificate)};
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(worker.state().why, Why::certificate);
  EXPECT_EQ(worker.step(), StepKind::waits);
  EXPECT_EQ(worker.state().next_try_ms, now + settings().waits.certificate_ms);
  settle();
  EXPECT_EQ(server.count("QuestionnaireResponse"), 1);
}

TEST_F(Sync, TheServersWishToWaitIsHonouredByAll) {
  outbox.keep(example_pairs(1));
  outbox.keep(example_pairs(2));
  line.next = {says(429, {{"retry-after", "300"}})};
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(worker.step(), StepKind::waits);
  EXPECT_EQ(worker.state().next_try_ms, now + 300'000 + settings().waits.start_spread_ms / 2);
  EXPECT_EQ(line.sent.size(), 1u);
}

TEST_F(Sync, WaitsGrowWhileTheNetworkIsAway) {
  outbox.keep(example_pairs());
  std::vector<int64_t> waits;
  for (int i = 0; i < 12; ++i) {
    line.next = {lost_before(NoReply::unreachable)};
    const int64_t tried = now;
    EXPECT_EQ(worker.step(), StepKind::held);
    EXPECT_EQ(worker.step(), StepKind::waits);
    now = worker.state().next_try_ms;
    waits.push_back(now - tried);
  }
  EXPECT_TRUE(std::ranges::is_sorted(waits));
  EXPECT_EQ(waits.front(), 1500);
  EXPECT_EQ(waits.back(), settings().waits.longest_ms * 3 / 4);
}

TEST_F(Sync, NoAnswerButAWholeOneIsBelieved) {
  const std::string entry = R"({"response":{"status":"201"}})";
  const auto bundle = [&](const std::string& type, int entries, const std::string& one) {
    std::string list;
    for (int i = 0; i < entries; ++i) list += (i ? "," : "") + one;
    return R"({"resourceType":"Bundle","type":")" + type + R"(","entry":[)" + list + "]}";
  };
  const std::vector<std::string> answers = {
      "",
      "OK",
      "<html>",
      "[]",
      "null",
      "{}",
      bundle("batch-response", 3, entry),
      bundle("transaction-response", 2, entry),
      bundle("transaction-response", 4, entry),
      bundle("transaction-response", 3, R"({"response":{"status":"202"}})"),
      bundle("transaction-response", 3, R"({"response":{}})"),
      bundle("transaction-response", 3, "7"),
      std::string(100'000, '[')};
  outbox.keep(example_pairs());
  outbox.patients[example_pairs().citizen.value].id = "p1";
  for (const auto& answer : answers) {
    line.next = {says(200, {}, answer)};
    EXPECT_EQ(worker.step(), StepKind::held) << answer.substr(0, 80);
    EXPECT_EQ(worker.state().why, Why::strange_answer);
    EXPECT_EQ(worker.step(), StepKind::waits);
    now = worker.state().next_try_ms;
  }
  for (const int status : {100, 201, 204, 301, 302, 307, 600}) {
    line.next = {says(status, {{"location", "https://elsewhere.example/"}})};
    EXPECT_EQ(worker.step(), StepKind::held) << status;
    EXPECT_EQ(worker.step(), StepKind::waits);
    now = worker.state().next_try_ms;
  }
  settle();
  EXPECT_EQ(server.count("QuestionnaireResponse"), 1);
}

TEST_F(Sync, StoredIsOnlyWhatCanBeReadBack) {
  const std::string nothing = R"({"resourceType":"Bundle","type":"searchset"})";
  outbox.keep(example_pairs());
  outbox.patients[example_pairs().citizen.value].id = "p1";
  line.next = {well(), says(200, {}, nothing)};
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(worker.state().why, Why::not_found_again);
  settle();
  EXPECT_EQ(outbox.row(example_pairs().id.value).state, RowState::arrived);
  EXPECT_EQ(server.count("QuestionnaireResponse"), 1);
}

TEST_F(Sync, TwoUnderOneKeyAreForStaffToSee) {
  const auto two = [](FakeServer& there, const HttpRequest& request) -> HttpResult {
    auto reply = there.answer(request);
    auto body = nlohmann::json::parse(reply.body);
    body["entry"].push_back(body["entry"][0]);
    reply.body = body.dump();
    return reply;
  };
  outbox.keep(example_pairs());
  outbox.patients[example_pairs().citizen.value].id = "p1";
  line.next = {well(), two};
  EXPECT_EQ(worker.step(), StepKind::quarantined);
  EXPECT_EQ(outbox.row(example_pairs().id.value).why, Why::several_matches);
}

TEST_F(Sync, AKeyThatHoldsSomethingElseIsNoticed) {
  auto other = example_pairs();
  other.answers.pop_back();
  auto context = fhir::example_context();
  (void)server.answer({"POST", "/fhir", *fhir::build_bundle(other, context), "", {}});
  outbox.keep(example_pairs());
  outbox.patients[example_pairs().citizen.value].id = "p1";
  EXPECT_EQ(worker.step(), StepKind::quarantined);
  EXPECT_EQ(outbox.row(example_pairs().id.value).why, Why::other_content);
}

TEST_F(Sync, WhatWasTakenBackBeforeItLeftNeverLeaves) {
  outbox.keep(example_pairs());
  outbox.take_back(example_pairs().id.value);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
  EXPECT_TRUE(line.sent.empty());
}

TEST_F(Sync, WhatWasTakenBackLaterIsReplacedByAMark) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.take_back(example_pairs().id.value);
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(outbox.row(example_pairs().id.value).state, RowState::withdrawal_arrived);
  EXPECT_EQ(server.count("QuestionnaireResponse", "entered-in-error"), 1);
  EXPECT_EQ(server.count("DocumentReference", "entered-in-error"), 1);
  EXPECT_EQ(server.count("QuestionnaireResponse", "completed"), 0);
  for (const auto& resource : server.now("QuestionnaireResponse")) {
    EXPECT_EQ(resource.find("jobs"), std::string::npos);
  }
}

TEST_F(Sync, AnswersThatArriveAfterTheyWereTakenBackFindTheKeyTaken) {
  outbox.keep(example_pairs());
  HttpRequest late;
  line.next = {well(), well(), [&](FakeServer&, const HttpRequest& request) -> HttpResult {
                 late = request;
                 return NoReply::timed_out;
               }};
  EXPECT_EQ(worker.step(), StepKind::held);
  outbox.take_back(example_pairs().id.value);
  EXPECT_EQ(worker.step(), StepKind::arrived);
  (void)server.answer(late);
  EXPECT_EQ(server.count("QuestionnaireResponse", "completed"), 0);
  EXPECT_FALSE(server.ever_stored("jobs"));
}

TEST_F(Sync, AMarkNeverOverwritesAVersionItDidNotSee) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.take_back(example_pairs().id.value);
  line.next = {well(), well(), well(), says(412)};
  EXPECT_EQ(worker.step(), StepKind::held);
  settle();
  EXPECT_EQ(server.count("QuestionnaireResponse", "entered-in-error"), 1);
}

TEST_F(Sync, ARefusedWithdrawalIsToldToStaffAndGoesOnceMoreWhenTheyAsk) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.take_back(example_pairs().id.value);
  line.next = {says(422)};
  EXPECT_EQ(worker.step(), StepKind::quarantined);
  EXPECT_EQ(worker.state().refused.at(ErrandKind::withdrawal), Why::refused_content);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits) << "not by itself";
  worker.resume();
  EXPECT_TRUE(worker.state().refused.empty());
  settle();
  EXPECT_EQ(outbox.row(example_pairs().id.value).state, RowState::withdrawal_arrived);
}

TEST_F(Sync, WhatWasShownIsWrittenInTheLanguageOfTheConversation) {
  auto spoken = settings();
  spoken.texts = [](std::string_view language, std::string_view key) {
    return std::string(language) + " " + std::string(key);
  };
  OutboxWorker translator(
      outbox, line, spoken, [this] { return now; }, [] { return 0.5; });
  auto danish = example_pairs(1);
  auto english = example_pairs(2);
  english.language = "en";
  outbox.keep(danish);
  outbox.keep(english);
  outbox.keep(fhir::example_observation());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(translator.step(), StepKind::arrived);
  for (const std::string& response : server.now("QuestionnaireResponse")) {
    const bool is_english = response.find(english.id.value) != std::string::npos;
    EXPECT_EQ(response.find("\"en ") != std::string::npos, is_english);
    EXPECT_EQ(response.find("\"da ") != std::string::npos, !is_english);
  }
}

TEST_F(Sync, TheSameCallForHelpBearsTheSameIdEachTime) {
  outbox.calls = {{"h1", now - 5000}};
  line.next = {lost_after(NoReply::cut_off)};
  EXPECT_EQ(worker.step(), StepKind::held);
  now = worker.state().next_try_ms;
  EXPECT_EQ(worker.step(), StepKind::arrived);
  ASSERT_EQ(line.sent.size(), 2u);
  EXPECT_EQ(line.sent[0].body, line.sent[1].body);
  EXPECT_NE(line.sent[0].body.find("\"id\":\"h1\""), std::string::npos);
}

TEST_F(Sync, SomebodyWhoAskedForHelpComesFirst) {
  outbox.keep(example_pairs());
  outbox.calls = {{"h1", now - 5000}};
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(server.help_calls, 1);
  EXPECT_TRUE(outbox.calls.empty());
  EXPECT_EQ(server.calls.front(), "POST /help");
}

// Five people's, as a kiosk takes them.
std::string evaluations_of_five() {
  EvaluationBatch batch;
  batch.id = "6c1f0d5e-0000-4000-8000-000000000001";
  batch.from = batch.until = "2026-10";
  for (int person = 0; person < 5; ++person) {
    AnswerSet set;
    set.scale_direction = "best_left";
    set.answers = {{"haab", Choice::place, 5}};
    batch.sets.push_back(set);
  }
  batch.good = {"de lytter"};
  return to_json(batch);
}

TEST_F(Sync, EvaluationsGoWholeToTheUnitsOwnCaseFileAndLast) {
  outbox.batch = {"b1", evaluations_of_five()};
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_TRUE(server.evaluations.empty());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  ASSERT_EQ(server.evaluations.size(), 1u);
  EXPECT_EQ(server.evaluations[0], evaluations_of_five());
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
}

TEST_F(Sync, AnotherServerLearnsOnlyCounts) {
  server.is_foreign = true;
  outbox.batch = {"b1", evaluations_of_five()};
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(server.count("MeasureReport"), 1);
  EXPECT_FALSE(server.ever_stored("de lytter"));
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
}

TEST_F(Sync, ABatchThatIsNotSaidBackWholeGoesAgain) {
  outbox.batch = {"b1", evaluations_of_five()};
  line.next = {says(200, {}, R"({"sum":"0000"})"), lost_after(NoReply::cut_off)};
  EXPECT_EQ(worker.step(), StepKind::held);
  now = worker.state().next_try_ms > 0 ? worker.state().next_try_ms : now + 3600'000;
  EXPECT_EQ(worker.step(), StepKind::held);
  now += 3600'000;
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(line.sent[0].body, line.sent[2].body);
}

TEST_F(Sync, ARefusedBatchIsSetAsideAndStaffAreTold) {
  outbox.batch = {"b1", evaluations_of_five()};
  line.next = {says(422)};
  EXPECT_EQ(worker.step(), StepKind::quarantined);
  EXPECT_EQ(worker.state().refused.at(ErrandKind::evaluations), Why::refused_content);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
  worker.resume();
  EXPECT_EQ(worker.step(), StepKind::arrived);
}

TEST_F(Sync, AServerWithoutHelpStopsNothing) {
  outbox.keep(example_pairs());
  outbox.calls = {{"h1", now}};
  line.next = {says(404)};
  EXPECT_EQ(worker.step(), StepKind::quarantined);
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_FALSE(worker.state().is_paused);
}

TEST_F(Sync, TheStartIsSpread) {
  outbox.keep(example_pairs());
  worker.spread_start();
  EXPECT_EQ(worker.step(), StepKind::waits);
  EXPECT_EQ(worker.state().next_try_ms, now + settings().waits.start_spread_ms / 2);
  worker.resume();
  EXPECT_EQ(worker.step(), StepKind::arrived);
}

TEST_F(Sync, ByHandEverythingGoesAtOnceWithAReport) {
  for (unsigned i = 1; i <= 5; ++i) outbox.keep(example_pairs(i));
  line.next = {well(), well(), says(422)};
  const auto report = sync_once(worker);
  EXPECT_EQ(report.arrived, 4);
  EXPECT_EQ(report.quarantined, 1);
  EXPECT_FALSE(report.is_paused);
}

TEST_F(Sync, AWholeSubmissionCanBeReadBack) {
  outbox.keep(example_places());
  (void)sync_once(worker);
  CaseFile case_file(line, "/fhir");
  const auto back = case_file.read_back(example_places().id);
  ASSERT_TRUE(back.outcome.is_done());
  EXPECT_EQ(back.value, example_places());
  EXPECT_EQ(case_file.read_back(SubmissionId("none")).outcome.why, Why::not_found_again);
}

}  // namespace
}  // namespace aktiv::sync
