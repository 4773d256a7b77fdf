// What decks, definitions and the conversation itself name must be drawn: a card, an answer or a
// sentence without its picture is found here before a citizen who does not read finds it.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>

#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::ui {
namespace {

namespace fs = std::filesystem;

struct PromisedPictures : ::testing::Test {
  PromisedPictures() {
    auto opened = PictureBook::open(fs::path(AKTIV_BINARY_DIR) / "share/aktiv");
    if (!opened) throw std::runtime_error(to_text(opened.error()));
    book = std::make_unique<PictureBook>(std::move(*opened));
  }

  static std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // Every first group of `pattern` in the files of `folder`, with `before` in front, must be drawn.
  int expect_drawn(const fs::path& folder, const std::string& ending, const char* pattern,
                   const std::string& before) {
    const std::regex wanted(pattern);
    int found = 0;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(AKTIV_SOURCE_DIR) / folder)) {
      const std::string name = entry.path().filename().string();
      if (!name.ends_with(ending) || name.ends_with("_test.cpp")) continue;
      const std::string text = text_of(entry.path());
      for (std::sregex_iterator match(text.begin(), text.end(), wanted), end; match != end;
           ++match) {
        ++found;
        const PictureId id(before + (*match)[1].str());
        EXPECT_TRUE(book->has(id)) << name << " promises " << id.value;
      }
    }
    return found;
  }

  std::unique_ptr<PictureBook> book;
};

TEST_F(PromisedPictures, EveryCardOfTheDecksIsDrawn) {
  EXPECT_GT(
      expect_drawn("assets/decks", ".toml", R"re(picture *= *"([a-z0-9_]+/[a-z0-9_]+)")re", ""),
      200);
}

TEST_F(PromisedPictures, EveryToolAndScreenOfTheDefinitionsIsDrawn) {
  EXPECT_GT(expect_drawn("dialogue", ".toml", R"re(picture *= *"([a-z0-9_]+/[a-z0-9_]+)")re", ""),
            0);
  EXPECT_GT(expect_drawn("dialogue/frames", ".toml", R"re("ui\.([a-z_]+)")re", "screens/"), 10);
  EXPECT_GT(expect_drawn("dialogue/frames", ".toml", R"re("(f[0-9]_[a-z0-9_]+)")re", "screens/"),
            10);
}

TEST_F(PromisedPictures, EverySentenceAndAnswerOfTheConversationIsDrawn) {
  EXPECT_GT(
      expect_drawn("dialogue", ".cpp", R"re(tell_screen\("(?:ui\.)?([a-z0-9_]+)"\))re", "screens/"),
      5);
  EXPECT_GT(expect_drawn("dialogue", ".cpp", R"re(ui_option\("([a-z0-9_]+)"\))re", "ui/"), 5);
  EXPECT_GT(
      expect_drawn("dialogue", ".cpp", R"re("((?:ui|buttons|people|steps)/[a-z0-9_]+)")re", ""), 3);
}

}  // namespace
}  // namespace aktiv::ui
