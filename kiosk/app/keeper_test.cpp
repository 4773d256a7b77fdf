// The keeper over a real store in memory, whose disk can be full.
#include "kiosk/app/keeper.h"

#include <gmock/gmock.h>

#include <atomic>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::app {
namespace {

using storage::Store;
using testing::SizeIs;

// A store whose conversations can neither begin, grow, be left nor be finished while the disk is
// full; nor be erased where there is not even the room that was set aside for that.
class FullDisk final : public Store, private storage::Journal, private storage::Evaluations {
 public:
  FullDisk(storage::Clock clock, std::atomic<bool>& is_full, std::atomic<bool>& can_erase)
      : rest_(storage::memory_store(std::move(clock))), is_full_(is_full), can_erase_(can_erase) {}

  storage::Journal& journal() override { return *this; }
  storage::Outbox& outbox() override { return rest_->outbox(); }
  storage::People& people() override { return rest_->people(); }
  storage::House& house() override { return rest_->house(); }
  storage::Evaluations& evaluations() override { return *this; }
  storage::Sheets& sheets() override { return rest_->sheets(); }
  const std::vector<Fault>& damage() const override { return rest_->damage(); }

 private:
  static Fault full() { return {"the disk is full", "DATA/store", "room"}; }
  storage::Journal& real() { return rest_->journal(); }

  Status start(const ConversationId& id, const std::optional<CitizenId>& citizen) override {
    return is_full_ ? Status(full()) : real().start(id, citizen);
  }
  Status append(std::span<const storage::Event> events) override {
    return is_full_ ? Status(full()) : real().append(events);
  }
  Result<std::optional<storage::Conversation>> find(const ConversationId& id) override {
    return real().find(id);
  }
  Result<std::vector<storage::KeptEvent>> load_events(const ConversationId& id) override {
    return real().load_events(id);
  }
  Status leave_unfinished(const ConversationId& id) override {
    return is_full_ ? Status(full()) : real().leave_unfinished(id);
  }
  Status take_up_again(const ConversationId& id) override { return real().take_up_again(id); }
  Result<std::vector<storage::Conversation>> unfinished(const CitizenId& id) override {
    return real().unfinished(id);
  }
  Result<bool> is_in_a_talk(const CitizenId& id) override { return real().is_in_a_talk(id); }
  Status finish(const ConversationId& id, std::span<const storage::Event> last,
                std::span<const storage::NewSubmission> submissions) override {
    return is_full_ ? Status(full()) : real().finish(id, last, submissions);
  }
  Status throw_away(const ConversationId& id) override {
    return can_erase_ ? real().throw_away(id) : Status(full());
  }
  Result<int> purge_unfinished(int days) override { return real().purge_unfinished(days); }

  Status put(const Evaluation& said) override {
    return is_full_ ? Status(full()) : rest_->evaluations().put(said);
  }
  Result<std::optional<storage::EvaluationsToSend>> take_batch(std::string_view month,
                                                               Draws& chance) override {
    return rest_->evaluations().take_batch(month, chance);
  }
  Status mark_acknowledged(const std::string& id) override {
    return rest_->evaluations().mark_acknowledged(id);
  }

  std::unique_ptr<Store> rest_;
  std::atomic<bool>& is_full_;
  std::atomic<bool>& can_erase_;
};

struct KeptByTheKiosk : testing::Test {
  storage::testing::MovedClock wall;
  std::atomic<bool> is_full = false;
  std::atomic<bool> can_erase = true;
  storage::StoreThread store{
      [this]() -> Result<std::unique_ptr<Store>> {
        return std::unique_ptr<Store>(std::make_unique<FullDisk>(wall.clock(), is_full, can_erase));
      },
      [] {}};
  std::vector<Intent> given;
  std::vector<Fault> told;
  int woken = 0;
  Keeper keeper{{.store = store,
                 .chance = Seed{1, 2},
                 .give = [this](Intent intent) { given.push_back(std::move(intent)); },
                 .tell_staff = [this](const Fault& fault) { told.push_back(fault); },
                 .wake_sync = [this] { ++woken; },
                 .unfinished_days = 30,
                 .now_ms = 0}};
  const ConversationId talk{storage::fresh_uuid()};

