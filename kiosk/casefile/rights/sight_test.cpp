#include "kiosk/casefile/rights/sight.h"

#include <gtest/gtest.h>

namespace aktiv::casefile {
namespace {

Account somebody(const std::string& id, StaffRole role = StaffRole::mentor,
                 const std::string& centre = "north") {
  Account account;
  account.id = id;
  account.role = role;
  account.centre = centre;
  return account;
}

const Circle mettes_own = {{"mette", "", 0, {"mentor"}}};

TEST(Sight, AMentorOfTheCentreBeginsWhereThereIsNoneYet) {
  EXPECT_TRUE(sight_of(somebody("mette"), "north", {}).is_whole);
  EXPECT_FALSE(sight_of(somebody("mette"), "south", {}).is_whole);
}

TEST(Sight, TheFolderIsTheMentorsAndNotAnotherMentors) {
  EXPECT_TRUE(sight_of(somebody("mette"), "north", mettes_own).is_whole);
  const Sight other = sight_of(somebody("jens"), "north", mettes_own);
  EXPECT_FALSE(other.is_whole);
  EXPECT_TRUE(other.may_join);
  EXPECT_FALSE(sight_of(somebody("jens"), "south", mettes_own).may_join);
}

TEST(Sight, SomebodyElsesPersonInTheCircleTakesNoMentorsPlace) {
  const Circle family = {{"karen", "", 0, {"forael"}}};
  EXPECT_TRUE(sight_of(somebody("mette"), "north", family).is_whole);
}

TEST(Sight, StaffLeadersAndAdministratorsSeeNothingByTheirRole) {
  for (const StaffRole role : {StaffRole::day_centre, StaffRole::none}) {
    Account account = somebody("eva", role);
    account.is_leader = account.is_administrator = true;
    const Sight sight = sight_of(account, "north", {});
    EXPECT_FALSE(sight.is_whole);
    EXPECT_FALSE(sight.may_join);
    EXPECT_FALSE(sight.is_shared());
  }
}

TEST(Sight, WhoeverStandsInTheCircleSeesAsThatPersonWhereverTheyWork) {
  const Circle circle = {{"karen", "", 0, {"forael"}}, {"eva", "", 0, {"paedagog", "bostoette"}}};
  EXPECT_EQ(sight_of(somebody("karen", StaffRole::none, ""), "north", circle).as,
            std::vector<std::string>{"forael"});
  EXPECT_EQ(sight_of(somebody("eva", StaffRole::day_centre, "south"), "north", circle).as,
            (std::vector<std::string>{"paedagog", "bostoette"}));
}

TEST(Sight, AMentorWhoMovedAwayIsNoMentorHereAnyMore) {
  const Sight gone = sight_of(somebody("mette", StaffRole::mentor, "south"), "north", mettes_own);
  EXPECT_FALSE(gone.is_whole);
  EXPECT_FALSE(gone.is_shared());
}

TEST(Sight, OnlyWhatWasSharedIsLeftAndNothingStaffWrote) {
  Folder folder;
  folder.signs = {"signs/sunflower"};
  folder.submissions.resize(3);
  folder.submissions[0].id = SubmissionId("a");
  folder.submissions[0].readers = {"forael", "ven"};
  folder.submissions[1].id = SubmissionId("b");
  folder.submissions[1].readers = {"raadgiver"};
  folder.submissions[2].id = SubmissionId("c");
  folder.kiosks = {{SubmissionId("a"), "Nord-1"}, {SubmissionId("b"), "Nord-1"}};
  folder.observations.resize(1);
  folder.records.resize(1);
  folder.taken_back_ms = {1};
  folder.unreadable = 1;

  const Folder part = shared_part(folder, {"forael"});
  ASSERT_EQ(part.submissions.size(), 1u);
  EXPECT_EQ(part.submissions[0].id, SubmissionId("a"));
  EXPECT_EQ(part.kiosk_of(SubmissionId("a")), "Nord-1");
  EXPECT_EQ(part.kiosk_of(SubmissionId("b")), "");
  EXPECT_EQ(part.signs, folder.signs);
  EXPECT_TRUE(part.observations.empty());
  EXPECT_TRUE(part.records.empty());
  EXPECT_TRUE(part.taken_back_ms.empty());
  EXPECT_EQ(part.unreadable, 0);
}

}  // namespace
}  // namespace aktiv::casefile
