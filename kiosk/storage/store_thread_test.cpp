#include "kiosk/storage/store_thread.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <latch>

#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::SizeIs;

// A journal that can be told to fail, and that can be held up.
class FailingJournal : public Journal {
 public:
  Status start(const ConversationId&, const std::optional<CitizenId>&) override { return {}; }
  Status append(std::span<const Event> events) override {
    gate.lock();
    gate.unlock();
    for (const Event& event : events)
      if (full || event.payload == "bad") return Fault{"the disk is full", "here", "space"};
    for (const Event& event : events) kept.push_back(event.payload);
    batches.push_back(events.size());
    return {};
  }
  Result<std::optional<Conversation>> find(const ConversationId& id) override {
    Conversation begun;
    begun.id = id;
    return std::optional(begun);
  }
  Result<std::vector<KeptEvent>> load_events(const ConversationId&) override {
    return std::vector<KeptEvent>{};
  }
  Status leave_unfinished(const ConversationId&) override { return {}; }
  Status take_up_again(const ConversationId&) override { return {}; }
  Result<std::vector<Conversation>> unfinished(const CitizenId&) override {
    return std::vector<Conversation>{};
  }
  Result<bool> is_in_a_talk(const CitizenId&) override { return false; }
  Status finish(const ConversationId&, std::span<const Event>,
                std::span<const NewSubmission>) override {
    finished = true;
    return {};
  }
  Status throw_away(const ConversationId& id) override {
    thrown.push_back(id.value);
    return {};
  }
  Result<int> purge_unfinished(int) override { return 0; }

  std::mutex gate;
  std::atomic<bool> full = false;
  std::atomic<bool> finished = false;
  std::vector<std::string> kept;
  std::vector<std::string> thrown;
  std::vector<size_t> batches;
};

struct FailingStore : Store {
  explicit FailingStore(FailingJournal& with) : journal_(with), rest_(memory_store()) {}
  Journal& journal() override { return journal_; }
  Outbox& outbox() override { return rest_->outbox(); }
  People& people() override { return rest_->people(); }
  Evaluations& evaluations() override { return rest_->evaluations(); }
  Sheets& sheets() override { return rest_->sheets(); }
  House& house() override { return rest_->house(); }
  const std::vector<Fault>& damage() const override { return rest_->damage(); }

  FailingJournal& journal_;
  std::unique_ptr<Store> rest_;
};

// The loop: sleeps until it is woken, then drains.
class Loop {
 public:
  std::function<void()> wake() {
    return [this] {
      wakes_.fetch_add(1);
      wakes_.notify_one();
    };
  }
  void drain_until(StoreThread& thread, size_t count) {
    while (recorded.size() + replies < count) {
      const int before = wakes_.load();
      const size_t had = recorded.size();
      const int got = thread.drain([&](const Recorded& one) { recorded.push_back(one); });
      replies += static_cast<size_t>(got) - (recorded.size() - had);
      if (got == 0) wakes_.wait(before);
    }
  }
  std::vector<Recorded> recorded;
  size_t replies = 0;

 private:
  std::atomic<int> wakes_ = 0;
};

StoreThread::Opener opener_of(FailingJournal& journal) {
  return [&journal]() -> Result<std::unique_ptr<Store>> {
    return std::unique_ptr<Store>(std::make_unique<FailingStore>(journal));
  };
}

const ConversationId talk("talk");

TEST(StoreThread, SaysRecordedAfterTheCommitAndNeverBefore) {
  FailingJournal journal;
  Loop loop;
  StoreThread thread(opener_of(journal), loop.wake());
  journal.gate.lock();
  thread.append(event(talk, "one"));
  thread.append(event(talk, "two"));
  EXPECT_EQ(thread.drain([](const Recorded&) { FAIL() << "recorded before the commit"; }), 0);
  journal.gate.unlock();
  loop.drain_until(thread, 2);
  EXPECT_TRUE(loop.recorded[0].status);
  EXPECT_THAT(journal.kept, ElementsAre("one", "two"));
}

TEST(StoreThread, CommitsTogetherWhatWaitsTogether) {
  FailingJournal journal;
  Loop loop;
  StoreThread thread(opener_of(journal), loop.wake());
  journal.gate.lock();
  for (int i = 0; i < 10; ++i) thread.append(event(talk, std::to_string(i)));
  journal.gate.unlock();
  loop.drain_until(thread, 10);
  EXPECT_LE(journal.batches.size(), 3u);
  EXPECT_EQ(journal.kept.size(), 10u);
}

TEST(StoreThread, HoldsWhatCouldNotBeKeptInOrderUntilThereIsSpace) {
  FailingJournal journal;
  Loop loop;
  StoreThread thread(opener_of(journal), loop.wake());
  journal.full = true;
  thread.append(event(talk, "one"));
  loop.drain_until(thread, 1);
  journal.full = false;
  thread.append(event(talk, "two"));
  thread.append(event(ConversationId("other"), "elsewhere"));
  loop.drain_until(thread, 3);
  EXPECT_FALSE(loop.recorded[0].status);
  EXPECT_FALSE(loop.recorded[1].status) << "two without one would be a gap";
  EXPECT_TRUE(loop.recorded[2].status);
  thread.retry_unkept();
  loop.drain_until(thread, 5);
  EXPECT_TRUE(loop.recorded[4].status);
  EXPECT_THAT(journal.kept, ElementsAre("elsewhere", "one", "two"));
}