  // Everything asked so far is done and answered.
  void settle(int64_t now_ms) {
    ASSERT_TRUE(store.call<bool>([](Store&) -> Result<bool> { return true; }));
    keeper.drain(now_ms);
  }
  CitizenId citizen() {
    return *store.call<CitizenId>([](Store& open) -> Result<CitizenId> {
      return storage::testing::citizen(open, "signs/sunflower");
    });
  }
  void begin(const CitizenId& who, int64_t now_ms) { begin(talk, who, now_ms); }
  void begin(const ConversationId& id, const CitizenId& who, int64_t now_ms) {
    Opened opened;
    opened.id = id;
    opened.citizen = who;
    keeper.perform(Record{id, who, opened}, now_ms);
    keeper.perform(Record{id, who, PressedBySet{}}, now_ms);
  }
  // Somebody whose conversation has begun, and is on the disk.
  CitizenId begun() {
    CitizenId who = citizen();
    begin(who, 0);
    settle(0);
    return who;
  }
  size_t kept() { return kept(talk); }
  size_t kept(const ConversationId& id) {
    const auto events = store.call<size_t>([id](Store& open) -> Result<size_t> {
      auto found = open.journal().load_events(id);
      if (!found) return found.error();
      return found->size();
    });
    return events ? *events : 0;
  }
  Keep keep_order(const CitizenId& who) { return keep_order(talk, who); }
  Keep keep_order(const ConversationId& id, const CitizenId& who) {
    Submission said;
    said.id = SubmissionId(storage::fresh_uuid());
    said.conversation = id;
    said.citizen = who;
    said.tool = ToolId("to_billeder");
    return {id, {Decided{}, Finished{}}, {said}};
  }
  std::optional<storage::ConversationState> state(const ConversationId& id) {
    const auto found = store.call<std::optional<storage::Conversation>>(
        [id](Store& open) { return open.journal().find(id); });
    if (!found || !*found) return std::nullopt;
    return (*found)->state;
  }
  size_t waits_to_go(const CitizenId& who) {
    const auto found = store.call<std::vector<storage::KeptSubmission>>(
        [who](Store& open) { return open.outbox().list_kept(who); });
    return found ? found->size() : 0;
  }
  // Long enough for many tries.
  void pass_minutes(int64_t from_ms, int minutes) {
    for (int64_t now = from_ms; now <= from_ms + minutes * 60'000; now += 5'000) {
      keeper.pass(now);
      settle(now);
    }
  }
  template <class Fact>
  int count() const {
    int found = 0;
    for (const Intent& intent : given) found += std::holds_alternative<Fact>(intent) ? 1 : 0;
    return found;
  }
};

TEST_F(KeptByTheKiosk, HowACitizenUsesTheKioskComesWithTheirPicture) {
  const CitizenId who = citizen();
  const auto put = [&](const std::string& line) {
    ASSERT_TRUE(store.call<bool>([&](Store& open) -> Result<bool> {
      return open.people().put_profile(who, line).has_value();
    }));
    given.clear();
    keeper.find_citizens();
    settle(0);
  };
  const auto known = [&] { return std::get<CitizensKnown>(given.at(0)).citizens.at(0).access; };
  AccessProfile access;
  access.text_percent = 150;
  put(to_json(access));
  EXPECT_EQ(known(), access);
  EXPECT_TRUE(told.empty());
  put("damaged");  // nobody is kept out by it
  EXPECT_EQ(known(), AccessProfile{});
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].what, "access profile cannot be read");
}

TEST_F(KeptByTheKiosk, HowACitizenWantsItIsKeptAsTheyTouchIt) {
  const CitizenId who = citizen();
  AccessProfile access;
  access.palette = Palette::contrast;
  EXPECT_TRUE(keeper.perform(KeepAccess{who, access}, 0));
  settle(0);
  given.clear();
  keeper.find_citizens();
  settle(0);
  EXPECT_EQ(std::get<CitizensKnown>(given.at(0)).citizens.at(0).access, access);
}

