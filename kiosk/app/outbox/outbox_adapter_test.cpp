// The kiosk's own store behind the sync's worker: what is kept, sent, seen and taken back.
#include "kiosk/app/outbox/outbox_adapter.h"

#include <gtest/gtest.h>

#include "dialogue/model/evaluation_batch.h"
#include "dialogue/model/submission_json.h"
#include "kiosk/sync/commands.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/testing/fake_server.h"

namespace aktiv::app {
namespace {

using fhir::example_observation;
using fhir::example_pairs;
using storage::OutboxState;
using storage::Store;

class Line : public sync::HttpTransport {
 public:
  sync::HttpResult send(const sync::HttpRequest& request) override {
    if (refuses_with == 0) return server.answer(request);
    return sync::HttpReply{refuses_with, {}, ""};
  }
  sync::FakeServer server;
  int refuses_with = 0;
};

class Adapter : public testing::Test {
 protected:
  Adapter()
      : store([] { return Result<std::unique_ptr<Store>>(storage::memory_store()); }, [] {}),
        outbox(store, {[this] { return now; }, [] { return 0.5; }}),
        worker(
            outbox, line, settings(), [this] { return now; }, [] { return 0.5; }) {}

  static sync::WorkerSettings settings() {
    sync::WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    settings.centre = "Nord";
    return settings;
  }

  // The next step of what is this kiosk's own.
  sync::StepKind own_step() {
    auto kind = worker.step();
    while (kind == sync::StepKind::looked) kind = worker.step();
    return kind;
  }

  void does(const std::function<Status(Store&)>& work) {
    const auto done = store.call<void>(work);
    ASSERT_TRUE(done) << to_text(done.error());
  }

  void enrol() {
    does([](Store& s) {
      return s.house().put_enrolment({"https://a", std::string(32, 'k'), "c1", "Nord", "/fhir"});
    });
  }

  void know(const CitizenId& citizen) {
    does([&](Store& s) {
      return s.people().add_citizen({citizen, PictureId("signs/sol"), {}, "", false});
    });
  }

  void keep(const Submission& submission) {
    does([&](Store& s) { return s.journal().start(submission.conversation, submission.citizen); });
    const storage::NewSubmission row{submission.id, to_json(submission)};
    does([&](Store& s) { return s.journal().finish(submission.conversation, {}, {&row, 1}); });
  }

  OutboxState state_of(const Submission& submission) {
    const auto items = store.call<std::vector<storage::OutboxItem>>(
        [&](Store& s) { return s.outbox().items(submission.citizen); });
    for (const auto& item : *items) {
      if (item.submission == submission.id) return item.state;
    }
    ADD_FAILURE() << "no such item";
    return OutboxState::kept_here;
  }

  int64_t now = 1'795'360'000'000;
  Line line;
  storage::StoreThread store;
  OutboxAdapter outbox;
  sync::OutboxWorker worker;
};

TEST_F(Adapter, NothingLeavesBeforeTheKioskIsEnrolled) {
  know(example_pairs().citizen);
  keep(example_pairs());
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
  EXPECT_EQ(state_of(example_pairs()), OutboxState::kept_here);
  enrol();
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_EQ(state_of(example_pairs()), OutboxState::acknowledged);
}

TEST_F(Adapter, WhatArrivedIsWhatWasKept) {
  enrol();
  know(example_pairs().citizen);
  keep(example_pairs());
  EXPECT_EQ(sync::sync_once(worker).arrived, 1);
  sync::CaseFile case_file(line, "/fhir");
  EXPECT_EQ(case_file.read_back(example_pairs().id).value, example_pairs());
}

TEST_F(Adapter, TheCitizensPictureGoesAlong) {
  enrol();
  know(example_pairs().citizen);
  keep(example_pairs());
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_NE(line.server.now("Patient").front().find("\"signs/sol\""), std::string::npos);
}

TEST_F(Adapter, APatientThatWasMadeWithoutAPictureGetsTheCitizensOwn) {
  enrol();
  know(example_pairs().citizen);
  keep(example_pairs());
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits) << "it was made with the picture";
  // As a kiosk from before has noted it: nothing is known of its pictures.
  does([](Store& s) { return s.people().put_patient(example_pairs().citizen, "Patient/1"); });
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
  does([](Store& s) {
    return s.people().change_signs(example_pairs().citizen, PictureId("signs/bil"), {});
  });
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_NE(line.server.now("Patient").front().find("\"signs/bil\""), std::string::npos);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
}

TEST_F(Adapter, HowTheCitizenUsesAKioskFollowsAndComesBack) {
  enrol();
  const CitizenId citizen = example_pairs().citizen;
  know(citizen);
  keep(example_pairs());
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  AccessProfile access;
  access.hold_ms = 700;
  const auto set = [&](const std::string& profile) {
    does([&](Store& s) { return s.people().put_profile(citizen, profile); });
  };
  set(to_json(access));
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
  EXPECT_EQ(fhir::traits_of(line.server.now("Patient").front()).access, access);

  fhir::Traits there{{PictureId("signs/bil")}, access};
  there.access.text_percent = 150;
  line.server.change("Patient", 0,
                     [&](const std::string& was) { return fhir::bearing(was, there); });
  access.is_calm = true;
  set(to_json(access));
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  there.access.is_calm = true;
  EXPECT_EQ(*outbox.traits(citizen), there) << "what either kiosk has set";
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);

