#include "kiosk/ui/window/window.h"

#include <SDL.h>
#include <cairo.h>
#include <gmock/gmock.h>

#include <cstring>
#include <limits>

#include "kiosk/ui/window/density.h"

namespace aktiv::ui {
namespace {

TEST(Density, IsAsTheDisplaySays) {
  const Density density = density_of(std::nullopt, ReportedDensity{91.8, 91.6});
  EXPECT_NEAR(density.px_per_mm, 3.61, 0.01);
  EXPECT_FALSE(density.fault);
}

TEST(Density, ConfiguredWinsOverTheDisplay) {
  const Density density = density_of(5.88, ReportedDensity{96, 96});
  EXPECT_EQ(density.px_per_mm, 5.88);
  EXPECT_FALSE(density.fault);
}

TEST(Density, ADisplayThatLiesIsNotBelieved) {
  for (const ReportedDensity lie :
       {ReportedDensity{0, 0}, ReportedDensity{1, 1}, ReportedDensity{2032, 1143},
        ReportedDensity{96, 160}, ReportedDensity{-96, -96},
        ReportedDensity{std::numeric_limits<double>::infinity(), 96}}) {
    const Density density = density_of(std::nullopt, lie);
    EXPECT_NEAR(density.px_per_mm, 96 / 25.4, 1e-9);
    ASSERT_TRUE(density.fault);
    EXPECT_THAT(density.fault->expected, testing::HasSubstr("px_per_mm"));
  }
}

TEST(Density, ASilentDisplayAndAnAbsurdConfigurationAreRecorded) {
  EXPECT_TRUE(density_of(std::nullopt, std::nullopt).fault);
  EXPECT_TRUE(density_of(400.0, ReportedDensity{96, 96}).fault);
}

class WindowTest : public testing::Test {
 protected:
  void SetUp() override { SDL_setenv("SDL_VIDEODRIVER", "dummy", 1); }

  static std::unique_ptr<Window> opened() {
    WindowOptions options;
    options.size = WindowSize{1280, 800};
    auto window = Window::open(options);
    EXPECT_TRUE(window) << to_text(window.error());
    return *std::move(window);
  }
};

TEST_F(WindowTest, IsAsLargeAsAskedForAndSaysNothingPersonal) {
  const auto window = opened();
  EXPECT_EQ(window->display().width_px, 1280);
  EXPECT_EQ(window->display().height_px, 800);
  EXPECT_STREQ(SDL_GetWindowTitle(window->sdl()), "AKTIV-dialog");
  EXPECT_EQ(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
}

TEST_F(WindowTest, RecordsADensityThatItCouldNotBelieve) {
  WindowOptions options;
  options.size = WindowSize{1280, 800};
  options.px_per_mm = 5.88;
  const auto configured = Window::open(options);
  ASSERT_TRUE(configured);
  EXPECT_EQ((*configured)->display().px_per_mm, 5.88);
  EXPECT_TRUE((*configured)->take_faults().empty());
  options.px_per_mm = 1000;
  const auto absurd = Window::open(options);
  ASSERT_TRUE(absurd);
  EXPECT_EQ((*absurd)->take_faults().size(), 1u);
  EXPECT_TRUE((*absurd)->take_faults().empty());
}

TEST_F(WindowTest, CairoAndSdlSeeTheSamePixels) {
  const auto window = opened();
  cairo_t* context = cairo_create(window->screen());
  cairo_set_source_rgb(context, 1, 0, 0);
  cairo_paint(context);
  cairo_destroy(context);
  cairo_surface_flush(window->screen());
  const SDL_Surface* pixels = window->pixels();
  const auto* row = static_cast<const unsigned char*>(pixels->pixels) + 400 * pixels->pitch;
  uint32_t pixel = 0;
  std::memcpy(&pixel, row + 640 * 4, 4);
  EXPECT_EQ(pixel & 0xFFFFFF, 0xFF0000u);
}

TEST_F(WindowTest, ShowsWhatChangedEvenAtAndPastTheEdges) {
  const auto window = opened();
  EXPECT_TRUE(window->show({}));
  EXPECT_TRUE(window->show({{10, 10, 100, 100}, {1200, 700, 500, 500}, {-40, -40, 60, 60}}));
  EXPECT_TRUE(window->show({{5000, 5000, 10, 10}}));
  EXPECT_TRUE(window->show_all());
}

TEST_F(WindowTest, TakesAnotherSizeAndSaysSo) {
  const auto window = opened();
  const auto same = window->adopt_size();
  ASSERT_TRUE(same);
  EXPECT_FALSE(*same);
  SDL_SetWindowSize(window->sdl(), 800, 1280);
  SDL_PumpEvents();
  const auto other = window->adopt_size();
  ASSERT_TRUE(other);
  EXPECT_TRUE(*other);
  EXPECT_EQ(window->display().width_px, 800);
  EXPECT_EQ(cairo_image_surface_get_height(window->screen()), 1280);
  EXPECT_TRUE(window->show_all());
}

TEST_F(WindowTest, WithoutADisplayItSaysWhatIsMissing) {
  SDL_setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
  const auto window = Window::open({});
  ASSERT_FALSE(window);
  EXPECT_THAT(window.error().what, testing::HasSubstr("no display could be opened"));
}

TEST_F(WindowTest, ATinyWindowIsRefusedWithWords) {
  WindowOptions options;
  options.size = WindowSize{10, 10};
  const auto window = Window::open(options);
  ASSERT_FALSE(window);
  EXPECT_EQ(window.error().expected, "1280x800 or more");
}

}  // namespace
}  // namespace aktiv::ui
