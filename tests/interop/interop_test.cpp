// The kiosk's own worker sends to engines that somebody else wrote, and to ours: the same cases.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kiosk/sync/commands.h"
#include "kiosk/sync/fhir/evaluation_counts.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/questionnaire.h"
#include "kiosk/sync/questionnaires/questionnaires.h"
#include "kiosk/sync/testing/memory_outbox.h"
#include "tests/interop/peer.h"

namespace aktiv::sync::interop {
namespace {

using Json = nlohmann::json;

// Loses the answer to the first conversation that is sent, after it has arrived.
class Losing : public HttpTransport {
 public:
  explicit Losing(HttpTransport& line) : line_(line) {}

  HttpResult send(const HttpRequest& request) override {
    HttpResult result = line_.send(request);
    const bool is_conversation =
        request.method == "POST" && request.body.find("QuestionnaireResponse") != std::string::npos;
    if (!is_conversation || lost > 0) return result;
    ++lost;
    return NoReply::cut_off;
  }

  int lost = 0;

 private:
  HttpTransport& line_;
};

class Interop : public testing::TestWithParam<std::string> {
 protected:
  Interop() : peer(make_peer(GetParam())), connection(peer->destination, utc_ms) {
    settings.base = peer->base;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
  }

  // What is said here is nobody's elsewhere: a server may keep what an earlier run sent.
  std::string uuid(unsigned kind, unsigned number) const {
    return fhir::example_uuid(peer->run * 16 + kind, number);
  }
  Submission pairs(unsigned number) const { return own(fhir::example_pairs(number), number); }
  Submission places(unsigned number) const { return own(fhir::example_places(number), number); }
  Submission own(Submission said, unsigned number) const {
    said.id = SubmissionId(uuid(1, number));
    said.citizen = CitizenId(uuid(3, number));
    return said;
  }
  Observation observation(unsigned number) const {
    Observation seen = fhir::example_observation(number);
    seen.id = uuid(5, number);
    seen.citizen = CitizenId(uuid(3, number));
    return seen;
  }

  HttpTransport& line() { return connection.transport(); }
  // Two kiosks of one centre, which is this run's own.
  void stand_at(const std::string& centre) {
    settings.centre = centre + " " + std::to_string(peer->run);
    outbox.centre = elsewhere.centre = fhir::centre_code(settings.centre);
  }
  OutboxWorker worker_of(MemoryOutbox& kiosk) {
    return OutboxWorker(
        kiosk, line(), settings, [this] { return now; }, [] { return 0.5; });
  }

  OutboxWorker worker() { return worker_of(outbox); }
  OutboxWorker worker_over(HttpTransport& over) {
    return OutboxWorker(
        outbox, over, settings, [this] { return now; }, [] { return 0.5; });
  }

  void settle(OutboxWorker& by) {
    for (int i = 0; i < 50 && !outbox.is_settled(); ++i) {
      if (by.step() == StepKind::waits) now = by.state().next_try_ms;
    }
  }

  Json get(const std::string& path) {
    const auto result = line().send({"GET", path, "", "", {{"Accept", "application/fhir+json"}}});
    const auto* reply = std::get_if<HttpReply>(&result);
    return reply ? Json::parse(reply->body, nullptr, false) : Json();
  }

  std::vector<Json> found(const std::string& type, const std::string& value) {
    const std::string key = percent_encoded("urn:aktiv-dialog:submission|" + value);
    std::vector<Json> resources;
    const Json bundle = get(peer->base + "/" + type + "?identifier=" + key);
    if (bundle.contains("entry")) {
      for (const auto& entry : bundle["entry"]) resources.push_back(entry["resource"]);
    }
    return resources;
  }

