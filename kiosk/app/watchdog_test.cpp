// A service manager's socket, and what the kiosk says to it.
#include "kiosk/app/watchdog.h"

#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <map>

namespace aktiv::app {
namespace {

using testing::HasSubstr;
using testing::Optional;

struct Manager : testing::Test {
  std::string folder = testing::TempDir() + "watchdog-XXXXXX";
  std::string path;
  int listening = -1;
  std::map<std::string, std::string> environment;

  void SetUp() override {
    ASSERT_NE(::mkdtemp(folder.data()), nullptr);
    path = folder + "/notify";
    listen(path);
    environment = {{"NOTIFY_SOCKET", path}, {"WATCHDOG_USEC", "60000000"}};
  }
  void TearDown() override {
    ::close(listening);
    std::filesystem::remove_all(folder);
  }

  void listen(std::string at) {
    if (listening >= 0) ::close(listening);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    at.copy(address.sun_path, at.size());
    if (at[0] == '@') address.sun_path[0] = '\0';
    listening = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    ASSERT_EQ(::bind(listening, reinterpret_cast<sockaddr*>(&address),
                     static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + at.size())),
              0);
  }

  Result<Watchdog> open() {
    return Watchdog::open([this](const char* name) -> const char* {
      const auto found = environment.find(name);
      return found == environment.end() ? nullptr : found->second.c_str();
    });
  }

  // What has arrived, one after the other; empty: nothing more.
  std::string heard() const {
    char words[64];
    const auto size = ::recv(listening, words, sizeof words, 0);
    return size < 0 ? std::string() : std::string(words, static_cast<size_t>(size));
  }
};

TEST_F(Manager, HearsThatTheKioskLivesTwiceInItsTime) {
  auto watchdog = open();
  ASSERT_TRUE(watchdog);
  EXPECT_THAT(watchdog->due_ms(), Optional(0));  // once at the first screen
  watchdog->alive(1'000);
  EXPECT_EQ(heard(), "WATCHDOG=1");
  EXPECT_THAT(watchdog->due_ms(), Optional(31'000));
  watchdog->alive(31'000);
  EXPECT_EQ(heard(), "WATCHDOG=1");
}

TEST_F(Manager, IsNotToldAtEveryTouch) {
  auto watchdog = open();
  ASSERT_TRUE(watchdog);
  for (int64_t now = 1'000; now < 31'000; now += 50) watchdog->alive(now);
  EXPECT_EQ(heard(), "WATCHDOG=1");
  EXPECT_EQ(heard(), "");
}

TEST_F(Manager, HearsNothingFromALoopThatStandsStill) {
  auto watchdog = open();
  ASSERT_TRUE(watchdog);
  EXPECT_EQ(heard(), "");
}

TEST_F(Manager, ThatDoesNotReadNeverHoldsUpTheLoop) {
  auto watchdog = open();
  ASSERT_TRUE(watchdog);
  for (int64_t now = 0; now < 2'000 * 30'000; now += 30'000) watchdog->alive(now);
  EXPECT_EQ(heard(), "WATCHDOG=1");
}

TEST_F(Manager, MayHaveAnAbstractAddress) {
  environment["NOTIFY_SOCKET"] = "@" + folder + "/abstract";
  listen(environment["NOTIFY_SOCKET"]);
  auto watchdog = open();
  ASSERT_TRUE(watchdog) << to_text(watchdog.error());
  watchdog->alive(0);
  EXPECT_EQ(heard(), "WATCHDOG=1");
}

TEST_F(Manager, IsNotThereOnAKioskThatSomebodyStartedByHand) {
  environment.clear();
  auto watchdog = open();
  ASSERT_TRUE(watchdog);
  EXPECT_EQ(watchdog->due_ms(), std::nullopt);  // the processor is never woken for it
  watchdog->alive(0);
}

TEST_F(Manager, WithAnAddressOrATimeThatCannotBeUsedIsNamed) {
  environment["NOTIFY_SOCKET"] = folder + "/nobody";
  EXPECT_THAT(to_text(open().error()), HasSubstr(folder + "/nobody"));
  environment["NOTIFY_SOCKET"] = path;
  environment["WATCHDOG_USEC"] = "soon";
  EXPECT_THAT(to_text(open().error()), HasSubstr("WATCHDOG_USEC=soon"));
}

}  // namespace
}  // namespace aktiv::app
