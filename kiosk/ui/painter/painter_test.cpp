#include "kiosk/ui/painter/painter.h"

#include <cairo.h>
#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <functional>

#include "kiosk/ui/painter/drawn_pictures.h"
#include "kiosk/ui/painter/lit.h"
#include "kiosk/ui/painter/sample_scenes.h"
#include "kiosk/ui/painter/shelf.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::ui {
namespace {

const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";

struct Pixels {
  int width = 0, height = 0;
  std::vector<uint32_t> values;

  uint32_t at(int x, int y) const { return values[static_cast<size_t>(y * width + x)]; }
  bool operator==(const Pixels&) const = default;
};

Pixels pixels_of(cairo_surface_t* screen) {
  Pixels pixels{cairo_image_surface_get_width(screen), cairo_image_surface_get_height(screen), {}};
  pixels.values.resize(static_cast<size_t>(pixels.width * pixels.height));
  const unsigned char* data = cairo_image_surface_get_data(screen);
  for (int y = 0; y < pixels.height; ++y)
    std::memcpy(&pixels.values[static_cast<size_t>(y * pixels.width)],
                data + y * cairo_image_surface_get_stride(screen),
                static_cast<size_t>(pixels.width) * 4);
  for (uint32_t& value : pixels.values) value &= 0xFFFFFF;  // RGB24: the upper byte means nothing
  return pixels;
}

PixelRect difference(const Pixels& a, const Pixels& b) {
  PixelRect changed;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x)
      if (a.at(x, y) != b.at(x, y)) changed = changed.united({x, y, 1, 1});
  return changed;
}

uint32_t value_of(const Colour& colour) {
  const auto channel = [](double c) { return static_cast<uint32_t>(std::lround(c * 255)); };
  return channel(colour.r) << 16 | channel(colour.g) << 8 | channel(colour.b);
}

int count_of(const Pixels& pixels, const Colour& colour, const PixelRect& where) {
  int count = 0;
  for (int y = where.y; y < where.bottom(); ++y)
    for (int x = where.x; x < where.right(); ++x) count += pixels.at(x, y) == value_of(colour);
  return count;
}

class PainterTest : public testing::Test {
 protected:
  PainterTest() {
    auto letters = Typeface::open(share / "fonts");
    EXPECT_TRUE(letters) << to_text(letters.error());
    typeface_ = *letters;
    auto theme = read_theme(AKTIV_SOURCE_DIR "/assets/theme/light.toml");
    EXPECT_TRUE(theme) << to_text(theme.error());
    theme_ = *theme;
    measure_ = make_measure(typeface_);
  }

  Painter painter(size_t bytes = Painter::default_bytes) {
    return {typeface_, pictures_, theme_, bytes};
  }
  Layout laid(const Scene& scene) const { return lay_out(scene, display_, measure_); }
  Image screen() const { return make_screen(display_.width_px, display_.height_px); }
  PixelRect rect(const Layout& layout, const char* id) const {
    return snapped(layout.find(ElementId(id))->rect, display_.px_per_mm);
  }

  Pixels painted(const Scene& scene, const UiState& state) {
    Painter fresh = painter();
    const Image image = screen();
    fresh.paint(image.get(), scene, laid(scene), state);
    return pixels_of(image.get());
  }

  // Paints `before`, repaints to `now`, and expects what a whole painting of `now` gives.
  void expect_repaint_equals_paint(const Scene& before, const UiState& was, const Scene& now,
                                   const UiState& is) {
    Painter one = painter();
    const Image image = screen();
    one.paint(image.get(), before, laid(before), was);
    one.repaint(image.get(), now, laid(now), is);
    EXPECT_EQ(difference(pixels_of(image.get()), painted(now, is)), PixelRect{});
  }

  std::shared_ptr<Typeface> typeface_;
  DrawnPictures pictures_;
  Theme theme_;
  TextMeasure measure_;
  Display display_{1280, 720, 96 / 25.4 * 2 / 3, 1.0, {}};
};

UiState pressed(const char* id) {
  UiState state;
  state.pressed = ElementId(id);
  return state;
}

