// What the painter shows while somebody draws, writes and speaks, told as stories.
#include <cairo.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "dialogue/model/strokes.h"
#include "kiosk/ui/painter/drawn_pictures.h"
#include "kiosk/ui/painter/painter.h"
#include "kiosk/ui/painter/sample_scenes.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::ui {
namespace {

const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";

class OwnWordsTest : public testing::Test {
 protected:
  OwnWordsTest() {
    auto letters = Typeface::open(share / "fonts");
    auto theme = read_theme(AKTIV_SOURCE_DIR "/assets/theme/light.toml");
    EXPECT_TRUE(letters && theme);
    typeface_ = *letters;
    theme_ = *theme;
    measure_ = make_measure(typeface_);
  }

  Scene sample(const std::string& name) const {
    for (const Sample& sample : sample_own_words("da", 12))
      if (sample.name == name) return sample.scene;
    ADD_FAILURE() << "no sample " << name;
    return {};
  }
  Scene with_drawing(const std::string& strokes) const {
    Scene scene = sample("drawing");
    for (Element& element : scene.elements)
      if (element.role == Role::pad) element.drawing = strokes;
    return scene;
  }
  Scene with_fill(double fill) const {
    Scene scene = sample("recording");
    for (Element& element : scene.elements)
      if (element.id == ElementId("gauge")) element.fill = fill;
    return scene;
  }

  Painter painter() { return {typeface_, pictures_, theme_}; }
  Layout laid(const Scene& scene) const { return lay_out(scene, display_, measure_); }
  Image screen() const { return make_screen(display_.width_px, display_.height_px); }
  PixelRect rect(const Layout& layout, const char* id) const {
    return snapped(layout.find(ElementId(id))->rect, display_.px_per_mm);
  }

  // Pixels that are as dark as ink inside a rectangle.
  static int dark_pixels(cairo_surface_t* screen, const PixelRect& where) {
    cairo_surface_flush(screen);
    const unsigned char* data = cairo_image_surface_get_data(screen);
    const int stride = cairo_image_surface_get_stride(screen);
    int count = 0;
    for (int y = where.y; y < where.bottom(); ++y)
      for (int x = where.x; x < where.right(); ++x) {
        const unsigned char* pixel = data + y * stride + x * 4;
        count += std::max({pixel[0], pixel[1], pixel[2]}) < 0x60;
      }
    return count;
  }
  // A tenth of the pad around a point of the drawing.
  PixelRect around(const PixelRect& pad, int x, int y) const {
    const int half = pad.w / 20;
    return {pad.x + pad.w * x / kDrawingSide - half, pad.y + pad.h * y / kDrawingSide - half,
            2 * half, 2 * half};
  }

