// The mentor's desk over a real store in memory.
#include "kiosk/app/mentor_desk.h"

#include <gmock/gmock.h>

#include "dialogue/model/submission_json.h"
#include "kiosk/app/photo_shop.h"
#include "kiosk/ui/mentor/rehearsal/fake_desk.h"

namespace aktiv::app {
namespace {

struct QuietSync final : SyncControl {
  LinkState now;
  int woken = 0;
  LinkState state() const override { return now; }
  void try_now() override {}
  void wake() override { ++woken; }
  void enrol(const std::string&, const std::string&, mentor::Done then) override { then({}); }
  void unenrol(mentor::Done then) override { then({}); }
};

struct DeskOverStore : testing::Test {
  storage::StoreThread store{[] { return Result(storage::memory_store()); }, [] {}};
  QuietSync sync;
  std::vector<Intent> given;
  std::optional<mentor::OngoingConversation> held;
  int citizens_changed = 0;
  std::vector<Submission> on_paper;
  Status printer;
  PhotoShop photos{{.store = store,
                    .rules = {},
                    .kept = {},
                    .folders = {},
                    .wake = [] {},
                    .changed = [](const CitizenId&) {},
                    .tell_staff = [](const Fault&) {}}};
  mentor::FakeVoices voices;
  MentorDesk desk{store,
                  sync,
                  photos,
                  voices,
                  {.give = [this](Intent intent) { given.push_back(std::move(intent)); },
                   .ongoing = [this] { return held; },
                   .take_up = [](const CitizenId&, std::vector<std::string>) {},
                   .print =
                       [this](const std::vector<Submission>& talk, const mentor::Done& then) {
                         on_paper = talk;
                         then(printer);
                       },
                   .rehearse = [](const mentor::RehearsalOrder&) {},
                   .citizens_changed = [this] { ++citizens_changed; },
                   .left = [] {},
                   .changed = [] {},
                   .utc_ms = [] { return int64_t{1'795'000'000'000}; }}};

  // Everything asked so far is done and answered.
  void settle() {
    ASSERT_TRUE(store.call<bool>([](storage::Store&) -> Result<bool> { return true; }));
    store.drain([](const storage::Recorded&) {});
  }

  CitizenId citizen(const PictureId& first, const PictureId& second = {}) {
    CitizenId id;
    desk.create_citizen(first, second,
                        [&](Result<CitizenId> made) { id = made ? *made : CitizenId(); });
    settle();
    return id;
  }

  void keep(const Submission& said) {
    const Status kept = *store.call<Status>([&](storage::Store& open) -> Result<Status> {
      const Status started = open.journal().start(said.conversation, said.citizen);
      if (!started) return started;
      const std::vector<storage::NewSubmission> finished{{said.id, to_json(said)}};
      return open.journal().finish(said.conversation, {}, finished);
    });
    ASSERT_TRUE(kept) << to_text(kept.error());
  }
};

TEST_F(DeskOverStore, RefusesPicturesThatAreTaken) {
  EXPECT_FALSE(citizen(PictureId("signs/boat")).empty());
  EXPECT_TRUE(citizen(PictureId("signs/boat")).empty());
  EXPECT_FALSE(citizen(PictureId("signs/boat"), PictureId("signs/cat")).empty());
  EXPECT_EQ(citizens_changed, 2);
  EXPECT_TRUE(desk.messages().empty());
}

TEST_F(DeskOverStore, KeepsHowACitizenUsesTheKiosk) {
  const CitizenId boat = citizen(PictureId("signs/boat"));
  const int before = citizens_changed;
  AccessProfile access;
  access.hold_ms = 500;
  Status done = Fault{};
  desk.set_access(boat, access, [&](Status ended) { done = std::move(ended); });
  settle();
  EXPECT_TRUE(done);
  EXPECT_EQ(citizens_changed, before + 1);
  desk.citizens([&](Result<std::vector<CitizenSign>> known) {
    ASSERT_TRUE(known);
    EXPECT_EQ(known->at(0).access, access);
  });
  settle();
}

TEST_F(DeskOverStore, ReadsAnswersBackAndNeverLetsAnObservationTouchThem) {
  const CitizenId id = citizen(PictureId("signs/boat"));
  Submission said;
  said.id = SubmissionId("11111111-1111-4111-8111-111111111111");
  said.conversation = ConversationId("22222222-2222-4222-8222-222222222222");
  said.citizen = id;
  said.tool = ToolId("to_billeder");
  said.language = "da";
  keep(said);
  Observation seen;
  seen.citizen = id;
  seen.conversation = said.conversation;
  seen.seen = "Smilede til hunden";
  Status saved = Fault{"not answered", "", ""};
  desk.save_observation(seen, [&](Status done) { saved = std::move(done); });
  settle();
  EXPECT_TRUE(saved);
  EXPECT_EQ(sync.woken, 1);

  std::vector<mentor::SavedSubmission> found;
  std::vector<Observation> observed;
  desk.submissions(id, [&](auto answer) { found = *answer; });
  desk.observations(id, [&](auto answer) { observed = *answer; });
  settle();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].submission, said);
  EXPECT_EQ(found[0].whereabouts, mentor::Whereabouts::kept_here);
  ASSERT_EQ(observed.size(), 1u);
  EXPECT_EQ(observed[0].seen, "Smilede til hunden");
  EXPECT_EQ(observed[0].at_ms, 1'795'000'000'000);
}

