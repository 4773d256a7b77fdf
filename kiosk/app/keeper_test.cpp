// The keeper over a real store in memory, whose disk can be full.
#include "kiosk/app/keeper.h"

#include <gmock/gmock.h>

#include <atomic>

#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::app {
namespace {

using storage::Store;
using testing::SizeIs;

// A store whose conversations can neither begin nor grow while the disk is full; nor be erased
// where there is not even the room that was set aside for that.
class FullDisk final : public Store, private storage::Journal {
 public:
  FullDisk(storage::Clock clock, std::atomic<bool>& is_full, std::atomic<bool>& can_erase)
      : rest_(storage::memory_store(std::move(clock))), is_full_(is_full), can_erase_(can_erase) {}

  storage::Journal& journal() override { return *this; }
  storage::Outbox& outbox() override { return rest_->outbox(); }
  storage::People& people() override { return rest_->people(); }
  storage::House& house() override { return rest_->house(); }
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
  Status leave_unfinished(const ConversationId& id) override { return real().leave_unfinished(id); }
  Status take_up_again(const ConversationId& id) override { return real().take_up_again(id); }
  Result<std::vector<storage::Conversation>> unfinished(const CitizenId& id) override {
    return real().unfinished(id);
  }
  Status finish(const ConversationId& id, std::span<const storage::Event> last,
                std::span<const storage::NewSubmission> submissions) override {
    return real().finish(id, last, submissions);
  }
  Status throw_away(const ConversationId& id) override {
    return can_erase_ ? real().throw_away(id) : Status(full());
  }
  Result<int> purge_unfinished(int days) override { return real().purge_unfinished(days); }

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
  Keeper keeper{{.store = store,
                 .chance = Seed{1, 2},
                 .give = [this](Intent intent) { given.push_back(std::move(intent)); },
                 .tell_staff = [this](const Fault& fault) { told.push_back(fault); },
                 .wake_sync = [] {},
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
  size_t kept() { return kept(talk); }
  size_t kept(const ConversationId& id) {
    const auto events = store.call<size_t>([id](Store& open) -> Result<size_t> {
      auto found = open.journal().load_events(id);
      if (!found) return found.error();
      return found->size();
    });
    return events ? *events : 0;
  }
  template <class Fact>
  int count() const {
    int found = 0;
    for (const Intent& intent : given) found += std::holds_alternative<Fact>(intent) ? 1 : 0;
    return found;
  }
};

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
  const CitizenId who = citizen();
  begin(who, 0);
  settle(0);
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

}  // namespace
}  // namespace aktiv::app