  std::shared_ptr<Typeface> typeface_;
  DrawnPictures pictures_;
  Theme theme_;
  TextMeasure measure_;
  Display display_{1280, 720, 96 / 25.4 * 2 / 3, 1.0, {}};
};

TEST_F(OwnWordsTest, ALineGrowsUnderTheFingerAndOnlyThePadIsDrawn) {
  const Scene begun = with_drawing("200,200 400,200");
  const Scene longer = with_drawing("200,200 400,200 700,200;300,700 600,700");
  const PixelRect pad = rect(laid(begun), "pad");
  Painter one = painter();
  const Image image = screen();
  one.paint(image.get(), begun, laid(begun), {});
  EXPECT_GT(dark_pixels(image.get(), around(pad, 300, 200)), 0);
  EXPECT_EQ(dark_pixels(image.get(), around(pad, 600, 200)), 0);

  EXPECT_THAT(one.repaint(image.get(), longer, laid(longer), {}), testing::ElementsAre(pad));

  EXPECT_GT(dark_pixels(image.get(), around(pad, 600, 200)), 0);
  EXPECT_GT(dark_pixels(image.get(), around(pad, 450, 700)), 0);
}

TEST_F(OwnWordsTest, AnUndoneLineLeavesNothingBehind) {
  const Scene two = with_drawing("200,200 700,200;300,700 600,700");
  const Scene one_line = with_drawing("200,200 700,200");
  const PixelRect pad = rect(laid(two), "pad");
  Painter one = painter();
  const Image image = screen();
  one.paint(image.get(), two, laid(two), {});

  one.repaint(image.get(), one_line, laid(one_line), {});

  EXPECT_EQ(dark_pixels(image.get(), around(pad, 450, 700)), 0);
  EXPECT_GT(dark_pixels(image.get(), around(pad, 450, 200)), 0);
}

TEST_F(OwnWordsTest, DrawingPushesNoOtherLookOut) {
  Painter one = painter();
  const Image image = screen();
  const Scene begun = with_drawing("1,1 2,2");
  one.paint(image.get(), begun, laid(begun), {});
  const size_t kept = one.kept_bytes();
  std::string strokes = "1,1 2,2";
  for (int x = 3; x < 60; ++x) {
    strokes += " " + std::to_string(x * 10) + ",500";
    const Scene now = with_drawing(strokes);
    one.repaint(image.get(), now, laid(now), {});
  }
  EXPECT_EQ(one.kept_bytes(), kept);
}

TEST_F(OwnWordsTest, ADrawingThatCannotBeReadIsToldAndLeavesThePadEmpty) {
  const Scene scene = with_drawing("no drawing");
  Painter one = painter();
  const Image image = screen();
  one.paint(image.get(), scene, laid(scene), {});
  const PixelRect pad = rect(laid(scene), "pad");
  EXPECT_EQ(dark_pixels(image.get(), around(pad, 500, 500)), 0);
  EXPECT_EQ(one.take_faults().size(), 1u);
}

TEST_F(OwnWordsTest, TheLevelIsSeenByHowManyBarsAreFullAndDrawsNothingElse) {
  const auto full = [&](double fill) {
    const Layout layout = laid(with_fill(fill));
    return std::ranges::count(layout.shapes, Tone::accent, &Shape::tone);
  };
  EXPECT_EQ(full(0), 0);
  EXPECT_EQ(full(0.5), 6);
  EXPECT_EQ(full(1), 12);
  EXPECT_EQ(full(3), 12);

  Painter one = painter();
  const Image image = screen();
  const Scene quiet = with_fill(0.25);
  const Scene loud = with_fill(0.75);
  one.paint(image.get(), quiet, laid(quiet), {});
  const PixelRect gauge = rect(laid(loud), "gauge").grown(3);
  for (const PixelRect& drawn : one.repaint(image.get(), loud, laid(loud), {}))
    EXPECT_EQ(drawn.within(gauge), drawn);
}

TEST_F(OwnWordsTest, WhatIsWrittenLastIsSeenWhenTheFieldIsFull) {
  const Scene scene = sample("typing_much");
  const Layout layout = laid(scene);
  const std::string& shown = layout.find(ElementId("text:written"))->label.text;
  EXPECT_TRUE(shown.ends_with("ude i haven")) << shown;
  EXPECT_LT(shown.size(), scene.find(ElementId("text:written"))->phrase.shown.size());
}

// Practice: whoever sees any screen of it sees that it is.
TEST_F(OwnWordsTest, AMarkedScreenStandsWholeAboveItsBand) {
  for (const char* name : {"typing", "drawing", "recording"}) {
    Scene scene = sample(name);
    const Layout unmarked = laid(scene);
    EXPECT_EQ(unmarked.band.w, 0) << name;
    scene.mark = "Øvelse: den, der svarer, er opdigtet";
    const Layout layout = laid(scene);
    EXPECT_DOUBLE_EQ(layout.band.w, display_.width_mm());
    EXPECT_EQ(layout.mark.text, scene.mark);
    for (const PlacedElement& placed : layout.elements)
      EXPECT_LE(placed.rect.bottom(), layout.band.y + 0.01) << name << " " << placed.id.value;
    const Image image = screen();
    painter().paint(image.get(), scene, layout, {});
    const PixelRect band = snapped(layout.band, display_.px_per_mm);
    EXPECT_GT(dark_pixels(image.get(), band), band.w * band.h / 2) << name;
  }
}

}  // namespace
}  // namespace aktiv::ui
