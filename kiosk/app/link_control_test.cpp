// The case file is looked for while the kiosk is already there for the person in front of it.
#include "kiosk/app/link_control.h"

#include <gtest/gtest.h>

#include <future>
#include <semaphore>

namespace aktiv::app {
namespace {

// A disk that answers when it is told to.
class SlowDisk : public testing::Test {
 protected:
  SlowDisk()
      : store(
            [wait = may_open.get_future().share()] {
              wait.wait();
              return Result<std::unique_ptr<storage::Store>>(storage::memory_store());
            },
            [this] { rung.release(); }),
        link(LinkParts{store, {}, {}, [] { return 0; }, [] { return 0.5; }, [] {}, {}, "da", ""}),
        control(link, store, texts, "da", [this] { rung.release(); }) {}

  // Lets what is under way end, and takes its answers.
  void settle() {
    may_open.set_value();
    while (!is_done) {
      rung.acquire();
      control.drain();
      store.drain([](const storage::Recorded&) {});
    }
  }

  std::promise<void> may_open;
  std::counting_semaphore<> rung{0};
  Texts texts;
  storage::StoreThread store;
  CaseFileLink link;
  LinkControl control;
  bool is_done = false;
};

TEST_F(SlowDisk, TheFirstScreenDoesNotWaitForTheCaseFile) {
  control.begin([this](Status begun) {
    EXPECT_TRUE(begun);
    is_done = true;
  });
  control.drain();
  EXPECT_FALSE(is_done) << "begin() came back while the disk had said nothing";
  settle();
  EXPECT_TRUE(is_done);
}

TEST_F(SlowDisk, AMentorWhoEnrolsMeanwhileIsToldToWait) {
  control.begin([this](Status) { is_done = true; });
  Status refused;
  control.enrol("https://case.example", "code", [&](Status done) { refused = done; });
  EXPECT_FALSE(refused);
  control.unenrol([&](Status done) { refused = done; });
  EXPECT_FALSE(refused);
  settle();
}

}  // namespace
}  // namespace aktiv::app