TEST(StoreThread, AnEventThatCannotBeKeptHoldsBackOnlyWhatFollowsIt) {
  FailingJournal journal;
  Loop loop;
  StoreThread thread(opener_of(journal), loop.wake());
  journal.gate.lock();
  for (const char* said : {"one", "bad", "three"}) thread.append(event(talk, said));
  journal.gate.unlock();
  loop.drain_until(thread, 3);
  EXPECT_TRUE(loop.recorded[0].status);
  EXPECT_FALSE(loop.recorded[1].status);
  EXPECT_FALSE(loop.recorded[2].status);
  EXPECT_THAT(journal.kept, ElementsAre("one"));
}

TEST(StoreThread, DoesNotFinishAConversationWithAnUnkeptEvent) {
  FailingJournal journal;
  Loop loop;
  StoreThread thread(opener_of(journal), loop.wake());
  thread.append(event(talk, "bad"));
  Status finished;
  thread.finish(talk, {}, {}, [&](Status status) { finished = status; });
  loop.drain_until(thread, 2);
  EXPECT_FALSE(finished);
  EXPECT_FALSE(journal.finished);
}

TEST(StoreThread, NeverKeepsWhatWasThrownAwayBeforeThereWasSpace) {
  FailingJournal journal;
  Loop loop;
  StoreThread thread(opener_of(journal), loop.wake());
  journal.full = true;
  thread.append(event(talk, "thrown away"));
  thread.append(event(ConversationId("other"), "stays"));
  Status erased = Fault{};
  thread.throw_away(talk, [&](Status status) { erased = status; });
  loop.drain_until(thread, 3);
  EXPECT_TRUE(erased);
  EXPECT_THAT(journal.thrown, ElementsAre("talk"));
  journal.full = false;
  thread.retry_unkept();
  loop.drain_until(thread, 4);
  thread.append(event(ConversationId("other"), "goes on"));
  loop.drain_until(thread, 5);
  EXPECT_THAT(journal.kept, ElementsAre("stays", "goes on"));
}

TEST(StoreThread, AnswersEverythingWithTheFaultWhereTheStoreDoesNotOpen) {
  Loop loop;
  bool may_open = false;
  FailingJournal journal;
  StoreThread thread(
      [&]() -> Result<std::unique_ptr<Store>> {
        if (!may_open) return Fault{"wrong key", "keys.bin", "the right one"};
        return std::unique_ptr<Store>(std::make_unique<FailingStore>(journal));
      },
      loop.wake());
  thread.append(event(talk, "one"));
  std::string asked;
  thread.ask<std::string>([](Store& store) { return store.house().kiosk_id(); },
                          [&](Result<std::string> id) { asked = id ? *id : id.error().what; });
  loop.drain_until(thread, 2);
  EXPECT_EQ(loop.recorded[0].status.error().what, "wrong key");
  EXPECT_EQ(asked, "wrong key");
  may_open = true;
  thread.retry_unkept();
  loop.drain_until(thread, 3);
  EXPECT_TRUE(loop.recorded[1].status);
}

TEST(StoreThread, FinishesWhatWasAskedBeforeItEnds) {
  FailingJournal journal;
  {
    StoreThread thread(opener_of(journal), nullptr);
    for (int i = 0; i < 100; ++i) thread.append(event(talk, "x"));
  }
  EXPECT_EQ(journal.kept.size(), 100u);
}

TEST(StoreThread, LetsAnotherThreadWaitForItsAnswer) {
  StoreThread thread([]() -> Result<std::unique_ptr<Store>> { return memory_store(); }, nullptr);
  const auto id = thread.call<std::string>([](Store& store) { return store.house().kiosk_id(); });
  EXPECT_EQ(id->size(), 36u);
}

// A slow disk is the platform's, not the citizen's: 500 ms a sync, and the touch goes on.
TEST(StoreThread, ASlowDiskHoldsUpNobody) {
  const TempDir dir;
  OpenOptions options;
  options.data_dir = dir.path();
  CitizenId sun;
  {
    auto made = open_store(options);
    ASSERT_TRUE(made) << to_text(made.error());
    sun = citizen(**made, "signs/sun");
  }
  ::setenv("AKTIV_FSYNC_DELAY_MS", "500", 1);
  options.has_test_disk = true;
  Loop loop;
  StoreThread thread([options] { return open_store(options); }, loop.wake());
  const auto began = std::chrono::steady_clock::now();
  thread.ask<void>([sun](Store& store) { return store.journal().start(talk, sun); }, [](Status) {});
  for (int i = 0; i < 20; ++i) thread.append(event(talk, std::to_string(i)));
  const auto asked = std::chrono::steady_clock::now() - began;
  EXPECT_EQ(thread.drain([](const Recorded&) {}), 0);
  loop.drain_until(thread, 21);
  const auto took = std::chrono::steady_clock::now() - began;
  ::unsetenv("AKTIV_FSYNC_DELAY_MS");
  for (const auto& recorded : loop.recorded) EXPECT_TRUE(recorded.status);
  EXPECT_LT(asked, std::chrono::milliseconds(33)) << "the loop waited for the disk";
  EXPECT_GT(took, std::chrono::milliseconds(1000)) << "the disk was not slow";
}

TEST(StoreThread, ADelayInTheEnvironmentIsNothingToAKiosk) {
  const TempDir dir;
  OpenOptions options;
  options.data_dir = dir.path();
  ::setenv("AKTIV_FSYNC_DELAY_MS", "not a number", 1);
  EXPECT_TRUE(open_store(options));
  options.has_test_disk = true;
  EXPECT_FALSE(open_store(options));
  ::unsetenv("AKTIV_FSYNC_DELAY_MS");
}

}  // namespace
}  // namespace aktiv::storage
