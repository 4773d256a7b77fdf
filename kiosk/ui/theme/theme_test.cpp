#include "kiosk/ui/theme/theme.h"

#include <gmock/gmock.h>

#include <fstream>

namespace aktiv::ui {
namespace {

const std::filesystem::path light_file = AKTIV_SOURCE_DIR "/assets/theme/light.toml";

Theme light() {
  auto theme = read_theme(light_file);
  EXPECT_TRUE(theme) << to_text(theme.error());
  return *theme;
}

std::filesystem::path changed(const std::string& from, const std::string& to) {
  std::ifstream in(light_file);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  text.replace(text.find(from), from.size(), to);
  // Tests run beside each other: each writes a file of its own.
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const auto file = std::filesystem::path(testing::TempDir()) /
                    (std::string("changed_theme_") + test->name() + ".toml");
  std::ofstream(file) << text;
  return file;
}

TEST(Theme, SizesAreThoseThatLayoutTakesWithoutATheme) {
  EXPECT_EQ(light().sizes, Sizes{});
}

class EveryTheme : public testing::TestWithParam<const char*> {
 protected:
  Theme theme() const {
    auto read = read_theme(light_file.parent_path() / (std::string(GetParam()) + ".toml"));
    EXPECT_TRUE(read) << to_text(read.error());
    return *read;
  }
};

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::Values("light", "dark", "contrast"),
                         [](const auto& theme) { return std::string(theme.param); });

TEST_P(EveryTheme, EveryTextReachesSevenToOneOnItsSurface) {
  const Colours c = theme().colours;
  EXPECT_GE(contrast(c.ink, c.paper), 7);
  EXPECT_GE(contrast(c.ink, c.card), 7);
  EXPECT_GE(contrast(c.ink, c.accent_soft), 7);
  EXPECT_GE(contrast(c.ink, c.sun_soft), 7);
  EXPECT_GE(contrast(c.sun_ink, c.sun), 7);
  EXPECT_GE(contrast(c.accent_ink, c.accent), 7);
  EXPECT_GE(contrast(c.muted, c.paper), 7);
  EXPECT_GE(contrast(c.muted, c.card), 7);
  EXPECT_GE(contrast(c.calm_ink, c.calm), 7);
  EXPECT_GE(contrast(c.calm_muted, c.calm), 7);
  EXPECT_GE(contrast(c.sun, c.calm), 7);
}

TEST_P(EveryTheme, EveryEdgeAndMarkReachesThreeToOne) {
  const Colours c = theme().colours;
  EXPECT_GE(contrast(c.ink, c.paper), 3);
  EXPECT_GE(contrast(c.accent, c.accent_soft), 3);
  EXPECT_GE(contrast(c.accent, c.paper), 3);
  EXPECT_GE(contrast(c.focus, c.focus_edge), 3);
  EXPECT_GE(contrast(c.sun, c.calm), 3);
}

// A person who changes the colours finds everything where it was.
TEST_P(EveryTheme, ChangesNothingButColoursAndTheTile) {
  Theme other = theme();
  EXPECT_EQ(other.sizes, light().sizes);
  EXPECT_EQ(other.strokes, light().strokes);
  other.marks.tile_corner = light().marks.tile_corner;
  EXPECT_EQ(other.marks, light().marks);
}

TEST(Theme, AColourThatIsNoneIsNamedWithItsLine) {
  const auto theme = read_theme(changed("#14213D", "dark blue"));
  ASSERT_FALSE(theme);
  EXPECT_EQ(theme.error().what, "colours.ink is not right");
  EXPECT_THAT(theme.error().where, testing::ContainsRegex("changed_theme_.*toml:8"));
}

TEST(Theme, AMissingSizeIsNamed) {
  const auto theme = read_theme(changed("question = 19.05", "qestion = 19.05"));
  ASSERT_FALSE(theme);
  EXPECT_EQ(theme.error().what, "sizes.question is missing");
}

TEST(Theme, BrokenFileIsAFaultWithItsLine) {
  const auto theme = read_theme(changed("[sizes]", "[sizes"));
  ASSERT_FALSE(theme);
  EXPECT_THAT(theme.error().where, testing::ContainsRegex("changed_theme_.*toml:"));
  EXPECT_FALSE(read_theme("/nowhere", "light"));
}

}  // namespace
}  // namespace aktiv::ui