TEST_F(KeptByTheKiosk, WhatWasSaidOnAFullDiskIsKeptAsSoonAsThereIsRoom) {
  const CitizenId who = citizen();
  is_full = true;
  begin(who, 0);
  settle(0);
  EXPECT_EQ(count<RecordFailed>(), 2);
  EXPECT_EQ(kept(), 0u);
  keeper.pass(5'000);  // still full
  settle(5'000);
  is_full = false;
  keeper.pass(14'999);
  settle(14'999);
  EXPECT_EQ(kept(), 0u);
  keeper.pass(15'000);
  settle(15'000);
  EXPECT_EQ(kept(), 2u);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);  // nothing waits any more
}

TEST_F(KeptByTheKiosk, APersonIsToldOnceThatTheDiskIsFullAndNotAtEveryTry) {
  const CitizenId who = citizen();
  is_full = true;
  begin(who, 0);
  settle(0);
  for (int64_t now = 5'000; now < 600'000; now += 5'000) {
    keeper.pass(now);
    settle(now);
  }
  EXPECT_EQ(count<RecordFailed>(), 2);
  is_full = false;
  keeper.pass(700'000);
  settle(700'000);
  EXPECT_EQ(count<Recorded>(), 0);  // these were answered for already
  EXPECT_EQ(kept(), 2u);
}

TEST_F(KeptByTheKiosk, WhatIsThrownAwayOnAFullDiskIsNeverTriedAgainAndTheOthersAre) {
  const CitizenId who = citizen();
  const ConversationId other(storage::fresh_uuid());
  begin(other, who, 0);
  begin(who, 0);
  settle(0);
  is_full = true;
  keeper.perform(Record{talk, who, PressedBySet{}}, 0);
  keeper.perform(Record{other, who, PressedBySet{}}, 0);
  settle(0);
  keeper.perform(ThrowAway{talk}, 1'000);
  settle(1'000);
  EXPECT_EQ(kept(talk), 0u);
  is_full = false;
  keeper.pass(5'000);
  settle(5'000);
  EXPECT_EQ(kept(talk), 0u);
  EXPECT_EQ(kept(other), 3u);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);  // nothing is tried for ever
  EXPECT_EQ(count<RecordFailed>(), 2);
}

TEST_F(KeptByTheKiosk, WhatWasNeverKeptAtAllIsThrownAwayWithoutAFault) {
  const CitizenId who = citizen();
  is_full = true;
  begin(who, 0);
  keeper.perform(ThrowAway{talk}, 0);  // before the disk has answered
  settle(0);
  const size_t faults = told.size();
  is_full = false;
  for (int64_t now = 5'000; now <= 600'000; now += 5'000) {
    keeper.pass(now);
    settle(now);
  }
  EXPECT_EQ(kept(), 0u);
  EXPECT_EQ(told.size(), faults);
  EXPECT_EQ(count<RecordFailed>(), 0) << "nobody waits for what was thrown away";
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

TEST_F(KeptByTheKiosk, AThrowingAwayThatFailedIsTriedAgainUntilItIsDoneAndToldOnce) {
  const CitizenId who = begun();
  is_full = true;
  can_erase = false;
  keeper.perform(Record{talk, who, PressedBySet{}}, 0);
  keeper.perform(ThrowAway{talk}, 0);
  settle(0);
  for (int64_t now = 5'000; now <= 60'000; now += 5'000) {
    keeper.pass(now);
    settle(now);
  }
  EXPECT_THAT(told, SizeIs(1));
  EXPECT_EQ(kept(), 2u);
  is_full = false;
  can_erase = true;
  keeper.pass(120'000);
  settle(120'000);
  EXPECT_EQ(kept(), 0u) << "and nothing was written first";
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

TEST_F(KeptByTheKiosk, WhatWasToBeKeptOnAFullDiskIsKeptAsSoonAsThereIsRoom) {
  const CitizenId who = begun();
  is_full = true;
  keeper.perform(keep_order(who), 0);
  settle(0);
  pass_minutes(5'000, 5);
  EXPECT_EQ(count<OrderFailed>(), 1) << "the person is told once";
  EXPECT_THAT(told, SizeIs(1));
  EXPECT_EQ(count<Kept>(), 0);
  EXPECT_EQ(waits_to_go(who), 0u);
  is_full = false;
  pass_minutes(400'000, 2);
  EXPECT_EQ(kept(), 4u);
  EXPECT_EQ(state(talk), storage::ConversationState::finished);
  EXPECT_EQ(waits_to_go(who), 1u) << "once, however many tries there were";
  EXPECT_EQ(count<Kept>(), 1);
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);  // nothing waits any more
}

TEST_F(KeptByTheKiosk, ATalkThatNeverCouldBeginIsKeptWholeAsSoonAsThereIsRoom) {
  const CitizenId who = citizen();
  is_full = true;
  begin(who, 0);
  keeper.perform(keep_order(who), 0);
  settle(0);
  pass_minutes(5'000, 5);
  EXPECT_EQ(count<RecordFailed>(), 2) << "two events, once each";
  EXPECT_EQ(count<OrderFailed>(), 1) << "and the keeping";
  is_full = false;
  pass_minutes(400'000, 2);
  EXPECT_EQ(kept(), 4u);
  EXPECT_EQ(state(talk), storage::ConversationState::finished);
  EXPECT_EQ(waits_to_go(who), 1u);
  EXPECT_EQ(count<Kept>(), 1);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

TEST_F(KeptByTheKiosk, WhatIsFinishedAlreadyIsNotKeptAgain) {
  const CitizenId who = citizen();
  begin(who, 0);
  keeper.perform(keep_order(who), 0);
  settle(0);
  ASSERT_EQ(count<Kept>(), 1);
  keeper.perform(keep_order(who), 1'000);
  settle(1'000);
  settle(1'000);
  EXPECT_EQ(count<OrderFailed>(), 1);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms) << "no try can ever help";
  EXPECT_EQ(waits_to_go(who), 1u);
  EXPECT_EQ(count<Kept>(), 1);
}

TEST_F(KeptByTheKiosk, NothingOfAnErasedCitizenIsHeldForKeeping) {
  const CitizenId who = begun();
  is_full = true;
  keeper.perform(keep_order(who), 0);
  settle(0);
  ASSERT_TRUE(store.call<bool>([who](Store& open) -> Result<bool> {
    const Status erased = open.people().erase_citizen(who);
    if (!erased) return erased.error();
    return true;
  }));
  is_full = false;
  pass_minutes(5'000, 2);
  EXPECT_EQ(count<Kept>(), 0);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

TEST_F(KeptByTheKiosk, WhatIsThrownAwayAfterItCouldNotBeKeptIsNeverKept) {
  const CitizenId who = begun();
  is_full = true;
  keeper.perform(keep_order(who), 0);
  settle(0);
  settle(0);
  can_erase = false;
  keeper.perform(ThrowAway{talk}, 1'000);
  settle(1'000);
  is_full = false;
  pass_minutes(5'000, 5);  // there would be room to keep it now
  EXPECT_EQ(state(talk), storage::ConversationState::open);
  can_erase = true;
  pass_minutes(400'000, 2);
  EXPECT_EQ(state(talk), std::nullopt);
  EXPECT_EQ(waits_to_go(who), 0u);
  EXPECT_EQ(count<Kept>(), 0);
  EXPECT_EQ(woken, 0);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

// Somebody else stands at their own goodbye by then: "kept" is said of theirs alone.
TEST_F(KeptByTheKiosk, TheNextPersonIsNotToldThatTheAnswersOfTheOneBeforeAreKept) {
  const CitizenId who = citizen();
  const ConversationId next(storage::fresh_uuid());
  begin(who, 0);
  begin(next, who, 0);
  settle(0);
  is_full = true;
  keeper.perform(keep_order(talk, who), 0);
  settle(0);
  keeper.perform(keep_order(next, who), 1'000);
  settle(1'000);
  is_full = false;
  pass_minutes(5'000, 5);
  EXPECT_EQ(state(talk), storage::ConversationState::finished);
  EXPECT_EQ(state(next), storage::ConversationState::finished);
  EXPECT_EQ(waits_to_go(who), 2u);
  EXPECT_EQ(count<Kept>(), 1);
  EXPECT_EQ(woken, 2);
}

TEST_F(KeptByTheKiosk, WhatWasPutAwayOnAFullDiskIsOfferedAgainAsSoonAsThereIsRoom) {
  const CitizenId who = begun();
  is_full = true;
  keeper.perform(PutAway{talk}, 0);
  settle(0);
  pass_minutes(5'000, 5);
  EXPECT_THAT(told, SizeIs(1));
  EXPECT_EQ(state(talk), storage::ConversationState::open);
  is_full = false;
  pass_minutes(400'000, 2);
  EXPECT_EQ(state(talk), storage::ConversationState::unfinished);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

TEST_F(KeptByTheKiosk, ATalkThatGoesOnIsNotPutAwayBehindThePerson) {
  const CitizenId who = begun();
  is_full = true;
  keeper.perform(PutAway{talk}, 0);
  settle(0);
  is_full = false;
  keeper.perform(TakeUp{talk}, 1'000);
  settle(1'000);
  pass_minutes(5'000, 5);
  EXPECT_EQ(state(talk), storage::ConversationState::open);
  EXPECT_EQ(keeper.due_ms(), Housekeeping::day_ms);
}

// The session counts what it waits for: each event is answered once, whatever became of it.
TEST_F(KeptByTheKiosk, WhatIsThrownAwayBeforeTheDiskRefusedItIsAnsweredAllTheSame) {
  const CitizenId who = begun();
  ASSERT_EQ(count<Recorded>(), 2);
  is_full = true;
  keeper.perform(Record{talk, who, PressedBySet{}}, 0);
  keeper.perform(ThrowAway{talk}, 0);  // before the disk has answered
  settle(0);
  pass_minutes(5'000, 5);
  EXPECT_EQ(count<Recorded>(), 3);
  EXPECT_EQ(count<RecordFailed>(), 0);
}

TEST_F(KeptByTheKiosk, WhatWasRefusedBeforeItWasThrownAwayIsAnsweredOnce) {
  const CitizenId who = begun();
  is_full = true;
  keeper.perform(Record{talk, who, PressedBySet{}}, 0);
  settle(0);
  keeper.pass(5'000);                      // tried again, and refused again …
  keeper.perform(ThrowAway{talk}, 5'000);  // … before that is known
  settle(5'000);
  pass_minutes(10'000, 5);
  EXPECT_EQ(count<RecordFailed>(), 1);
  EXPECT_EQ(count<Recorded>(), 2) << "the two that were kept";
}

TEST_F(KeptByTheKiosk, AnswersThatCannotBeReadAreNotSaidToBeNone) {
  const CitizenId who = begun();
  ASSERT_TRUE(store.call<bool>([this](Store& open) -> Result<bool> {
    const std::vector<storage::NewSubmission> torn{{SubmissionId(storage::fresh_uuid()), "{"}};
    const Status done = open.journal().finish(talk, {}, torn);
    if (!done) return done.error();
    return true;
  }));
  keeper.perform(FindKept{who}, 0);
  settle(0);
  EXPECT_EQ(count<KeptFound>(), 0);
  EXPECT_EQ(count<OrderFailed>(), 1);
  EXPECT_THAT(told, SizeIs(1));
}

TEST_F(KeptByTheKiosk, AnswersAreSaidToBeNoneOnlyWhereThereAreNone) {
  const CitizenId who = citizen();
  keeper.perform(FindKept{who}, 0);
  settle(0);
  EXPECT_EQ(count<KeptFound>(), 1);
  EXPECT_EQ(count<RecordFailed>(), 0);
  EXPECT_THAT(told, SizeIs(0));
}

TEST(KeptByAClosedStore, AnswersAreNotSaidToBeNone) {
  storage::StoreThread closed{[]() -> Result<std::unique_ptr<Store>> {
                                return Fault{"no disk", "DATA/store", "a disk"};
                              },
                              [] {}};
  std::vector<Intent> given;
  int told = 0;
  Keeper keeper{{.store = closed,
                 .chance = Seed{1, 2},
                 .give = [&](Intent intent) { given.push_back(std::move(intent)); },
                 .tell_staff = [&](const Fault&) { ++told; },
                 .wake_sync = [] {}}};
  keeper.perform(FindKept{CitizenId("c-1")}, 0);
  EXPECT_FALSE(closed.call<bool>([](Store&) -> Result<bool> { return true; }));
  keeper.drain(0);
  ASSERT_THAT(given, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<OrderFailed>(given[0]));
  EXPECT_EQ(told, 1);
}

TEST_F(KeptByTheKiosk, AnUnfinishedConversationIsErasedAfterItsDaysWithoutARestart) {
  const CitizenId who = citizen();
  begin(who, 0);
  keeper.perform(PutAway{talk}, 0);
  settle(0);
  ASSERT_EQ(kept(), 2u);
  int64_t now = 0;
  for (int day = 1; day <= 29; ++day) {
    wall.pass(storage::testing::day_ms);
    keeper.pass(now += Housekeeping::day_ms);
    settle(now);
  }
  EXPECT_EQ(kept(), 2u);
  for (int day = 30; day <= 32; ++day) {
    wall.pass(storage::testing::day_ms);
    keeper.pass(now += Housekeeping::day_ms);
    settle(now);
  }
  EXPECT_EQ(kept(), 0u);
  EXPECT_THAT(told, SizeIs(0));
}

TEST_F(KeptByTheKiosk, AnEvaluationWaitsForRoomAndIsHandedInOnce) {
  is_full = true;
  Evaluation said;
  said.month = "2026-11";
  said.scale_direction = "best_left";
  for (int person = 0; person < 5; ++person) keeper.perform(KeepEvaluation{said}, 0);
  settle(0);
  EXPECT_THAT(told, SizeIs(5));
  is_full = false;
  keeper.pass(Housekeeping::first_retry_ms);
  settle(Housekeeping::first_retry_ms);
  EXPECT_EQ(woken, 5);
  const auto batch = store.call<std::string>([](Store& open) -> Result<std::string> {
    Draws chance(Seed{1, 1});
    auto taken = open.evaluations().take_batch("2026-12", chance);
    if (!taken) return taken.error();
    return *taken ? (*taken)->bytes : "";
  });
  ASSERT_TRUE(batch);
  const auto read = evaluation_batch_from_json(*batch);
  ASSERT_TRUE(read);
  EXPECT_THAT(read->sets, SizeIs(5));
}

}  // namespace
}  // namespace aktiv::app
