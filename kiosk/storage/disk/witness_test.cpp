#include "kiosk/storage/disk/witness.h"

#include <gtest/gtest.h>

#include "kiosk/storage/disk/files.h"
#include "kiosk/storage/records/trouble.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

class WitnessOfCommits : public ::testing::Test {
 protected:
  void SetUp() override { make_private_dir(dir_.path()); }
  std::filesystem::path file() const { return dir_.path() / "witness"; }
  testing::TempDir dir_{testing::fast_place()};
};

TEST_F(WitnessOfCommits, BeginsWithNothing) {
  EXPECT_EQ(Witness(file()).seen(), 0u);
}

TEST_F(WitnessOfCommits, RemembersTheLastFromTheFirstOn) {
  for (uint64_t commits = 0; commits < 5; ++commits) {
    Witness(file()).note(commits);
    EXPECT_EQ(Witness(file()).seen(), commits);
  }
}

TEST_F(WitnessOfCommits, FallsBackToTheOneBeforeWhereTheLastWriteWasTorn) {
  Witness(file()).note(7);
  Witness(file()).note(8);
  std::string torn = read_whole(file());
  torn[3] = 'x';
  write_durably(file(), torn, {});
  EXPECT_EQ(Witness(file()).seen(), 7u);
}

TEST_F(WitnessOfCommits, IsNotBelievedWhereBothAreDamagedOrItIsCut) {
  Witness(file()).note(7);
  write_durably(file(), std::string(32, 'x'), {});
  EXPECT_THROW((void)Witness(file()).seen(), Trouble);
  write_durably(file(), std::string(16, '\0'), {});
  EXPECT_THROW((void)Witness(file()).seen(), Trouble);
}

}  // namespace
}  // namespace aktiv::storage
