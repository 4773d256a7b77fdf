// The program is killed at any moment; what it had acknowledged is found whole at the next start.
#include <gmock/gmock.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

using namespace testing;

int rounds_wished() {
  const char* wished = std::getenv("AKTIV_KILLS");
  return wished ? std::atoi(wished) : 200;
}

OpenOptions options_for(const TempDir& dir) {
  OpenOptions options;
  options.data_dir = dir.path();
  return options;
}

std::string words(int round, int number) {
  return "round " + std::to_string(round) + " answer " + std::to_string(number);
}

// In the child: answers without end; each acknowledged one is told through the pipe. Every third
// round another conversation is begun and thrown away in between, so that kills land in erasing
// too.
[[noreturn]] void answer_until_killed(const TempDir& dir, int round, const CitizenId& who,
                                      const ConversationId& talk, int pipe) {
  auto store = open_store(options_for(dir));
  if (!store || !(*store)->journal().start(talk, who)) ::_exit(1);
  for (int number = 1;; ++number) {
    if (!append(**store, event(talk, words(round, number)))) ::_exit(2);
    const char told = 'a';
    if (::write(pipe, &told, 1) != 1) ::_exit(3);
    if (round % 3 != 0 || number % 4 != 0) continue;
    const auto other = conversation(**store, who);
    if (!append(**store, event(other, "thrown away")) || !(*store)->journal().throw_away(other))
      ::_exit(4);
  }
}

// Kills after so many acknowledgements and a little more; returns how many there were in all.
int kill_and_count(pid_t child, int pipe, std::mt19937& random) {
  const int enough = std::uniform_int_distribution<int>(0, 12)(random);
  int count = 0;
  char told = 0;
  while (count < enough && ::read(pipe, &told, 1) == 1) ++count;
  pollfd nothing{-1, 0, 0};
  const timespec more{0, std::uniform_int_distribution<long>(0, 3'000'000)(random)};
  ::ppoll(&nothing, 1, &more, nullptr);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child failed by itself: " << status;
  while (::read(pipe, &told, 1) == 1) ++count;
  return count;
}

TEST(Kill, LosesNoAcknowledgedAnswer) {
  const TempDir dir(fast_place());
  CitizenId who;
  {
    auto store = open_store(options_for(dir));
    ASSERT_TRUE(store) << to_text(store.error());
    who = citizen(**store, "signs/sun");
  }
  std::vector<std::pair<ConversationId, size_t>> all;
  const int rounds = rounds_wished();
  size_t acknowledged_in_all = 0;
  for (int round = 0; round < rounds; ++round) {
    std::mt19937 random(static_cast<unsigned>(round));
    const ConversationId talk(fresh_uuid());
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      answer_until_killed(dir, round, who, talk, ends[1]);
    }
    ::close(ends[1]);
    const int acknowledged = kill_and_count(child, ends[0], random);
    ::close(ends[0]);
    acknowledged_in_all += static_cast<size_t>(acknowledged);

    auto store = open_store(options_for(dir));
    ASSERT_TRUE(store) << "round " << round << ": " << to_text(store.error());
    ASSERT_TRUE((*store)->damage().empty()) << "round " << round;
    const auto found = (*store)->journal().find(talk);
    ASSERT_TRUE(found);
    if (!found->has_value()) {
      ASSERT_EQ(acknowledged, 0) << "round " << round;
      continue;
    }
    EXPECT_EQ((*found)->state, ConversationState::unfinished);
    const auto kept = said(**store, talk);
    ASSERT_GE(kept.size(), static_cast<size_t>(acknowledged)) << "round " << round;
    ASSERT_LE(kept.size(), static_cast<size_t>(acknowledged) + 1) << "round " << round;
    for (size_t i = 0; i < kept.size(); ++i)
      ASSERT_EQ(kept[i], words(round, static_cast<int>(i) + 1));
    all.emplace_back(talk, kept.size());
  }
  auto store = open_store(options_for(dir));
  ASSERT_TRUE(store);
  for (const auto& [talk, count] : all) ASSERT_EQ(said(**store, talk).size(), count);
  EXPECT_GT(acknowledged_in_all, static_cast<size_t>(rounds));
  RecordProperty("acknowledged", static_cast<int>(acknowledged_in_all));
}

}  // namespace
}  // namespace aktiv::storage