TEST_F(DeskOverStore, WhatWasSeenElsewhereAndCameLateStandsWhereItsTimeIs) {
  const CitizenId id = citizen(PictureId("signs/boat"));
  for (const int64_t at_ms : {20, 10}) {
    Observation seen;
    seen.id = "seen at " + std::to_string(at_ms);
    seen.citizen = id;
    seen.at_ms = at_ms;
    store.order(
        [seen](storage::Store& s) {
          return s.people().put_observation({seen.id, seen.citizen, {}, to_json(seen), true});
        },
        [](const Status& put) { EXPECT_TRUE(put); });
  }
  std::vector<Observation> observed;
  desk.observations(id, [&](auto answer) { observed = *answer; });
  settle();
  ASSERT_EQ(observed.size(), 2u);
  EXPECT_EQ(observed[0].at_ms, 10);
  EXPECT_EQ(observed[1].at_ms, 20);
}

TEST_F(DeskOverStore, PrintsTheSheetOfTheWholeConversationAndOfNoOther) {
  const CitizenId id = citizen(PictureId("signs/boat"));
  Submission said;
  said.citizen = id;
  said.tool = ToolId("kan_lide");
  for (const char* other : {"1", "2"}) {
    said.id = SubmissionId(std::string(other) + "1111111-1111-4111-8111-111111111111");
    said.conversation = ConversationId(std::string(other) + "2222222-2222-4222-8222-222222222222");
    keep(said);
  }
  Status printed = Fault{"not answered", "", ""};
  desk.print_sheet(said, [&](Status done) { printed = std::move(done); });
  settle();
  EXPECT_TRUE(printed);
  ASSERT_EQ(on_paper.size(), 1u);
  EXPECT_EQ(on_paper[0].id, said.id);
  printer = Fault{"there is no printer", "CUPS", ""};
  desk.print_sheet(said, [&](Status done) { printed = std::move(done); });
  settle();
  EXPECT_FALSE(printed);
  ASSERT_EQ(desk.messages().size(), 1u);
  EXPECT_EQ(desk.messages()[0].key, "staff.sheet.why");
}

TEST_F(DeskOverStore, OpensWithTheMentorsPin) {
  MentorId id;
  desk.add_mentor({PictureId("signs/key"), "Mette", "2580"}, [&](auto made) { id = *made; });
  settle();
  std::vector<mentor::LockAnswer> answers;
  desk.check_pin(id, "1111", [&](auto answer) { answers.push_back(*answer); });
  desk.check_pin(id, "2580", [&](auto answer) { answers.push_back(*answer); });
  settle();
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_FALSE(answers[0].is_open);
  EXPECT_EQ(answers[0].tries_left, 4);
  EXPECT_TRUE(answers[1].is_open);
}