Scene with_selected(Scene scene, const char* id) {
  for (Element& element : scene.elements) element.is_selected = element.id == ElementId(id);
  return scene;
}

TEST_F(PainterTest, APressIsSeenInsideTheCardThatIsPressedAndNowhereElse) {
  const Scene scene = sample_two_pictures("da");
  for (const char* id : {"card:jobs/bage", "out:none", "fixed:pause", "speaker"}) {
    const PixelRect changed = difference(painted(scene, {}), painted(scene, pressed(id)));
    EXPECT_FALSE(changed.empty()) << id;
    EXPECT_EQ(changed.united(rect(laid(scene), id)), rect(laid(scene), id)) << id;
  }
}

TEST_F(PainterTest, APressedCardStepsDown) {
  const Scene scene = sample_two_pictures("da");
  const PixelRect card = rect(laid(scene), "card:jobs/bage");
  const Pixels up = painted(scene, {});
  const Pixels down = painted(scene, pressed("card:jobs/bage"));
  const int middle = card.x + card.w / 2;
  EXPECT_EQ(up.at(middle, card.y), value_of(theme_.colours.ink));
  EXPECT_EQ(up.at(middle, card.bottom() - 1), value_of(theme_.colours.step));
  EXPECT_EQ(down.at(middle, card.y), value_of(theme_.colours.paper));
  EXPECT_EQ(down.at(middle, card.bottom() - 1), value_of(theme_.colours.ink));
}

TEST_F(PainterTest, AChosenCardHasAThickEdgeATintAndATick) {
  const Scene scene = with_selected(sample_two_pictures("da"), "card:jobs/bage");
  const PixelRect card = rect(laid(scene), "card:jobs/bage");
  const Pixels chosen = painted(scene, {});
  const int middle = card.y + card.h / 2;
  for (int x = 0; x < 6; ++x)
    EXPECT_EQ(chosen.at(card.x + x, middle), value_of(theme_.colours.accent));
  EXPECT_EQ(chosen.at(card.x + 30, middle), value_of(theme_.colours.accent_soft));
  const PixelRect corner{card.right() - 40, card.y - 5, 40, 40};
  EXPECT_GT(count_of(chosen, theme_.colours.accent, corner), 500);
  EXPECT_GT(count_of(chosen, theme_.colours.accent_ink, corner), 50);
}

TEST_F(PainterTest, TheWordBeingHeardLiesOnSun) {
  const Scene scene = sample_two_pictures("da");
  const Layout layout = laid(scene);
  UiState state;
  state.word = LitWord{0, 3};  // "helst"
  const Pixels lit = painted(scene, state);
  const WordBox word = typeface_->word_boxes(layout.question, display_.px_per_mm)[3];
  const PixelRect box{static_cast<int>(word.x), static_cast<int>(word.y), static_cast<int>(word.w),
                      static_cast<int>(word.h)};
  EXPECT_GT(count_of(lit, theme_.colours.sun, box), box.w * box.h / 3);
  EXPECT_EQ(count_of(painted(scene, {}), theme_.colours.sun, box), 0);
  const PixelRect changed = difference(painted(scene, {}), lit);
  EXPECT_TRUE(changed.grown(-4).within(box.grown(8)) == changed.grown(-4));
}

TEST_F(PainterTest, AWordOnACardLightsThere) {
  const Scene scene = sample_two_pictures("da");
  const Layout layout = laid(scene);
  const LitSpot spot = lit_spot(scene, layout, LitWord{2, 0});  // the second card's own utterance
  EXPECT_EQ(spot.where, LitSpot::Where::element);
  EXPECT_EQ(scene.elements[spot.element].id, ElementId("card:jobs/bage"));
  UiState state;
  state.word = LitWord{2, 0};
  const PixelRect card = rect(layout, "card:jobs/bage");
  EXPECT_GT(count_of(painted(scene, state), theme_.colours.sun, card), 200);
}

