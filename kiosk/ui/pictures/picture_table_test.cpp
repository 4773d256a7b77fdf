#include "kiosk/ui/pictures/picture_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace aktiv::ui {
namespace {

using ::testing::HasSubstr;

struct PictureTableStory : ::testing::Test {
  std::filesystem::path file =
      std::filesystem::path(::testing::TempDir()) /
      (std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".toml");

  PictureTable read(const std::string& text) {
    std::ofstream(file) << text;
    auto table = read_picture_table(file);
    EXPECT_TRUE(table.has_value());
    return table ? *table : PictureTable{};
  }

  // One fault, on that line, saying so.
  void expect_fault(const std::string& text, int line, const std::string& words) {
    const auto table = read(text);
    ASSERT_EQ(table.faults.size(), 1u) << text;
    EXPECT_THAT(table.faults[0].where, HasSubstr(".toml:" + std::to_string(line))) << text;
    EXPECT_THAT(table.faults[0].what, HasSubstr(words));
    EXPECT_FALSE(table.faults[0].expected.empty());
    EXPECT_TRUE(table.pictures.empty());
  }
};

TEST_F(PictureTableStory, ReadsEverythingThatALayerCanSay) {
  const auto table = read(R"([ "jobs/bage" ]
canvas = [120, 90]
layers = [
  {own = "oven"},
  {openmoji = "1F35E", box = [4, 2, 60, 80], flip = true, grey = true, rotate = -20},
  {icon = "arrow_back", box = [0, 0, 9, 9], colour = "#14213D"},
])");
  EXPECT_TRUE(table.faults.empty());
  const auto& layers = table.pictures.at(PictureId("jobs/bage")).layers;
  ASSERT_EQ(layers.size(), 3u);
  EXPECT_EQ(layers[0].kind, LayerKind::own);
  EXPECT_FALSE(layers[0].box.has_value());
  EXPECT_EQ(layers[1].name, "1F35E");
  EXPECT_TRUE(layers[1].is_flipped);
  EXPECT_TRUE(layers[1].is_grey);
  EXPECT_EQ(layers[1].rotate_deg, -20);
  EXPECT_EQ(layers[1].box->height, 80);
  EXPECT_EQ(layers[2].colour, "#14213D");
}

TEST_F(PictureTableStory, AnAliasHoldsWhatItsModelHoldsAlsoThroughAnotherAlias) {
  const auto table = read(R"(["buttons/again"]
same_as = "buttons/hear"
["buttons/hear"]
same_as = "buttons/igen"
["buttons/igen"]
canvas = [72, 72]
layers = [{openmoji = "1F50A", box = [0, 0, 72, 72]}])");
  EXPECT_TRUE(table.faults.empty());
  EXPECT_EQ(table.pictures.at(PictureId("buttons/again")).layers[0].name, "1F50A");
}

TEST_F(PictureTableStory, NamesTheLineOfWhatMakesNoSense) {
  expect_fault("[\"a/b\"]\nlayers = [{own = \"x\"}]", 1, "no canvas");
  expect_fault("[\"a/b\"]\ncanvas = [72, 0]\nlayers = [{own = \"x\"}]", 1, "no canvas");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = []", 1, "no layers");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [3]", 3, "not a table");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [\n{own = \"x\", icon = \"y\"}]", 4,
               "one drawing");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"../../secret\"}]", 3,
               "one drawing");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{openmoji = \"1F35E\"}]", 3, "no box");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"x\", box = [0, 0, 9]}]", 3,
               "rectangle");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"x\", box = [0, 0, 80, 9]}]", 3,
               "leaves the canvas");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"x\", grey = 1}]", 3,
               "true or false");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"x\", rotate = 5}]", 3, "rotate");
  expect_fault(
      "[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{icon = \"x\", box = [0, 0, 9, 9], colour = "
      "\"red\"}]",
      3, "colour");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"x\", colur = \"#000000\"}]", 3,
               "colur");
  expect_fault("[\"a/b\"]\ncanvas = [72, 72]\nlayer = [{own = \"x\"}]", 3, "layer");
  expect_fault("[\"a/b\"]\nsame_as = \"a/c\"", 2, "not drawn");
  expect_fault("[plain]\ncanvas = [72, 72]\nlayers = [{own = \"x\"}]", 1, "plain");
}

TEST_F(PictureTableStory, OneBadEntryLeavesTheOthersStanding) {
  const auto table =
      read("[\"a/bad\"]\ncanvas = 3\n[\"a/good\"]\ncanvas = [72, 72]\nlayers = [{own = \"x\"}]");
  EXPECT_EQ(table.faults.size(), 1u);
  EXPECT_TRUE(table.pictures.contains(PictureId("a/good")));
}

TEST_F(PictureTableStory, APictureWithinItselfIsRefused) {
  const auto table = read(R"(["a/one"]
canvas = [72, 72]
layers = [{picture = "a/two", box = [0, 0, 72, 72]}]
["a/two"]
canvas = [72, 72]
layers = [{picture = "a/one", box = [0, 0, 72, 72]}])");
  EXPECT_FALSE(table.faults.empty());
  EXPECT_THAT(table.faults[0].what, HasSubstr("contains itself"));
}

TEST_F(PictureTableStory, WhatIsNotTomlIsAFaultWithItsLine) {
  std::ofstream(file) << "[\"a/b\"]\ncanvas = [72,\nlayers";
  const auto table = read_picture_table(file);
  ASSERT_FALSE(table.has_value());
  EXPECT_THAT(table.error().where, HasSubstr(".toml:3"));
}

TEST_F(PictureTableStory, AMissingTableIsAFaultWithItsName) {
  const auto table = read_picture_table("/nowhere/pictures.toml");
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().where, "/nowhere/pictures.toml");
}

}  // namespace
}  // namespace aktiv::ui