TEST_F(DeskOverStore, EndsTheConversationOfTheCitizenWhoIsErased) {
  const CitizenId id = citizen(PictureId("signs/boat"));
  held = mentor::OngoingConversation{id, PressedBy::citizen, {}};
  bool is_done = false;
  desk.erase_citizen(id, [&](Status done) { is_done = done.has_value(); });
  settle();
  EXPECT_TRUE(is_done);
  ASSERT_EQ(given.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<LeftByMentor>(given[0]));
}

TEST_F(DeskOverStore, TellsStaffOnceAndUntilItIsSeen) {
  desk.tell("staff.f1_objects_first");
  desk.tell("staff.f1_objects_first");
  ASSERT_EQ(desk.messages().size(), 1u);
  desk.dismiss(desk.messages()[0].id);
  EXPECT_TRUE(desk.messages().empty());
}

TEST_F(DeskOverStore, TellsStaffWhatTheStoreRefused) {
  bool is_done = true;
  desk.remove_lock(CitizenId("nobody"), [&](Status done) { is_done = done.has_value(); });
  settle();
  EXPECT_FALSE(is_done);
  EXPECT_EQ(desk.messages().size(), 1u);
}

TEST_F(DeskOverStore, HandsTheScreenToTheCitizenForALock) {
  desk.choose_lock(CitizenId("c-1"));
  ASSERT_EQ(given.size(), 1u);
  EXPECT_EQ(std::get<NewLockWanted>(given[0]).citizen, CitizenId("c-1"));
}

TEST_F(DeskOverStore, HandsTheScreenToTheCitizenForThePictureGuide) {
  desk.fit_together(CitizenId("c-1"));
  ASSERT_EQ(given.size(), 1u);
  EXPECT_EQ(std::get<FittingWanted>(given[0]).citizen, CitizenId("c-1"));
}

TEST_F(DeskOverStore, OpensTheCitizensOwnAnswersInTheOrderTheyWereKept) {
  const CitizenId id = citizen(PictureId("signs/sunflower"));
  for (const char* name : {"first", "second"}) {
    Submission said;
    said.id = SubmissionId(name);
    said.conversation = ConversationId(std::string("talk-") + name);
    said.citizen = id;
    said.tool = ToolId("to_billeder");
    keep(said);
  }
  desk.show_answers(id);
  settle();
  ASSERT_EQ(given.size(), 1u);
  const auto* opened = std::get_if<AnswersOpenedByMentor>(&given[0]);
  ASSERT_NE(opened, nullptr);
  EXPECT_EQ(opened->citizen, id);
  ASSERT_EQ(opened->kept.size(), 2u);
  EXPECT_EQ(opened->kept[0].id, SubmissionId("first"));
  EXPECT_EQ(opened->kept[1].id, SubmissionId("second"));
}

TEST_F(DeskOverStore, DoesNotTellTheCitizenThatThereAreNoAnswersWhereNoneCanBeRead) {
  const CitizenId id = citizen(PictureId("signs/sunflower"));
  const ConversationId talk("talk");
  ASSERT_TRUE(store.call<bool>([&](storage::Store& open) -> Result<bool> {
    const Status started = open.journal().start(talk, id);
    if (!started) return started.error();
    const std::vector<storage::NewSubmission> torn{{SubmissionId("torn"), "{"}};
    const Status done = open.journal().finish(talk, {}, torn);
    if (!done) return done.error();
    return true;
  }));
  desk.show_answers(id);
  settle();
  EXPECT_TRUE(given.empty());
  EXPECT_EQ(desk.messages().size(), 1u);
}

TEST_F(DeskOverStore, OpensAnEmptyListWhereNothingWasEverKept) {
  const CitizenId id = citizen(PictureId("signs/sunflower"));
  desk.show_answers(id);
  settle();
  ASSERT_EQ(given.size(), 1u);
  EXPECT_TRUE(std::get<AnswersOpenedByMentor>(given[0]).kept.empty());
  EXPECT_TRUE(desk.messages().empty());
}

}  // namespace
}  // namespace aktiv::app