TEST_F(PainterTest, AWordHeardAfterTheQuestionLightsOnItsCard) {
  Scene scene = sample_two_pictures("da");
  scene.speech = {{"t1_q", "Hvad vil du helst? Passe dyr eller bage?", {}}};
  const LitSpot spot = lit_spot(scene, laid(scene), LitWord{0, 7});
  EXPECT_EQ(spot.where, LitSpot::Where::element);
  EXPECT_EQ(scene.elements[spot.element].id, ElementId("card:jobs/bage"));
  EXPECT_EQ(lit_spot(scene, laid(scene), LitWord{0, 6}).where, LitSpot::Where::nowhere);
  EXPECT_EQ(lit_spot(scene, laid(scene), LitWord{9, 0}).where, LitSpot::Where::nowhere);
}

TEST_F(PainterTest, FocusIsAnInkRingInsideASunRing) {
  const Scene scene = sample_two_pictures("da");
  UiState state;
  state.focus = ElementId("card:jobs/bage");
  const Pixels focused = painted(scene, state);
  const PixelRect card = rect(laid(scene), "card:jobs/bage");
  const int middle = card.y + card.h / 2;
  EXPECT_EQ(focused.at(card.x - 2, middle), value_of(theme_.colours.ink));
  EXPECT_EQ(focused.at(card.x - 7, middle), value_of(theme_.colours.sun));
}

TEST_F(PainterTest, AHoldFillsItsRingFromTheTopAsAClockDoes) {
  const Scene scene = sample_two_pictures("da");
  const PixelRect card = rect(laid(scene), "card:jobs/bage");
  UiState half;
  half.filling = ElementId("card:jobs/bage");
  half.twelfths = 6;
  const Pixels seen = painted(scene, half);
  const int middle = card.y + card.h / 2;
  EXPECT_EQ(seen.at(card.right() + 4, middle), value_of(theme_.colours.focus));
  EXPECT_EQ(seen.at(card.x - 5, middle), value_of(theme_.colours.focus_edge));
}

TEST_F(PainterTest, RepaintingGivesThePixelsOfAWholePainting) {
  const Scene scene = sample_two_pictures("da");
  const Scene chosen = with_selected(scene, "card:jobs/bage");
  UiState word, focus, lit, line, half, full;
  word.word = LitWord{0, 1};
  focus.focus = ElementId("out:none");
  line.scanned = {ElementId("out:none"), ElementId("card:jobs/bage")};
  half.filling = full.filling = ElementId("card:jobs/bage");
  half.twelfths = 6;
  full.twelfths = 12;
  lit.lit = ElementId("card:jobs/passe_dyr");
  const UiState states[] = {
      {}, pressed("card:jobs/bage"), pressed("fixed:stop"), word, focus, lit, line, half, full};
  for (const UiState& was : states)
    for (const UiState& is : states) {
      expect_repaint_equals_paint(scene, was, scene, is);
      expect_repaint_equals_paint(scene, was, chosen, is);
    }
}

TEST_F(PainterTest, RepaintingFromOneScreenToAnyOtherGivesTheSamePixels) {
  const auto samples = sample_scenes("da", 8);
  for (size_t i = 0; i + 1 < samples.size(); ++i)
    expect_repaint_equals_paint(samples[i].scene, {}, samples[i + 1].scene, {});
}

TEST_F(PainterTest, ADraggedCardLeavesItsPlaceMarkedAndNothingBehindIt) {
  const Scene scene = sample_sorting("da");
  UiState here, there;
  here.dragged = there.dragged = ElementId("card:jobs/have");
  here.dragged_x_px = 100, here.dragged_y_px = 300;
  there.dragged_x_px = 620, there.dragged_y_px = 410.4;
  expect_repaint_equals_paint(scene, {}, scene, here);
  expect_repaint_equals_paint(scene, here, scene, there);
  expect_repaint_equals_paint(scene, there, scene, {});
}

TEST_F(PainterTest, NothingChangedNothingDrawn) {
  const Scene scene = sample_two_pictures("da");
  Painter one = painter();
  const Image image = screen();
  EXPECT_EQ(one.repaint(image.get(), scene, laid(scene), {}).size(), 1u);
  EXPECT_TRUE(one.repaint(image.get(), scene, laid(scene), {}).empty());
  Scene respoken = scene;
  respoken.elements[6].phrase.spoken = "Andre ord";
  EXPECT_TRUE(one.repaint(image.get(), respoken, laid(respoken), {}).empty());
}

