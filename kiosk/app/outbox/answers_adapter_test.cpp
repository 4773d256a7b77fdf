// Two kiosks of a day centre with sealed stores of their own: what somebody kept at one is on the
// other's shelf, and what they take back at either is on neither.
#include "kiosk/app/outbox/answers_adapter.h"

#include <gmock/gmock.h>

#include "dialogue/model/submission_json.h"
#include "kiosk/app/outbox/outbox_adapter.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/testing/fake_server.h"

namespace aktiv::app {
namespace {

using fhir::example_pairs;
using storage::Store;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Line : public sync::HttpTransport {
 public:
  sync::HttpResult send(const sync::HttpRequest& request) override {
    return server.answer(request);
  }
  sync::FakeServer server;
};

struct Kiosk {
  Kiosk(Line& line, const int64_t& now)
      : store([] { return Result<std::unique_ptr<Store>>(storage::memory_store()); }, [] {}),
        outbox(store, {[&now] { return now; }, [] { return 0.5; }}),
        worker(
            outbox, line, settings(), [&now] { return now; }, [] { return 0.5; }) {
    does([](Store& s) {
      return s.house().put_enrolment({"https://a", std::string(32, 'k'), "c1", "Nord", "/fhir"});
    });
  }

  static sync::WorkerSettings settings() {
    sync::WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    settings.centre = "Nord";
    return settings;
  }

  void does(const std::function<Status(Store&)>& work) {
    const auto done = store.call<void>(work);
    ASSERT_TRUE(done) << to_text(done.error());
  }

  void sync() {
    for (int i = 0; i < 40; ++i)
      if (worker.step() == sync::StepKind::nothing_waits) return;
  }

  std::vector<storage::KeptSubmission> kept() {
    return *store.call<std::vector<storage::KeptSubmission>>(
        [](Store& s) { return s.outbox().list_kept(example_pairs().citizen); });
  }

  std::vector<storage::SealedObservation> observed() {
    return *store.call<std::vector<storage::SealedObservation>>(
        [](Store& s) { return s.people().observations(example_pairs().citizen); });
  }

  storage::StoreThread store;
  OutboxAdapter outbox;
  sync::OutboxWorker worker;
};

class Shelf : public testing::Test {
 protected:
  Shelf() {
    hall.does([](Store& s) {
      return s.people().add_citizen(
          {example_pairs().citizen, PictureId("signs/sol"), {}, "Nord", false});
    });
    keep(example_pairs());
    hall.sync();
    kitchen.sync();
  }

  void keep(const Submission& submission) {
    hall.does(
        [&](Store& s) { return s.journal().start(submission.conversation, submission.citizen); });
    const storage::NewSubmission row{submission.id, to_json(submission)};
    hall.does([&](Store& s) { return s.journal().finish(submission.conversation, {}, {&row, 1}); });
  }

  void both_sync_twice() {
    for (int time = 0; time < 2; ++time) {
      a_while();
      hall.sync();
      kitchen.sync();
    }
  }

  void a_while() { now += sync::Waits().look_ms; }

  int64_t now = 1'795'360'000'000;
  Line line;
  Kiosk hall{line, now}, kitchen{line, now};
};

TEST_F(Shelf, WhatWasKeptThereIsHereWholeAndIsNotSentAgain) {
  const auto kept = kitchen.kept();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_TRUE(kept[0].item.is_from_elsewhere);
  EXPECT_EQ(*submission_from_json(kept[0].bytes), example_pairs());
  EXPECT_EQ(line.server.count("QuestionnaireResponse"), 1);
}

TEST_F(Shelf, TakenBackHereItIsGoneThereAndInTheCaseFile) {
  kitchen.does([](Store& s) { return s.outbox().take_back(example_pairs().id); });
  a_while();
  kitchen.sync();
  EXPECT_EQ(line.server.count("QuestionnaireResponse", "completed"), 0);
  EXPECT_EQ(line.server.count("DocumentReference", "current"), 0);
  hall.sync();
  EXPECT_THAT(hall.kept(), IsEmpty());
  a_while();
  hall.sync();
  kitchen.sync();
  EXPECT_THAT(hall.kept(), IsEmpty());
  EXPECT_THAT(kitchen.kept(), IsEmpty());
  EXPECT_EQ(kitchen.worker.step(), sync::StepKind::nothing_waits);
}

TEST_F(Shelf, AMentorsWordsComeBesideAndOnce) {
  const Observation seen = [] {
    Observation one = fhir::example_plan(4);
    one.citizen = example_pairs().citizen;
    one.conversation = example_pairs().conversation;  // which was kept, so that it may leave
    return one;
  }();
  hall.does([&](Store& s) {
    return s.people().put_observation(
        {seen.id, seen.citizen, seen.conversation, to_json(seen), false});
  });
  both_sync_twice();
  const auto there = kitchen.observed();
  ASSERT_THAT(there, SizeIs(1));
  EXPECT_EQ(*observation_from_json(there[0].bytes), seen);
  EXPECT_TRUE(there[0].is_acknowledged);

  // It goes with the talk in which it was seen, and does not come back without it.
  hall.does([](Store& s) { return s.outbox().take_back(example_pairs().id); });
  both_sync_twice();
  EXPECT_THAT(kitchen.observed(), IsEmpty());
}

TEST_F(Shelf, WhatWasReadIsRememberedBesideWhatWasAgreedOn) {
  auto& shelf = kitchen.outbox.answers();
  EXPECT_TRUE((*shelf.citizens())[0].is_read);
  kitchen.does([](Store& s) {
    return s.people().put_profile(example_pairs().citizen, R"({"version":1,"hold_ms":700})");
  });
  a_while();
  kitchen.sync();
  EXPECT_TRUE((*shelf.citizens())[0].is_read);
  EXPECT_EQ(kitchen.outbox.patient(example_pairs().citizen)->value().traits.signs,
            std::vector{PictureId("signs/sol")})
      << "and is no picture";
  EXPECT_GT(*shelf.read_until_ms(), 0);
}

TEST_F(Shelf, WhenTheyMeetNextIsTheSameThereAlsoWhenItIsOver) {
  const auto& who = example_pairs().citizen;
  const auto meeting_at = [&](Kiosk& kiosk) {
    return *kiosk.store.call<std::string>([&](Store& s) { return s.people().next_meeting(who); });
  };
  const auto write = [&](Kiosk& kiosk, const std::string& words) {
    kiosk.does([&](Store& s) { return s.people().put_next_meeting(who, words); });
    for (int time = 0; time < 2; ++time) {
      a_while();
      kiosk.sync();
      hall.sync();
      kitchen.sync();
    }
  };
  write(hall, "Tirsdag kl. 10,\ni køkkenet");
  EXPECT_EQ(meeting_at(kitchen), "Tirsdag kl. 10,\ni køkkenet");
  EXPECT_EQ(kitchen.worker.step(), sync::StepKind::nothing_waits);
  write(kitchen, "");
  EXPECT_EQ(meeting_at(hall), "");
}

TEST_F(Shelf, WhoIsErasedHereTakesItAllWithThem) {
  kitchen.does([](Store& s) { return s.people().erase_citizen(example_pairs().citizen); });
  a_while();
  kitchen.sync();
  EXPECT_THAT(kitchen.kept(), IsEmpty());
  EXPECT_THAT(*kitchen.outbox.answers().citizens(), IsEmpty());
}

}  // namespace
}  // namespace aktiv::app
