// From the kiosk's outbox into the case file's database and back, through its own program.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/sync/commands.h"
#include "kiosk/sync/curl_transport.h"
#include "kiosk/sync/enrol.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/questionnaire.h"
#include "kiosk/sync/testing/casefile_program.h"
#include "kiosk/sync/testing/faulty_proxy.h"
#include "kiosk/sync/testing/memory_outbox.h"
#include "kiosk/sync/testing/tls_server.h"
#include "kiosk/sync/testing/whole_size.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::example_observation;
using fhir::example_pairs;
using fhir::example_places;

class Contract : public testing::Test {
 protected:
  Contract()
      : folder(std::filesystem::temp_directory_path() /
               ("aktiv-contract-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder);
    server = std::make_unique<CasefileProgram>(folder);
  }
  ~Contract() override {
    server.reset();
    std::filesystem::remove_all(folder);
  }

  Enrolled enrolled(unsigned kiosk = 1) { return server->enrolled(kiosk); }

  OutboxWorker worker(HttpTransport& line, unsigned kiosk = 1) {
    return worker_of(outbox, line, kiosk, "");
  }

  // With a centre's name it looks for who is of it.
  OutboxWorker worker_of(MemoryOutbox& of, HttpTransport& line, unsigned kiosk,
                         const std::string& centre) {
    WorkerSettings settings;
    settings.centre = centre;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    settings.context.kiosk = fhir::example_uuid(9, kiosk);
    of.centre = fhir::centre_code(centre);
    return OutboxWorker(
        of, line, settings, [this] { return now; }, [] { return 0.5; });
  }

  void settle(OutboxWorker& by) {
    for (int i = 0; i < 100 && !outbox.is_settled() && !by.state().is_paused; ++i) {
      if (by.step() == StepKind::waits) now = by.state().next_try_ms;
    }
  }

  static Json get(HttpTransport& line, const std::string& path) {
    const auto result = line.send({"GET", path, "", "", {}});
    const auto* reply = std::get_if<HttpReply>(&result);
    Json json = reply ? Json::parse(reply->body, nullptr, false) : Json();
    if (json.is_object() && reply) json["status_code"] = reply->status;
    return json;
  }

  static size_t count(HttpTransport& line, const std::string& type, const std::string& key) {
    const Json bundle = get(line, "/fhir/" + type + "?identifier=" +
                                      percent_encoded("urn:aktiv-dialog:submission|" + key));
    return bundle.contains("entry") ? bundle["entry"].size() : 0;
  }

  std::string folder;
  std::unique_ptr<CasefileProgram> server;
  MemoryOutbox outbox;
  int64_t now = 1'795'360'000'000;
};

TEST_F(Contract, FromTheCodeToTheAnswersReadBack) {
  const Enrolled kiosk = enrolled();
  EXPECT_EQ(kiosk.centre, "Solhjørnet");
  CurlTransport line(address_of(kiosk));
  outbox.keep(example_pairs());
  outbox.keep(example_places());
  outbox.keep(example_observation());
  auto by = worker(line);
  const auto report = sync_once(by);
  EXPECT_EQ(report.arrived, 3) << code_of(report.why);
  CaseFile case_file(line, "/fhir");
  for (const auto& submission : {example_pairs(), example_places()}) {
    const auto back = case_file.read_back(submission.id);
    ASSERT_TRUE(back.outcome.is_done()) << code_of(back.outcome.why);
    EXPECT_EQ(back.value, submission);
  }
}

TEST_F(Contract, EvaluationsArriveWholeAndAreSaidBack) {
  EvaluationBatch batch;
  batch.id = fhir::example_uuid(7, 1);
  batch.from = batch.until = "2026-10";
  for (int person = 0; person < 5; ++person) {
    AnswerSet set;
    set.scale_direction = "best_right";
    set.answers = {{"tryg", Choice::place, 4}};
    batch.sets.push_back(set);
  }
  batch.better = {"mere tid, æøå"};
  CurlTransport line(address_of(enrolled()));
  outbox.batch = {batch.id, to_json(batch)};
  auto by = worker(line);
  EXPECT_EQ(by.step(), StepKind::arrived) << code_of(by.state().why);
  EXPECT_EQ(by.step(), StepKind::nothing_waits);
}

TEST_F(Contract, ACodeOpensOnce) {
  const std::string code = server->printed_code();
  EXPECT_TRUE(enrol(server->request(code)));
  EXPECT_FALSE(enrol(server->request(code, 2)));
}

TEST_F(Contract, SomebodyElsesServerGetsNeitherSecretNorAnswers) {
  const auto other = make_certificate(folder, "other");
  TlsServer pretender(other);
  EnrolRequest request = server->request(server->printed_code());
  request.address = pretender.origin();
  EXPECT_FALSE(enrol(request));
  EXPECT_EQ(pretender.everything_received(), "");

  Enrolled kiosk = enrolled();
  kiosk.server = pretender.origin();
  CurlTransport line(address_of(kiosk));
  outbox.keep(example_pairs());
  auto by = worker(line);
  EXPECT_EQ(by.step(), StepKind::held);
  EXPECT_EQ(by.state().why, Why::certificate);
  EXPECT_EQ(pretender.everything_received(), "");
}

TEST_F(Contract, ACredentialThatIsNotKnownPausesTheSync) {
  Enrolled kiosk = enrolled();
  kiosk.credential += "x";
  CurlTransport line(address_of(kiosk));
  outbox.keep(example_pairs());
  auto by = worker(line);
  EXPECT_EQ(by.step(), StepKind::paused);
  EXPECT_EQ(by.state().why, Why::refused_access);
}

TEST_F(Contract, TheSameBundleTwiceLeavesOneCopy) {
  CurlTransport line(address_of(enrolled()));
  outbox.keep(example_pairs());
  auto by = worker(line);
  ASSERT_EQ(sync_once(by).arrived, 1);
  auto context = fhir::example_context();
  context.patient = outbox.patients[example_pairs().citizen.value].id;
  CaseFile case_file(line, "/fhir");
  EXPECT_TRUE(case_file.deliver(*fhir::build_bundle(example_pairs(), context)).outcome.is_done());
  EXPECT_EQ(count(line, "QuestionnaireResponse", example_pairs().id.value), 1u);
  EXPECT_EQ(count(line, "DocumentReference", example_pairs().id.value + "/record"), 1u);
}

TEST_F(Contract, WhatIsTakenBackIsGoneWithItsHistory) {
  CurlTransport line(address_of(enrolled()));
  outbox.keep(example_pairs());
  auto by = worker(line);
  ASSERT_EQ(sync_once(by).arrived, 1);
  const std::string id = outbox.row(example_pairs().id.value).receipt->response;
  EXPECT_EQ(get(line, "/fhir/QuestionnaireResponse/" + id + "/_history/1")["status_code"], 200);
  outbox.take_back(example_pairs().id.value);
  settle(by);
  EXPECT_EQ(outbox.row(example_pairs().id.value).state, RowState::withdrawal_arrived)
      << code_of(by.state().why);
  EXPECT_EQ(get(line, "/fhir/QuestionnaireResponse/" + id + "/_history/1")["status_code"], 410);
  CaseFile case_file(line, "/fhir");
  EXPECT_FALSE(case_file.read_back(example_pairs().id).outcome.is_done());
}

TEST_F(Contract, AnswersStillUnderWayWhenTheyAreTakenBackFindTheKeyTaken) {
  CurlTransport line(address_of(enrolled()));
  outbox.keep(example_pairs(7));
  auto by = worker(line);
  ASSERT_EQ(sync_once(by).arrived, 1);  // so that the Patient is known
  const auto late = example_pairs(14);
  ASSERT_EQ(late.citizen, example_pairs(7).citizen);
  auto context = fhir::example_context();
  context.patient = outbox.patients[late.citizen.value].id;
  const std::string bytes = *fhir::build_bundle(late, context);
  outbox.keep(late);
  (void)outbox.mark_sending({ErrandKind::submission, late.id.value, late.citizen, 0, 0});
  outbox.take_back(late.id.value);
  settle(by);
  EXPECT_EQ(outbox.row(late.id.value).state, RowState::withdrawal_arrived)
      << code_of(by.state().why);
  (void)line.send({"POST", "/fhir", bytes, "application/fhir+json", {}});
  CaseFile case_file(line, "/fhir");
  EXPECT_FALSE(case_file.read_back(late.id).outcome.is_done());
}

TEST_F(Contract, WhatWasOnItsWayWhenTheCaseFileDiedArrivesOnce) {
  const Enrolled kiosk = enrolled();
  CurlTransport line(address_of(kiosk));
  outbox.keep(example_pairs());
  auto by = worker(line);
  server->kill_hard();
  EXPECT_EQ(by.step(), StepKind::held);
  EXPECT_EQ(by.state().why, Why::no_network);
  server->serve_again();
  settle(by);
  EXPECT_EQ(outbox.row(example_pairs().id.value).state, RowState::arrived);
  EXPECT_EQ(count(line, "QuestionnaireResponse", example_pairs().id.value), 1u);
}

TEST_F(Contract, AtWhicheverByteTheLineIsCutItArrivesOnce) {
  Enrolled kiosk = enrolled();
  CurlTransport straight(address_of(kiosk));
  FaultyProxy proxy(std::atoi(server->origin().substr(server->origin().rfind(':') + 1).c_str()));
  kiosk.server = proxy.origin();
  std::mt19937 random(1147);
  const unsigned cuts = size_of_campaign(500, 25);
  for (unsigned i = 1; i <= cuts; ++i) {
    if (i % 25 == 0) {  // one kiosk alone would be asked to slow down
      kiosk = enrolled(1 + i / 25);
      kiosk.server = proxy.origin();
    }
    const bool is_up = random() % 2 == 0;
    const auto at = static_cast<int64_t>(random() % (is_up ? 9000 : 6000));
    proxy.cut_after(is_up ? at : -1, is_up ? -1 : at);
    CurlTransport line(address_of(kiosk));
    auto by = worker(line);
    outbox.keep(example_pairs(i));
    settle(by);
    ASSERT_TRUE(outbox.is_settled())
        << "cut " << (is_up ? "up " : "down ") << at << " " << code_of(by.state().why);
    EXPECT_EQ(count(straight, "QuestionnaireResponse", example_pairs(i).id.value), 1u);
    EXPECT_EQ(count(straight, "DocumentReference", example_pairs(i).id.value + "/record"), 1u);
  }
  EXPECT_GT(proxy.connections(), static_cast<int>(cuts)) << "the proxy did cut";
}

TEST_F(Contract, PicturesAndSettingsThatAreGivenLaterReachAPatientThatIsThere) {
  const Enrolled kiosk = enrolled();
  CurlTransport line(address_of(kiosk));
  outbox.keep(example_pairs());
  auto by = worker(line);
  ASSERT_EQ(sync_once(by).arrived, 1);
  const std::string patient = "/fhir/Patient/" + outbox.patients[example_pairs().citizen.value].id;
  EXPECT_FALSE(get(line, patient).contains("extension"));

  outbox.own_traits.signs = {PictureId("signs/sunflower"), PictureId("signs/boat")};
  outbox.own_traits.access.hold_ms = 700;
  outbox.own_traits.access.palette = Palette::dark;
  outbox.own_traits.access.is_calm = true;
  settle(by);
  const Json known = get(line, patient);
  ASSERT_EQ(known["extension"].size(), 3u) << known.dump();
  EXPECT_EQ(fhir::traits_of(known.dump()), outbox.own_traits);
  EXPECT_EQ(known["extension"][0]["valueString"], "signs/sunflower");
  EXPECT_EQ(known["identifier"][0]["value"], example_pairs().citizen.value);

  outbox.own_traits.signs = {PictureId("signs/cat")};
  settle(by);
  EXPECT_EQ(get(line, patient)["extension"].size(), 2u);
}

TEST_F(Contract, WhoKeptSomethingIsKnownAtTheCentresOtherKioskAsTheyUseIt) {
  CurlTransport hall(address_of(enrolled(1))), kitchen(address_of(enrolled(2)));
  MemoryOutbox in_the_kitchen;
  auto hall_worker = worker_of(outbox, hall, 1, "Solhjørnet");
  auto kitchen_worker = worker_of(in_the_kitchen, kitchen, 2, "Solhjørnet");
  std::vector<CitizenId> citizens;
  for (unsigned i = 1; i <= 120; ++i) {  // more than a page
    Submission said = example_pairs(i);
    said.citizen = CitizenId(fhir::example_uuid(3, i));
    auto& traits = outbox.citizens[said.citizen.value];
    traits.signs = {PictureId("signs/p" + std::to_string(i))};
    traits.access.hold_ms = static_cast<int>(i);
    outbox.keep(said);
    citizens.push_back(said.citizen);
  }
  EXPECT_EQ(sync_once(hall_worker).arrived, 120);
  EXPECT_EQ(sync_once(kitchen_worker).arrived, 0);
  EXPECT_EQ(in_the_kitchen.citizens, outbox.citizens);

  in_the_kitchen.citizens[citizens[7].value].access.is_calm = true;
  outbox.citizens[citizens[7].value].access.text_percent = 150;
  EXPECT_EQ(sync_once(kitchen_worker).arrived, 1);
  EXPECT_EQ(sync_once(hall_worker).arrived, 1);
  now += Waits().look_ms;
  EXPECT_EQ(sync_once(kitchen_worker).arrived, 0);
  EXPECT_EQ(in_the_kitchen.citizens, outbox.citizens);
  const auto& both = outbox.citizens[citizens[7].value].access;
  EXPECT_EQ(both.is_calm, true);
  EXPECT_EQ(both.text_percent, 150);
}

TEST_F(Contract, ACallForHelpReachesTheCentre) {
  CurlTransport line(address_of(enrolled()));
  CaseFile case_file(line, "/fhir");
  EXPECT_TRUE(
      case_file.call_help(fhir::example_uuid(9, 1), fhir::example_uuid(6, 1), now).is_done());
}

TEST_F(Contract, AToolsQuestionnaireIsStoredOnce) {
  CurlTransport line(address_of(enrolled()));
  CaseFile case_file(line, "/fhir");
  const auto bundle =
      fhir::build_questionnaire_bundle({ToolId("to_billeder"),
                                        3,
                                        {"To billeder", {}},
                                        "da",
                                        {{"t1_q", {"Hvad vil du helst?", {}}}},
                                        {{{"jobs", "bage"}, {"Bage", {}}, "\x89PNG"}},
                                        {}});
  EXPECT_TRUE(case_file.store_questionnaire(*bundle).is_done());
  EXPECT_TRUE(case_file.store_questionnaire(*bundle).is_done());
}

}  // namespace
}  // namespace aktiv::sync
