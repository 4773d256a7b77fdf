#include "kiosk/photos/sticks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "kiosk/photos/photo.h"
#include "kiosk/photos/refusal.h"

namespace aktiv::photos {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> names(const std::vector<Place>& places) {
  std::vector<std::string> all;
  for (const Place& place : places) all.push_back(place.name + (place.is_folder ? "/" : ""));
  return all;
}

class Sticks : public ::testing::Test {
 protected:
  fs::path stick = fs::path(::testing::TempDir()) /
                   ::testing::UnitTest::GetInstance()->current_test_info()->name();
  void SetUp() override {
    fs::remove_all(stick);
    fs::create_directories(stick);
  }
  void TearDown() override { fs::remove_all(stick); }
  void lay(const char* name) { std::ofstream(stick / name) << "x"; }
};

TEST_F(Sticks, AreWhatIsMountedWhereSticksGo) {
  const auto found = mounted_sticks(
      "/dev/sda1 / ext4 rw 0 0\n"
      "/dev/sdb1 /media/sdb1 vfat ro,nosuid 0 0\n"
      "/dev/sdc1 /media/mette/Anna\\040og\\040Bo exfat ro 0 0\n"
      "tmpfs /mediation tmpfs rw 0 0\n"
      "/dev/sdb1 /media/sdb1 vfat ro,nosuid 0 0\n"
      "cut",
      {"/media", "/mnt"});
  EXPECT_THAT(found, ElementsAre(Place{"/media/mette/Anna og Bo", "Anna og Bo", true},
                                 Place{"/media/sdb1", "sdb1", true}));
  EXPECT_THAT(mounted_sticks("", {"/media"}), IsEmpty());
}

TEST_F(Sticks, ShowFoldersAndPicturesByNameAndNothingElse) {
  for (const char* name : {"b.JPG", "a.png", "iphone.HEIC", "brev.pdf", ".hidden.jpg"}) lay(name);
  fs::create_directory(stick / "sommer");
  fs::create_symlink("/etc/hostname", stick / "link.jpg");
  EXPECT_THAT(names(*places_in(stick)), ElementsAre("sommer/", "a.png", "b.JPG", "iphone.HEIC"));
}

TEST_F(Sticks, ThatArePulledOutAreAFaultWithTheFolder) {
  const auto gone = places_in(stick / "sommer");
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().where, (stick / "sommer").string());
}

TEST_F(Sticks, TellWhyAPhotoIsNotTaken) {
  lay("iphone.heic");
  const auto bytes = read_photo_file(stick / "iphone.heic");
  ASSERT_TRUE(bytes);
  const auto square = open_square(*bytes, "iphone.heic", 64);
  ASSERT_FALSE(square);
  EXPECT_EQ(code_of(refusal_of(square.error())), "other_kind");
  EXPECT_EQ(refusal_of(read_photo_file(stick).error()), Refusal::no_file);
  EXPECT_EQ(refusal_of(read_photo_file(stick / "gone.jpg").error()), Refusal::unreadable);
  EXPECT_EQ(refusal_of(Fault{"the disk is full", "", ""}), Refusal::not_kept);
}

TEST_F(Sticks, EveryRefusalIsToldApart) {
  for (int why = 0; why <= static_cast<int>(Refusal::not_kept); ++why) {
    const auto refusal = static_cast<Refusal>(why);
    EXPECT_EQ(refusal_of(refused(refusal, "x.jpg", "12 × 12 pixels")), refusal);
    EXPECT_FALSE(code_of(refusal).empty());
  }
}

}  // namespace
}  // namespace aktiv::photos