  set("{no profile");
  EXPECT_EQ(*outbox.traits(citizen), there) << "as it was agreed on";
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits) << "and nothing is taken away there";
}

TEST_F(Adapter, PicturesThatSomebodyHereHasAreNotTaken) {
  enrol();
  const CitizenId citizen = example_pairs().citizen;
  know(citizen);
  does([](Store& s) {
    return s.people().add_citizen({CitizenId("other"), PictureId("signs/bil"), {}, "", false});
  });
  keep(example_pairs());
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  line.server.change("Patient", 0, [](const std::string& was) {
    return fhir::bearing(was, {{PictureId("signs/bil")}, {}});
  });
  does([&](Store& s) { return s.people().put_profile(citizen, R"({"version":1,"hold_ms":700})"); });
  for (int i = 0; i < 4; ++i) (void)worker.step();
  EXPECT_EQ(outbox.traits(citizen)->signs, std::vector{PictureId("signs/sol")});
  EXPECT_EQ(fhir::traits_of(line.server.now("Patient").front()), *outbox.traits(citizen));
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
}

// As another kiosk of the same centre tells it.
fhir::Traits tell_of(sync::HttpTransport& line, const CitizenId& citizen) {
  fhir::Traits traits{{PictureId("signs/bil"), PictureId("signs/kat")}, {}};
  traits.access.hold_ms = 700;
  EXPECT_TRUE(
      sync::CaseFile(line, "/fhir", "Nord").resolve_patient(citizen, traits).outcome.is_done());
  return traits;
}

TEST_F(Adapter, WhoComesFromAnotherKioskIsKnownAsTheyAreThere) {
  enrol();
  const CitizenId citizen(fhir::example_uuid(3, 9));
  const auto traits = tell_of(line, citizen);
  EXPECT_EQ(worker.step(), sync::StepKind::looked);
  EXPECT_EQ(*outbox.traits(citizen), traits);
  EXPECT_EQ(worker.step(), sync::StepKind::nothing_waits) << "agreed on from the first";
  const auto citizens =
      store.call<std::vector<storage::Citizen>>([](Store& s) { return s.people().citizens(); });
  EXPECT_EQ(citizens->front(), (storage::Citizen{citizen, PictureId("signs/bil"),
                                                 PictureId("signs/kat"), "Nord", false}));
}

TEST_F(Adapter, WhatWasToldWithoutAnAnswerIsRememberedOverARestart) {
  enrol();
  know(example_pairs().citizen);
  keep(example_pairs());
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  does([](Store& s) {
    return s.people().put_profile(example_pairs().citizen, R"({"version":1,"hold_ms":700})");
  });
  line.refuses_with = 503;
  EXPECT_EQ(worker.step(), sync::StepKind::held);
  const auto noted = *outbox.patient(example_pairs().citizen);
  EXPECT_EQ(noted->told, std::set<std::string>{"hold_ms"});
  does(
      [](Store& s) { return s.people().put_profile(example_pairs().citizen, R"({"version":1})"); });
  line.refuses_with = 0;
  now += 3'600'000;
  EXPECT_EQ(own_step(), sync::StepKind::arrived) << "though it is here as it was agreed on";
  EXPECT_TRUE(outbox.patient(example_pairs().citizen)->value().told.empty());
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
}

TEST_F(Adapter, WhoWasErasedHereStaysErased) {
  enrol();
  const CitizenId citizen(fhir::example_uuid(3, 9));
  tell_of(line, citizen);
  EXPECT_EQ(worker.step(), sync::StepKind::looked);
  does([&](Store& s) { return s.people().erase_citizen(citizen); });
  now += sync::Waits().look_ms;
  EXPECT_EQ(worker.step(), sync::StepKind::looked);
  EXPECT_TRUE(outbox.traits(citizen)->signs.empty());
}

TEST_F(Adapter, WhoWasErasedInTheCaseFileIsErasedHereButNotOutOfATalk) {
  enrol();
  const CitizenId citizen = example_pairs().citizen;
  know(citizen);
  keep(example_pairs());
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  line.server.change("Patient", 0, [](const std::string& was) { return fhir::erased(was); });
  const ConversationId talk(fhir::example_uuid(2, 7));
  does([&](Store& s) { return s.journal().start(talk, citizen); });
  const auto look = [&] {
    now += sync::Waits().look_ms;
    line.server.clock_ms += 60'000;
    return worker.step();
  };
  EXPECT_EQ(look(), sync::StepKind::looked);
  EXPECT_FALSE(outbox.traits(citizen)->signs.empty()) << "they are in the middle of a talk";
  does([&](Store& s) { return s.journal().leave_unfinished(talk); });
  EXPECT_EQ(look(), sync::StepKind::looked);
  EXPECT_TRUE(outbox.traits(citizen)->signs.empty());
  const auto talks = store.call<std::vector<storage::Conversation>>(
      [&](Store& s) { return s.journal().unfinished(citizen); });
  EXPECT_TRUE(talks->empty());
  EXPECT_EQ(*outbox.erase(citizen), sync::Erasure::was_not_here);
}

