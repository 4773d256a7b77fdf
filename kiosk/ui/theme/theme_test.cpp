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

TEST(Theme, EveryTextReachesSevenToOneOnItsSurface) {
  const Colours c = light().colours;
  EXPECT_GE(contrast(c.ink, c.paper), 7);
  EXPECT_GE(contrast(c.ink, c.card), 7);
  EXPECT_GE(contrast(c.ink, c.accent_soft), 7);
  EXPECT_GE(contrast(c.ink, c.sun), 7);
  EXPECT_GE(contrast(c.accent_ink, c.accent), 7);
  EXPECT_GE(contrast(c.muted, c.paper), 7);
  EXPECT_GE(contrast(c.calm_ink, c.calm), 7);
  EXPECT_GE(contrast(c.calm_muted, c.calm), 7);
}

TEST(Theme, EveryEdgeAndMarkReachesThreeToOne) {
  const Colours c = light().colours;
  EXPECT_GE(contrast(c.accent, c.accent_soft), 3);
  EXPECT_GE(contrast(c.accent, c.paper), 3);
  EXPECT_GE(contrast(c.sun, c.ink), 3);
  EXPECT_GE(contrast(c.sun, c.calm), 3);
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
