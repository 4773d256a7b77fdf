// What decks, definitions and the conversation itself name must be drawn: a card, an answer or a
// sentence without its picture is found here before a citizen who does not read finds it.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

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

  // What stands between `marker` and the next quotation mark, wherever the marker is found.
  static std::vector<std::string> named_after(const std::string& marker, const std::string& text) {
    std::vector<std::string> names;
    for (auto at = text.find(marker); at != std::string::npos; at = text.find(marker, at + 1)) {
      const auto start = at + marker.size();
      names.push_back(text.substr(start, text.find('"', start) - start));
    }
    return names;
  }

  // In the files of `folder`: each name after the marker, with `before` in front, must be drawn.
  int expect_drawn(const fs::path& folder, const std::string& ending, const std::string& marker,
                   const std::string& before) {
    int found = 0;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(AKTIV_SOURCE_DIR) / folder)) {
      const std::string file = entry.path().filename().string();
      if (!file.ends_with(ending) || file.ends_with("_test.cpp")) continue;
      for (std::string name : named_after(marker, text_of(entry.path()))) {
        ++found;
        if (name.starts_with("ui.")) name.erase(0, 3);
        // "ui/" + id is put together while running; its ids are looked for by themselves.
        if (name.empty()) continue;
        EXPECT_TRUE(book->has(PictureId(before + name))) << file << " promises " << before << name;
      }
    }
    return found;
  }

  std::unique_ptr<PictureBook> book;
};

TEST_F(PromisedPictures, EveryCardOfTheDecksIsDrawn) {
  EXPECT_GT(expect_drawn("assets/decks", ".toml", "picture = \"", ""), 200);
}

TEST_F(PromisedPictures, EveryToolAndScreenOfTheDefinitionsIsDrawn) {
  EXPECT_GT(expect_drawn("dialogue", ".toml", "picture = \"", ""), 0);
  EXPECT_GT(expect_drawn("dialogue/frames", ".toml", "\"ui.", "screens/"), 10);
  int frames = 0;
  for (const char* frame : {"f1_", "f2_", "f4_"}) {
    frames += expect_drawn("dialogue/frames", ".toml", std::string("\"") + frame,
                           std::string("screens/") + frame);
  }
  EXPECT_GT(frames, 10);
}

TEST_F(PromisedPictures, EverySentenceAndAnswerOfTheConversationIsDrawn) {
  EXPECT_GT(expect_drawn("dialogue", ".cpp", "tell_screen(\"", "screens/"), 5);
  EXPECT_GT(expect_drawn("dialogue", ".cpp", "ui_option(\"", "ui/"), 5);
  EXPECT_GT(expect_drawn("dialogue", ".cpp", "\"ui/", "ui/"), 3);
  EXPECT_GT(expect_drawn("dialogue", ".cpp", "\"buttons/", "buttons/"), 0);
}

}  // namespace
}  // namespace aktiv::ui
