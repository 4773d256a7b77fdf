#include "kiosk/photos/kept_photos.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "kiosk/photos/photo.h"

namespace aktiv::photos {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class KeptPhotos : public ::testing::Test {
 protected:
  KeptPhotos() {
    std::string pattern = (fs::temp_directory_path() / "aktiv-photos-XXXXXX").string();
    folder = mkdtemp(pattern.data());
  }
  ~KeptPhotos() override { fs::remove_all(folder); }

  fs::path folder;
  const CardRef baking{"jobs", "bage"};
};

TEST_F(KeptPhotos, StandForTheirCardUntilTheyAreTakenAway) {
  ASSERT_TRUE(keep_photo(folder, baking, "first"));
  ASSERT_TRUE(keep_photo(folder, baking, "second"));

  const auto kept = kept_photos(folder);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(*read_photo_file(kept.at(baking)), "second");

  EXPECT_TRUE(*take_photo_away(folder, baking));
  EXPECT_FALSE(*take_photo_away(folder, baking));
  EXPECT_TRUE(kept_photos(folder).empty());
}

TEST_F(KeptPhotos, AreNoneWhereNothingWasKept) {
  EXPECT_TRUE(kept_photos(folder / "nowhere").empty());
}

TEST_F(KeptPhotos, NeverLeaveTheirFolder) {
  EXPECT_FALSE(keep_photo(folder / "pictures", {"..", "bage"}, "photo"));
  EXPECT_FALSE(keep_photo(folder / "pictures", {"jobs", "../../x"}, "photo"));
  EXPECT_FALSE(fs::exists(folder / "bage.jpg"));
}

TEST_F(KeptPhotos, AHalfWrittenPhotoIsNotAPhoto) {
  fs::create_directories(folder / "jobs");
  std::ofstream(folder / "jobs/bage.jpg.new") << "half";

  EXPECT_TRUE(kept_photos(folder).empty());
}

TEST_F(KeptPhotos, ALinkAFolderAndAPipeAreNotRead) {
  std::ofstream(folder / "secret") << "not on the stick";
  fs::create_symlink(folder / "secret", folder / "link.jpg");
  fs::create_directory(folder / "folder.jpg");
  ASSERT_EQ(mkfifo((folder / "pipe.jpg").c_str(), 0600), 0);

  for (const char* name : {"link.jpg", "folder.jpg", "pipe.jpg", "gone.jpg"})
    EXPECT_FALSE(read_photo_file(folder / name)) << name;
}

TEST_F(KeptPhotos, AHugeFileIsRefusedUnread) {
  std::ofstream(folder / "huge.jpg") << "x";
  fs::resize_file(folder / "huge.jpg", most_bytes + 1);

  EXPECT_THAT(to_text(read_photo_file(folder / "huge.jpg").error()), HasSubstr("at most 25 MB"));
}

}  // namespace
}  // namespace aktiv::photos
