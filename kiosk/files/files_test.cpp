#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "kiosk/files/content_files.h"
#include "kiosk/files/folder.h"
#include "kiosk/files/share_dir.h"

namespace aktiv {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

// A folder of its own for each test, gone afterwards.
class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "aktiv-files-XXXXXX").string();
    folder = mkdtemp(pattern.data());
  }
  ~Files() override {
    fs::remove_all(folder);
    unsetenv("AKTIV_SHARE");
  }

  void write(const fs::path& name, const std::string& text) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  }

  fs::path folder;
};

TEST_F(Files, AreReadByNameAndByTheirExtension) {
  write("decks/b.toml", "two");
  write("decks/a.toml", "one");
  write("decks/README.md", "not content");

  const auto files = read_folder(folder / "decks", ".toml");

  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 2u);
  EXPECT_EQ((*files)[0].name, "decks/a.toml");
  EXPECT_EQ((*files)[0].text, "one");
  EXPECT_EQ((*files)[1].name, "decks/b.toml");
}

TEST_F(Files, AMissingFolderIsAFaultWithItsPlace) {
  const auto files = read_folder(folder / "nowhere", ".toml");

  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().where, (folder / "nowhere").string());
}

TEST_F(Files, AFileThatCannotBeReadIsAFaultWithItsPlace) {
  fs::create_directories(folder / "decks");
  fs::create_symlink(folder / "gone", folder / "decks/a.toml");

  const auto files = read_folder(folder / "decks", ".toml");

  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().where, (folder / "decks/a.toml").string());
}

TEST_F(Files, AFolderNamedLikeAFileIsAFault) {
  fs::create_directories(folder / "decks/a.toml");

  EXPECT_FALSE(read_folder(folder / "decks", ".toml"));
}

TEST_F(Files, AFileThatIsFarTooLargeIsRefused) {
  write("decks/a.toml", "");
  fs::resize_file(folder / "decks/a.toml", (4u << 20) + 1);

  const auto files = read_folder(folder / "decks", ".toml");

  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().what, HasSubstr("too large"));
}

TEST_F(Files, TheShareFolderIsFoundBesideThePrograms) {
  const auto share = share_dir();

  ASSERT_TRUE(share) << to_text(share.error());
  EXPECT_TRUE(fs::equivalent(*share, fs::path(AKTIV_BINARY_DIR) / "share/aktiv"));
}

TEST_F(Files, TheShareFolderCanBeNamed) {
  setenv("AKTIV_SHARE", folder.c_str(), 1);
  EXPECT_EQ(*share_dir(), folder);

  setenv("AKTIV_SHARE", (folder / "nowhere").c_str(), 1);
  const auto share = share_dir();
  ASSERT_FALSE(share);
  EXPECT_EQ(share.error().where, (folder / "nowhere").string());
}

TEST_F(Files, WhatTheBuildLaidOutIsWholeContent) {
  const auto loaded = read_content(*share_dir());

  for (const auto& fault : loaded.faults) ADD_FAILURE() << to_text(fault);
  EXPECT_NE(loaded.content.card({"jobs", "bage"}), nullptr);
}

TEST_F(Files, ADayCentresDeckIsReadBesideTheBuiltInOnes) {
  write("own/huset.toml",
        "id = \"huset\"\nversion = 1\ntools = [\"kan_lide\"]\n[[card]]\nid = \"pil\"\n"
        "picture = \"huset/pil\"\n[card.words.da]\nlabel = \"Flette pil\"\nspoken = \"Du fletter "
        "kurve.\"\n"
        "[card.words.en]\nlabel = \"Weave willow\"\nspoken = \"You weave baskets.\"\n");

  const auto loaded = read_content(*share_dir(), {folder / "own"});

  for (const auto& fault : loaded.faults) ADD_FAILURE() << to_text(fault);
  EXPECT_EQ(loaded.content.texts.get("en", "huset.pil.label"), "Weave willow");
}

TEST_F(Files, AnEmptyShareIsRefusedWithWords) {
  const auto loaded = read_content(folder);

  EXPECT_EQ(loaded.faults.size(), 3u);
}

}  // namespace
}  // namespace aktiv