  std::unique_ptr<Peer> peer;
  Connection connection;
  MemoryOutbox outbox, elsewhere;
  WorkerSettings settings;
  int64_t now = 1'795'360'000'000;
};

TEST_P(Interop, WhatWasKeptArrivesWholeAndCanBeReadBack) {
  const auto two = pairs(101), map = places(102);
  outbox.keep(two);
  outbox.keep(map);
  outbox.keep(observation(103));
  auto by = worker();
  const auto report = sync_once(by);
  EXPECT_EQ(report.arrived, 3) << code_of(report.why);
  CaseFile case_file(line(), peer->base);
  for (const auto& submission : {two, map}) {
    const auto back = case_file.read_back(submission.id);
    ASSERT_TRUE(back.outcome.is_done());
    EXPECT_EQ(back.value, submission);
  }
  const auto seen = found("QuestionnaireResponse", observation(103).id + "/observation");
  ASSERT_EQ(seen.size(), 1u);
  const auto back = fhir::read_observation(seen.front().dump());
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, observation(103));
}

TEST_P(Interop, TheSameBundleTwiceLeavesOneCopyOfEach) {
  const auto submission = pairs(111);
  outbox.keep(submission);
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  auto context = settings.context;
  context.patient = outbox.patients[submission.citizen.value].id;
  CaseFile case_file(line(), peer->base);
  EXPECT_TRUE(case_file.deliver(*fhir::build_bundle(submission, context)).outcome.is_done());
  EXPECT_EQ(found("QuestionnaireResponse", submission.id.value).size(), 1u);
  EXPECT_EQ(found("DocumentReference", submission.id.value + "/record").size(), 1u);
  const auto tag = percent_encoded("urn:aktiv-dialog:tag|" + submission.id.value + "/provenance");
  EXPECT_EQ(get(peer->base + "/Provenance?_tag=" + tag)["entry"].size(), 1u);
}

TEST_P(Interop, ALostAnswerAndAnotherTryLeaveOneCopy) {
  const auto submission = pairs(121);
  outbox.keep(submission);
  Losing losing(line());
  auto by = worker_over(losing);
  settle(by);
  EXPECT_EQ(losing.lost, 1);
  EXPECT_EQ(outbox.row(submission.id.value).state, RowState::arrived);
  EXPECT_EQ(found("QuestionnaireResponse", submission.id.value).size(), 1u);
  EXPECT_EQ(found("DocumentReference", submission.id.value + "/record").size(), 1u);
}

TEST_P(Interop, EachToolsQuestionnaireIsThereOnceHoweverOftenItIsTold) {
  const auto bundles = questionnaire_bundles(content(), {});
  ASSERT_TRUE(bundles) << to_text(bundles.error());
  CaseFile case_file(line(), peer->base);
  for (int time = 0; time < 2; ++time)
    for (const auto& bundle : *bundles)
      EXPECT_TRUE(case_file.store_questionnaire(bundle).is_done());
  for (const ToolDefinition& tool : content().tools) {
    const Json there = get(peer->base + "/Questionnaire?identifier=" +
                           percent_encoded("urn:aktiv-dialog:questionnaire|" + tool.id.value + "/" +
                                           std::to_string(tool.version)));
    EXPECT_EQ(there["entry"].size(), 1u) << tool.id.value;
  }
}

TEST_P(Interop, WhatTheMentorSawNamesAQuestionnaireThatIsThereOnce) {
  const auto bundle = *fhir::build_observation_questionnaire_bundle({{"Set af mentor", {}}, "da"});
  CaseFile case_file(line(), peer->base);
  EXPECT_TRUE(case_file.store_questionnaire(bundle).is_done());
  EXPECT_TRUE(case_file.store_questionnaire(bundle).is_done());
  outbox.keep(observation(161));
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  const auto seen = found("QuestionnaireResponse", observation(161).id + "/observation");
  ASSERT_EQ(seen.size(), 1u);
  const std::string name = seen.front()["questionnaire"];
  const auto bar = name.find('|');
  const Json there = get(peer->base + "/Questionnaire?url=" + percent_encoded(name.substr(0, bar)) +
                         "&version=" + name.substr(bar + 1));
  ASSERT_EQ(there["entry"].size(), 1u) << there.dump();
  EXPECT_EQ(there["entry"][0]["resource"]["identifier"][0]["value"], "observation/4");
}

TEST_P(Interop, PicturesAndSettingsThatAreGivenLaterReachAPatientThatIsThere) {
  outbox.keep(pairs(176));
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  const std::string patient =
      peer->base + "/Patient/" + outbox.patients[pairs(176).citizen.value].id;
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
  EXPECT_EQ(known["identifier"][0]["value"], pairs(176).citizen.value);

  outbox.own_traits.signs = {PictureId("signs/cat")};
  settle(by);
  EXPECT_EQ(get(patient)["extension"].size(), 2u);
}

TEST_P(Interop, WhoKeptSomethingIsKnownAtTheCentresOtherKiosk) {
  stand_at("Nord, Aalborg");
  auto by = worker();
  auto other = worker_of(elsewhere);
  for (unsigned i = 0; i < 3; ++i) {
    Submission said = pairs(181 + i);
    said.citizen = CitizenId(uuid(3, 181 + i));
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

// "Mine svar" is the same at every kiosk of the centre.
TEST_P(Interop, WhatWasKeptAtOneKioskIsShownAtTheOtherUntilItIsTakenBackAtEither) {
  stand_at("Syd, Aalborg");
  auto by = worker();
  auto other = worker_of(elsewhere);
  const auto look = [&](OutboxWorker& at) {
    now += Waits().look_ms;
    return sync_once(at);
  };
  const CitizenId citizen = pairs(191).citizen;
  outbox.citizens[citizen.value].signs = {PictureId("signs/p1")};
  for (unsigned i = 0; i < 3; ++i) {
    Submission said = i == 2 ? places(193) : pairs(191 + i);
    said.citizen = citizen;
    outbox.keep(said);
  }
  Observation seen = observation(194);
  seen.citizen = citizen;
  seen.conversation = pairs(191).conversation;
  outbox.keep(seen);
  EXPECT_EQ(sync_once(by).arrived, 4);
  look(other);
  look(other);
  EXPECT_EQ(elsewhere.kept_by(citizen.value), outbox.kept_by(citizen.value)) << "whole";
  EXPECT_EQ(elsewhere.row(seen.id).observation, seen);

  const std::string gone = pairs(191).id.value;
  elsewhere.take_back(gone);
  EXPECT_EQ(look(other).arrived, 1);
  look(by);
  EXPECT_EQ(outbox.kept_by(citizen.value).size(), 2u);
  EXPECT_EQ(elsewhere.kept_by(citizen.value), outbox.kept_by(citizen.value));
}

TEST_P(Interop, AStaleVersionIsRefused) {
  const auto submission = pairs(131);
  outbox.keep(submission);
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  Json resource = found("QuestionnaireResponse", submission.id.value).front();
  const std::string path =
      peer->base + "/QuestionnaireResponse/" + resource["id"].get<std::string>();
  const std::string version = "W/\"" + resource["meta"]["versionId"].get<std::string>() + "\"";
  HttpRequest put{"PUT", path, "", "application/fhir+json", {{"If-Match", version}}};
  resource["status"] = "amended";
  put.body = resource.dump();
  EXPECT_EQ(std::get<HttpReply>(line().send(put)).status, 200);
  // The same once more could be the first one's repetition, which a server may take (RFC 9110,
  // 13.1.1); something else is not.
  resource["status"] = "in-progress";
  put.body = resource.dump();
  EXPECT_EQ(std::get<HttpReply>(line().send(put)).status, 412);
  EXPECT_EQ(found("QuestionnaireResponse", submission.id.value).front()["status"], "amended");
}

TEST_P(Interop, WhatWasTakenBackIsReplacedByAMark) {
  const auto submission = places(141);
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

TEST_P(Interop, AnAcceptedWishIsAGoalAndGoesWithItsAnswers) {
  const Submission wished = own(fhir::example_staircase(), 171);
  outbox.keep(wished);
  auto by = worker();
  ASSERT_EQ(sync_once(by).arrived, 1);
  auto goals = found("Goal", wished.id.value + "/goal");
  ASSERT_EQ(goals.size(), 1u);
  EXPECT_EQ(goals.front()["lifecycleStatus"], "proposed");
  outbox.take_back(wished.id.value);
  settle(by);
  EXPECT_EQ(outbox.row(wished.id.value).state, RowState::withdrawal_arrived);
  goals = found("Goal", wished.id.value + "/goal");
  ASSERT_EQ(goals.size(), 1u);
  EXPECT_EQ(goals.front()["lifecycleStatus"], "entered-in-error");
}

// Whole at our case file; a server that is not the unit's own learns counts, once.
TEST_P(Interop, EvaluationsArriveOnce) {
  outbox.batch = {uuid(7, 2), to_json(evaluations(uuid(7, 2)))};
  auto by = worker();
  EXPECT_EQ(by.step(), StepKind::arrived) << code_of(by.state().why);
  outbox.batch = {uuid(7, 2), to_json(evaluations(uuid(7, 2)))};
  EXPECT_EQ(by.step(), StepKind::arrived) << "the same batch again is no second report";
}

INSTANTIATE_TEST_SUITE_P(Peers, Interop, testing::ValuesIn(peer_names()),
                         [](const auto& param) { return param.param; });

}  // namespace
}  // namespace aktiv::sync::interop