TEST_F(Adapter, WhoSignsInWithTheSamePicturesIsLeftToStaff) {
  enrol();
  const CitizenId citizen(fhir::example_uuid(3, 9));
  tell_of(line, citizen);
  does([](Store& s) {
    return s.people().add_citizen(
        {CitizenId("other"), PictureId("signs/bil"), PictureId("signs/kat"), "", false});
  });
  EXPECT_EQ(worker.step(), sync::StepKind::looked);
  EXPECT_EQ(worker.state().signs_taken, 1);
  EXPECT_TRUE(outbox.traits(citizen)->signs.empty());
}

TEST_F(Adapter, WhoIsHereAlreadyKeepsWhatWasSetHereAndLearnsTheRest) {
  enrol();
  const CitizenId citizen(fhir::example_uuid(3, 9));
  tell_of(line, citizen);
  know(citizen);  // this kiosk has lost its note of the Patient
  does([&](Store& s) { return s.people().put_profile(citizen, R"({"version":1,"pitch":20})"); });
  EXPECT_EQ(worker.step(), sync::StepKind::looked);
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  const auto both = *outbox.traits(citizen);
  EXPECT_EQ(both.signs, std::vector{PictureId("signs/sol")}) << "as the mentor here chose";
  EXPECT_EQ(both.access.pitch, 20);
  EXPECT_EQ(both.access.hold_ms, 700);
  EXPECT_EQ(fhir::traits_of(line.server.now("Patient").front()), both);
}

TEST_F(Adapter, EvaluationsGoWhenTheirMonthIsOverAndAreGoneHere) {
  enrol();
  Evaluation said;
  said.month = month_of(now);
  said.scale_direction = "best_right";
  for (int person = 0; person < 5; ++person)
    does([&](Store& s) { return s.evaluations().put(said); });
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
  now += 31 * 86'400'000LL;
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  ASSERT_EQ(line.server.evaluations.size(), 1u);
  EXPECT_EQ(evaluation_batch_from_json(line.server.evaluations.front())->sets.size(), 5u);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
}

TEST_F(Adapter, TheSealedBytesGoAgain) {
  enrol();
  know(example_pairs().citizen);
  keep(example_pairs());
  line.refuses_with = 503;
  EXPECT_EQ(worker.step(), sync::StepKind::held);
  line.refuses_with = 0;
  for (int i = 0; i < 5 && state_of(example_pairs()) != OutboxState::acknowledged; ++i) {
    if (worker.step() == sync::StepKind::waits) now = worker.state().next_try_ms;
  }
  EXPECT_EQ(state_of(example_pairs()), OutboxState::acknowledged);
}

TEST_F(Adapter, ARefusedOneIsSetAsideWithItsReason) {
  enrol();
  know(example_pairs().citizen);
  does([](Store& s) { return s.people().put_patient(example_pairs().citizen, "Patient/7"); });
  keep(example_pairs());
  line.refuses_with = 422;
  EXPECT_EQ(worker.step(), sync::StepKind::quarantined);
  const auto items = store.call<std::vector<storage::OutboxItem>>(
      [](Store& s) { return s.outbox().items(std::nullopt); });
  EXPECT_EQ(items->front().state, OutboxState::quarantined);
  EXPECT_EQ(items->front().reason, "refused_content");
}

TEST_F(Adapter, WhatIsTakenBackIsTakenBackThereToo) {
  enrol();
  know(example_pairs().citizen);
  keep(example_pairs());
  EXPECT_EQ(sync::sync_once(worker).arrived, 1);
  does([](Store& s) { return s.outbox().take_back(example_pairs().id); });
  EXPECT_EQ(sync::sync_once(worker).arrived, 1);
  EXPECT_EQ(line.server.count("QuestionnaireResponse", "entered-in-error"), 1);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
}

TEST_F(Adapter, WhatTheMentorSawGoesOnce) {
  enrol();
  const auto seen = example_observation();
  know(seen.citizen);
  does([&](Store& s) {
    return s.people().put_observation({seen.id, seen.citizen, {}, to_json(seen), false});
  });
  EXPECT_EQ(sync::sync_once(worker).arrived, 1);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
  const auto back = fhir::read_observation(line.server.now("QuestionnaireResponse").front());
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, seen);
}

TEST_F(Adapter, ACallForHelpIsPassedOnAndForgotten) {
  enrol();
  does([](Store& s) {
    return s.house().add_help_call({fhir::example_uuid(6, 1), 1'795'350'000'000});
  });
  EXPECT_EQ(worker.step(), sync::StepKind::arrived);
  EXPECT_EQ(own_step(), sync::StepKind::nothing_waits);
  EXPECT_EQ(line.server.help_calls, 1);
}

}  // namespace
}  // namespace aktiv::app