TEST_F(PainterTest, APressDrawsNoMoreThanTheCard) {
  const Scene scene = sample_two_pictures("da");
  Painter one = painter();
  const Image image = screen();
  one.paint(image.get(), scene, laid(scene), {});
  const auto drawn = one.repaint(image.get(), scene, laid(scene), pressed("card:jobs/bage"));
  EXPECT_THAT(drawn, testing::ElementsAre(rect(laid(scene), "card:jobs/bage")));
}

TEST_F(PainterTest, PreparedLooksAreAtHandAndWithinTheirBytes) {
  const Scene scene = sample_two_pictures("da");
  Painter one = painter(size_t{6} << 20);
  one.prepare(scene, laid(scene));
  while (one.prepare_one()) EXPECT_LE(one.kept_bytes(), size_t{6} << 20);
  EXPECT_GT(one.kept_bytes(), size_t{3} << 20);
  one.prepare(scene, laid(scene));
  EXPECT_FALSE(one.prepare_one());
}

TEST_F(PainterTest, AnArrowPointsWhereReadingGoes) {
  Scene scene = sample_two_pictures("da");
  const auto ink_beside_the_middle = [&] {
    const Layout layout = laid(scene);
    const PixelRect where = snapped(layout.find(ElementId("next"))->picture, display_.px_per_mm);
    const Pixels pixels = painted(scene, {});
    const uint32_t ground = pixels.at(where.x, where.y);
    int left = 0, right = 0;
    for (int y = where.y; y < where.bottom(); ++y)
      for (int x = where.x; x < where.right(); ++x)
        (2 * (x - where.x) < where.w ? left : right) += pixels.at(x, y) != ground;
    return right - left;
  };
  EXPECT_GT(ink_beside_the_middle(), 50) << "the point of the arrow";
  scene.language = "ar";
  EXPECT_LT(ink_beside_the_middle(), -50);
}

TEST_F(PainterTest, AMissingPictureLeavesTheWordAndIsToldOnce) {
  Scene scene = sample_two_pictures("da");
  for (Element& element : scene.elements)
    if (element.role == Role::choice) element.picture = PictureId("missing/bage");
  Painter one = painter();
  const Image image = screen();
  one.paint(image.get(), scene, laid(scene), {});
  one.paint(image.get(), scene, laid(scene), pressed("card:jobs/bage"));
  const auto faults = one.take_faults();
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].what, "the picture missing/bage is missing");
  EXPECT_TRUE(one.take_faults().empty());
  const PixelRect word =
      snapped(laid(scene).find(ElementId("card:jobs/bage"))->label.box, display_.px_per_mm);
  EXPECT_GT(count_of(pixels_of(image.get()), theme_.colours.ink, word), 50);
}

TEST_F(PainterTest, AScreenBecomesAFileOrSaysWhyNot) {
  const Scene scene = sample_two_pictures("da");
  Painter one = painter();
  const auto file = std::filesystem::path(testing::TempDir()) / "screen.png";
  EXPECT_TRUE(render_png(one, scene, laid(scene), {}, file));
  EXPECT_GT(std::filesystem::file_size(file), 1000u);
  const Status written = render_png(one, scene, laid(scene), {}, "/nowhere/at/all/screen.png");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().where, "/nowhere/at/all/screen.png");
}

TEST(ImageShelf, ForgetsWhatWasUsedLongestAgo) {
  ImageShelf shelf(size_t{3} * 4000);
  const auto image = [] { return make_image(100, 10); };  // 4000 bytes
  shelf.keep("a", image());
  shelf.keep("b", image());
  shelf.keep("c", image());
  EXPECT_NE(shelf.find("a"), nullptr);
  shelf.keep("d", image());
  EXPECT_EQ(shelf.find("b"), nullptr);
  EXPECT_NE(shelf.find("a"), nullptr);
  EXPECT_EQ(shelf.bytes(), 12000u);
  EXPECT_NE(shelf.keep("huge", make_image(1000, 100)), nullptr);
  EXPECT_EQ(shelf.find("huge"), nullptr);
}

}  // namespace
}  // namespace aktiv::ui
