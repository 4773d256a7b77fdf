// A day centre's own deck is a folder with its photos in it.
#include "kiosk/photos/deck_photos.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "kiosk/files/content_files.h"
#include "kiosk/photos/photo.h"
#include "kiosk/photos/testing.h"

namespace aktiv::photos {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing_::jpeg;

constexpr const char* willow = R"(id = "huset"
version = 1
tools = ["to_billeder", "kan_lide"]

[[card]]
id = "pil"
photo = "pil.jpg"

[card.words.da]
label = "Flette pil"
spoken = "Du fletter kurve af pil."
inf = "flette pil"

[card.words.en]
label = "Weave willow"
spoken = "You weave baskets from willow."
inf = "weave willow"
)";

class DeckPhotosTest : public ::testing::Test {
 protected:
  DeckPhotosTest() {
    std::string pattern = (fs::temp_directory_path() / "aktiv-deck-XXXXXX").string();
    folder = fs::path(mkdtemp(pattern.data())) / "huset";
    fs::create_directory(folder);
    write("huset.toml", willow);
  }
  ~DeckPhotosTest() override { fs::remove_all(folder.parent_path()); }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
  Loaded read() const { return read_content(AKTIV_BINARY_DIR "/share/aktiv", {folder}); }
  std::string faults_of(const std::vector<Fault>& faults) const {
    std::string all;
    for (const Fault& fault : faults) all += to_text(fault) + "\n";
    return all;
  }

  fs::path folder;
  const CardRef pil{"huset", "pil"};
};

TEST_F(DeckPhotosTest, AFolderIsADeckOfTheTalksItNames) {
  write("pil.jpg", jpeg(200));
  const Loaded loaded = read();
  ASSERT_EQ(faults_of(loaded.faults), "");
  ASSERT_NE(loaded.content.card(pil), nullptr);
  const DeckPhotos photos = deck_photos(loaded.content, {folder});
  EXPECT_EQ(faults_of(photos.faults), "");
  EXPECT_EQ(photos.files.at(loaded.content.card(pil)->picture), folder / "pil.jpg");
  EXPECT_EQ(faults_of(check_photos(loaded.content, photos.files)), "");
  const auto& decks = loaded.content.tool(ToolId("kan_lide"))->decks;
  EXPECT_THAT(decks, ::testing::Contains("huset"));
}

TEST_F(DeckPhotosTest, APhotoThatIsNotThereIsNamedWithItsCardsLine) {
  const Loaded loaded = read();
  const DeckPhotos photos = deck_photos(loaded.content, {folder});
  ASSERT_EQ(photos.faults.size(), 1u);
  EXPECT_THAT(to_text(photos.faults[0]), HasSubstr("'pil.jpg' is not there"));
  EXPECT_THAT(to_text(photos.faults[0]), HasSubstr("huset/huset.toml:"));
}

TEST_F(DeckPhotosTest, APhotoThatCannotBeOpenedIsNamed) {
  write("pil.jpg", jpeg(200).substr(0, 60));
  const Loaded loaded = read();
  const auto faults = check_photos(loaded.content, deck_photos(loaded.content, {folder}).files);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_THAT(to_text(faults[0]), HasSubstr("pil.jpg"));
}

TEST_F(DeckPhotosTest, APhotoElsewhereIsNotRead) {
  for (const char* name : {"../pil.jpg", "/etc/passwd", ".pil.jpg", "pil.svg"}) {
    std::string deck = willow;
    deck.replace(deck.find("pil.jpg"), 7, name);
    write("huset.toml", deck);
    EXPECT_THAT(faults_of(read().faults), HasSubstr("is not the name of a photo")) << name;
  }
}

TEST_F(DeckPhotosTest, AKeptPhotoTakesThePlaceOfTheDrawing) {
  write("pil.jpg", jpeg(200));
  Loaded loaded = read();
  PhotoFiles files;
  const CardRef baking{"jobs", "bage"};
  lay_kept({{baking, folder / "pil.jpg"}, {{"jobs", "of_long_ago"}, folder / "pil.jpg"}},
           loaded.content, files);
  EXPECT_EQ(loaded.content.card(baking)->picture, PictureId("jobs/bage"));
  EXPECT_EQ(files.size(), 1u);
  EXPECT_EQ(files.begin()->second, folder / "pil.jpg");
}

TEST_F(DeckPhotosTest, FoldersLaidBesideEachOtherAreFoundByName) {
  fs::create_directory(folder.parent_path() / "tom");
  fs::create_directory(folder.parent_path() / "anden");
  std::ofstream(folder.parent_path() / "anden/x.toml") << "id = \"x\"";
  EXPECT_THAT(deck_folders(folder.parent_path()),
              ElementsAre(folder.parent_path() / "anden", folder));
}

}  // namespace
}  // namespace aktiv::photos
