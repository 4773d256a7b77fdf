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

// A definition that was cut short or mistyped is refused whole, before a citizen meets it.
TEST_F(Files, ADefinitionThatMissesANumberOrHasOneOutOfBoundsIsRefusedOnItsLine) {
  const auto tools = folder / "tools";
  fs::copy(*share_dir() / "tools", tools, fs::copy_options::recursive);
  const auto change = [&](const char* file, const std::string& from, const std::string& to) {
    std::string text = read_source(tools / file)->text;
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    write(std::string("tools/") + file, text.replace(at, from.size(), to));
  };
  EXPECT_TRUE(is_content_folder(folder));
  EXPECT_TRUE(read_content_in(folder, *share_dir()).faults.empty());

  change("kan_lide.toml", "favourites = 3", "favorites = 3");
  change("to_billeder.toml", "go_on_ms = 1500", "go_on_ms = 15");
  const auto faults = read_content_in(folder, *share_dir()).faults;

  ASSERT_EQ(faults.size(), 3u);
  EXPECT_EQ(to_text(faults[0]),
            "tools/kan_lide.toml:13: the tool 'kan_lide' has no number 'favourites' (expected: "
            "favourites = 1 to 3, under [numbers])");
  EXPECT_EQ(faults[1].where, "tools/kan_lide.toml:17");
  EXPECT_EQ(to_text(faults[2]),
            "tools/to_billeder.toml:41: 'go_on_ms' is 15 (expected: go_on_ms = 500 to 10000)");
}

TEST_F(Files, AToolWithoutItsDefinitionAndADefinitionWithoutItsToolAreRefused) {
  fs::copy(*share_dir() / "tools", folder / "tools", fs::copy_options::recursive);
  std::string text = read_source(folder / "tools/kan_lide.toml")->text;
  const auto at = text.find("\"kan_lide\"");
  write("tools/kan_lide.toml", text.replace(at, 10, "\"kan_li\""));

  const auto faults = read_content_in(folder, *share_dir()).faults;

  ASSERT_GE(faults.size(), 2u);
  EXPECT_EQ(faults[faults.size() - 2].what, "there is no definition of the tool 'kan_lide'");
  EXPECT_EQ(faults.back().what, "this program has no tool 'kan_li'");
}

TEST_F(Files, AnEmptyShareIsRefusedWithWords) {
  const auto loaded = read_content(folder);

  EXPECT_EQ(loaded.faults.size(), 3u);
}

}  // namespace
}  // namespace aktiv
