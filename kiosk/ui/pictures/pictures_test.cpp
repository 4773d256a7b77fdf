#include "kiosk/ui/pictures/pictures.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdint>
#include <fstream>

#include "kiosk/photos/testing.h"
#include "kiosk/ui/pictures/drawings.h"

namespace aktiv::ui {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

const fs::path laid_share = fs::path(AKTIV_BINARY_DIR) / "share/aktiv";

struct Pixels {
  explicit Pixels(cairo_surface_t* surface)
      : width(cairo_image_surface_get_width(surface)),
        height(cairo_image_surface_get_height(surface)),
        stride(cairo_image_surface_get_stride(surface)),
        bytes(cairo_image_surface_get_data(surface)) {}

  uint32_t at(int x, int y) const {
    return reinterpret_cast<const uint32_t*>(bytes + ptrdiff_t(y) * stride)[x];
  }
  bool covered(int x, int y) const { return (at(x, y) >> 24) > 24; }

  struct Bounds {
    int left, top, right, bottom, covered;
  };
  Bounds bounds() const {
    Bounds found{width, height, -1, -1, 0};
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        if (!covered(x, y)) continue;
        found = {std::min(found.left, x), std::min(found.top, y), std::max(found.right, x),
                 std::max(found.bottom, y), found.covered + 1};
      }
    }
    return found;
  }

  int width, height, stride;
  const unsigned char* bytes;
};

std::string listed(const std::vector<Fault>& faults) {
  std::string text;
  for (const auto& fault : faults) text += to_text(fault) + "\n";
  return text;
}

// A share folder of our own, for what must go wrong and for exact shapes.
struct OwnShare : ::testing::Test {
  fs::path share = fs::path(::testing::TempDir()) /
                   ::testing::UnitTest::GetInstance()->current_test_info()->name();

  void SetUp() override {
    fs::remove_all(share);
    fs::create_directories(share / "pictures/own");
    fs::create_directories(share / "icons");
  }
  void lay_own(const std::string& name, const std::string& body) {
    std::ofstream(share / "pictures/own" / (name + ".svg"))
        << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">)" << body << "</svg>";
  }
  PictureBook open(const std::string& table) {
    std::ofstream(share / "pictures/pictures.toml") << table;
    auto book = PictureBook::open(share);
    if (!book) throw std::runtime_error(to_text(book.error()));
    return std::move(*book);
  }
};

TEST_F(OwnShare, TheMarginOfADrawingIsCutSoThatItsInkTouchesTheBox) {
  lay_own("small", R"(<rect x="30" y="33" width="12" height="6" fill="#ea5a47"/>)");
  const auto book =
      open("[\"a/b\"]\ncanvas = [100, 100]\nlayers = [{own = \"small\", box = [10, 20, 80, 60]}]");
  const auto surface = book.render(PictureId("a/b"), 100, 100);
  ASSERT_TRUE(surface.has_value()) << to_text(surface.error());
  const auto ink = Pixels(surface->get()).bounds();
  // Twice as wide as high: 80 × 40, in the middle of the box.
  EXPECT_NEAR(ink.left, 10, 1);
  EXPECT_NEAR(ink.right, 89, 1);
  EXPECT_NEAR(ink.top, 30, 1);
  EXPECT_NEAR(ink.bottom, 69, 1);
}

TEST_F(OwnShare, ADrawingWithoutABoxLiesOnTheCanvasAsItWasMade) {
  lay_own("corner", R"(<rect x="0" y="0" width="18" height="9" fill="#000"/>)");
  const auto book = open("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"corner\"}]");
  const auto surface = book.render(PictureId("a/b"), 144, 144);
  ASSERT_TRUE(surface.has_value());
  const auto ink = Pixels(surface->get()).bounds();
  EXPECT_NEAR(ink.right, 35, 1);
  EXPECT_NEAR(ink.bottom, 17, 1);
}

TEST_F(OwnShare, APictureKeepsItsShapeInTheMiddleOfTheRoomItGets) {
  lay_own("full", R"(<rect x="0" y="0" width="72" height="72" fill="#000"/>)");
  const auto book = open("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"full\"}]");
  const auto surface = book.render(PictureId("a/b"), 200, 100);
  ASSERT_TRUE(surface.has_value());
  const auto ink = Pixels(surface->get()).bounds();
  EXPECT_NEAR(ink.left, 50, 1);
  EXPECT_NEAR(ink.right, 149, 1);
  EXPECT_EQ(ink.bottom, 99);
}

TEST_F(OwnShare, FlipAndRotateTurnTheDrawingWithinItsBox) {
  lay_own(
      "arrow",
      R"(<rect x="0" y="0" width="72" height="4" fill="#000"/><rect x="0" y="0" width="18" height="36" fill="#000"/>)");
  const auto book = open(R"(["a/plain"]
canvas = [72, 72]
layers = [{own = "arrow", box = [0, 0, 72, 72]}]
["a/flipped"]
canvas = [72, 72]
layers = [{own = "arrow", box = [0, 0, 72, 72], flip = true}]
["a/turned"]
canvas = [72, 72]
layers = [{own = "arrow", box = [0, 0, 72, 72], rotate = 90}])");
  const auto plain = book.render(PictureId("a/plain"), 72, 72);
  const auto flipped = book.render(PictureId("a/flipped"), 72, 72);
  const auto turned = book.render(PictureId("a/turned"), 72, 72);
  ASSERT_TRUE(plain && flipped && turned);
  EXPECT_TRUE(Pixels(plain->get()).covered(5, 45));
  EXPECT_FALSE(Pixels(plain->get()).covered(66, 45));
  EXPECT_TRUE(Pixels(flipped->get()).covered(66, 45));
  EXPECT_FALSE(Pixels(flipped->get()).covered(5, 45));
  EXPECT_TRUE(Pixels(turned->get()).covered(26, 5));
  EXPECT_FALSE(Pixels(turned->get()).covered(26, 66));
}

TEST_F(OwnShare, GreyKeepsLightnessAndNoColour) {
  lay_own("red", R"(<rect width="72" height="72" fill="#d22f27"/>)");
  const auto book = open(
      "[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"red\", box = [0, 0, 72, 72], grey = "
      "true}]");
  const auto surface = book.render(PictureId("a/b"), 10, 10);
  ASSERT_TRUE(surface.has_value());
  const uint32_t pixel = Pixels(surface->get()).at(5, 5);
  EXPECT_EQ(pixel & 0xff, (pixel >> 8) & 0xff);
  EXPECT_EQ(pixel & 0xff, (pixel >> 16) & 0xff);
  EXPECT_NEAR(int(pixel & 0xff), int(std::lround(0.2126 * 0xd2 + 0.7152 * 0x2f + 0.0722 * 0x27)),
              1);
}

TEST_F(OwnShare, AnIconTakesTheColourAskedFor) {
  std::ofstream(share / "icons/square.svg")
      << R"(<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 -960 960 960"><path d="M100-100h700v-700h-700z"/></svg>)";
  const auto book = open(
      "[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{icon = \"square\", box = [0, 0, 72, 72], colour = "
      "\"#0A5C66\"}]");
  const auto surface = book.render(PictureId("a/b"), 10, 10);
  ASSERT_TRUE(surface.has_value());
  EXPECT_EQ(Pixels(surface->get()).at(5, 5), 0xff0a5c66u);
}

TEST_F(OwnShare, AMissingDrawingIsRefusedWithItsNameAndTheLineThatWantsIt) {
  const auto book = open(
      "[\"a/b\"]\ncanvas = [72, 72]\nlayers = [\n {openmoji = \"1FFFF\", box = [0, 0, 72, 72]}]");
  const auto surface = book.render(PictureId("a/b"), 10, 10);
  ASSERT_FALSE(surface.has_value());
  EXPECT_THAT(surface.error().where, HasSubstr("pictures.toml:4"));
  EXPECT_THAT(surface.error().where, HasSubstr("1FFFF.svg"));
  const auto faults = book.check();
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0], surface.error());
}

TEST_F(OwnShare, AnEmptyDrawingAndABrokenOneAreFaults) {
  lay_own("empty", "<g/>");
  lay_own("broken", "<rect");
  const auto book = open(R"(["a/empty"]
canvas = [72, 72]
layers = [{own = "empty"}]
["a/broken"]
canvas = [72, 72]
layers = [{own = "broken"}]
["a/inner"]
canvas = [72, 72]
layers = [{picture = "a/nothing", box = [0, 0, 72, 72]}])");
  const auto text = listed(book.check());
  EXPECT_THAT(text, HasSubstr("pictures.toml:3"));
  EXPECT_THAT(text, HasSubstr("shows nothing"));
  EXPECT_THAT(text, HasSubstr("broken.svg"));
  EXPECT_THAT(text, HasSubstr("a/nothing"));
}

TEST_F(OwnShare, ADrawingThatLeavesItsCanvasIsAFault) {
  lay_own("wide", R"(<rect x="60" y="10" width="20" height="9" fill="#000"/>)");
  const auto book = open("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"wide\"}]");
  EXPECT_THAT(listed(book.check()), HasSubstr("leaves its canvas"));
}

TEST_F(OwnShare, AnUnknownPictureOrSizeIsAFault) {
  lay_own("full", R"(<rect width="72" height="72" fill="#000"/>)");
  const auto book = open("[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"full\"}]");
  EXPECT_FALSE(book.has(PictureId("jobs/none")));
  EXPECT_THAT(to_text(book.render(PictureId("jobs/none"), 10, 10).error()), HasSubstr("jobs/none"));
  EXPECT_FALSE(book.render(PictureId("a/b"), 0, 10).has_value());
  EXPECT_FALSE(book.render(PictureId("a/b"), 10, 100000).has_value());
}

TEST_F(OwnShare, APictureDrawnOnPaperStaysVectors) {
  lay_own("full", R"(<rect width="72" height="72" fill="#ea5a47"/>)");
  const auto book = open(
      "[\"a/b\"]\ncanvas = [72, 72]\nlayers = [{own = \"full\", box = [0, 0, 72, 72], grey = "
      "true}]");
  const auto file = share / "sheet.pdf";
  cairo_surface_t* paper = cairo_pdf_surface_create(file.c_str(), 200, 200);
  cairo_t* context = cairo_create(paper);
  EXPECT_TRUE(book.draw(context, PictureId("a/b"), {20, 20, 100, 100}));
  cairo_destroy(context);
  cairo_surface_destroy(paper);
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  EXPECT_THAT(bytes, HasSubstr("%PDF"));
  EXPECT_THAT(bytes, ::testing::Not(HasSubstr("/Subtype /Image")));
}

TEST_F(OwnShare, TheShelfKeepsABoundedNumberOfDrawings) {
  for (int i = 0; i < 6; ++i)
    lay_own("d" + std::to_string(i), R"(<rect width="9" height="9" fill="#000"/>)");
  DrawingShelf shelf(4);
  for (int i = 0; i < 6; ++i) {
    EXPECT_TRUE(
        shelf.ink(share / "pictures/own" / ("d" + std::to_string(i) + ".svg"), {}).has_value());
  }
  EXPECT_EQ(shelf.kept(), 4u);
}

// What ships.
struct ShippedPictures : ::testing::Test {
  ShippedPictures() {
    auto opened = PictureBook::open(laid_share);
    if (!opened) throw std::runtime_error(to_text(opened.error()));
    book = std::make_unique<PictureBook>(std::move(*opened));
  }
  std::unique_ptr<PictureBook> book;
};

TEST_F(ShippedPictures, AreAllDrawnWithoutAFault) {
  EXPECT_THAT(listed(book->check()), IsEmpty());
}

TEST_F(ShippedPictures, ShowSomethingThatReachesAcrossTheirCanvas) {
  for (const auto& id : book->ids()) {
    const int width = 96, height = int(std::lround(96 / book->aspect(id)));
    const auto surface = book->render(id, width, height);
    ASSERT_TRUE(surface.has_value()) << to_text(surface.error());
    const auto ink = Pixels(surface->get()).bounds();
    EXPECT_GT(ink.covered, width * height / 25) << id.value << " is nearly empty";
    const bool reaches =
        ink.right - ink.left > width * 3 / 4 || ink.bottom - ink.top > height * 3 / 4;
    EXPECT_TRUE(reaches) << id.value << " is small on its canvas, so it says less on its card";
  }
}

TEST_F(ShippedPictures, FacesAndGlassesCarryNoColourThatSaysGoodOrBad) {
  const std::set<std::string> answers{"smiley3", "smiley5", "degree3", "degree5", "like3"};
  int looked_at = 0;
  for (const auto& id : book->ids()) {
    if (!answers.contains(id.value.substr(0, id.value.find('/')))) continue;
    ++looked_at;
    const auto surface = book->render(id, 60, 60);
    ASSERT_TRUE(surface.has_value());
    const Pixels pixels(surface->get());
    int strongest = 0;
    for (int y = 0; y < 60; ++y) {
      for (int x = 0; x < 60; ++x) {
        const uint32_t p = pixels.at(x, y);
        const int r = (p >> 16) & 0xff, g = (p >> 8) & 0xff, b = p & 0xff;
        strongest = std::max(strongest, std::max({r, g, b}) - std::min({r, g, b}));
      }
    }
    EXPECT_LE(strongest, 4) << id.value << " is coloured";
  }
  EXPECT_EQ(looked_at, 3 + 5 + 5 + 3 + 3);
}

TEST_F(ShippedPictures, ComeAsPngOfTheSizeAskedFor) {
  const auto png = book->png(PictureId("jobs/bage"), 120);
  ASSERT_TRUE(png.has_value());
  ASSERT_GT(png->size(), 24u);
  EXPECT_EQ(png->substr(1, 3), "PNG");
  const auto number = [&](size_t at) {
    return uint32_t(uint8_t((*png)[at])) << 24 | uint32_t(uint8_t((*png)[at + 1])) << 16 |
           uint32_t(uint8_t((*png)[at + 2])) << 8 | uint32_t(uint8_t((*png)[at + 3]));
  };
  EXPECT_EQ(number(16), 120u);
  EXPECT_EQ(number(20), 90u);
}

TEST(Photos, OfOneCitizenStandBeforeAllOthersForAsLongAsTheySitHere) {
  const PictureId friends("people/ven");
  auto book = PictureBook::open(laid_share);
  ASSERT_TRUE(book) << to_text(book.error());
  const auto middle = [&] {
    const auto drawn = book->render(friends, 100, 100);
    return drawn ? Pixels(drawn->get()).at(75, 75) : 0;
  };
  const auto drawing = middle();
  book->lay_over({{friends, photos::testing_::jpeg(128)}});
  EXPECT_EQ(book->aspect(friends), 1.0);
  EXPECT_GT(middle() >> 16 & 255, 180U) << "the photo's lower right is yellow";
  EXPECT_LT(middle() & 255, 80U);
  book->lay_over({});
  EXPECT_EQ(middle(), drawing);
}

TEST(Photos, ThatCannotBeOpenedAreNamedByTheirPictureAndNotByWhoseTheyAre) {
  auto book = PictureBook::open(laid_share);
  ASSERT_TRUE(book);
  book->lay_over({{PictureId("people/ven"), "no photo"}});
  const auto drawn = book->render(PictureId("people/ven"), 100, 100);
  ASSERT_FALSE(drawn);
  EXPECT_EQ(drawn.error().where, "people/ven");
}

TEST(Photos, StandInThePlaceOfTheirDrawingOnGlassAndOnPaper) {
  namespace shots = photos::testing_;
  const fs::path file =
      fs::temp_directory_path() / ("aktiv-photo-" + std::to_string(getpid()) + ".jpg");
  std::ofstream(file, std::ios::binary) << shots::jpeg(256);
  const auto book = PictureBook::open(laid_share, {{PictureId("jobs/bage"), file}});
  ASSERT_TRUE(book) << to_text(book.error());
  EXPECT_EQ(book->aspect(PictureId("jobs/bage")), 1.0);
  const auto drawn = book->render(PictureId("jobs/bage"), 200, 200);
  ASSERT_TRUE(drawn) << to_text(drawn.error());
  const Pixels pixels(drawn->get());
  const auto near = [&](int x, int y, uint32_t colour) {
    for (int shift : {0, 8, 16})
      if (std::abs(static_cast<int>(pixels.at(x, y) >> shift & 255) -
                   static_cast<int>(colour >> shift & 255)) > 12)
        return false;
    return true;
  };
  EXPECT_TRUE(near(50, 50, shots::red));
  EXPECT_TRUE(near(150, 150, shots::yellow));
  EXPECT_FALSE(pixels.covered(0, 0)) << "its corners are round";
  fs::remove(file);
  EXPECT_FALSE(book->render(PictureId("jobs/bage"), 200, 200)) << "a stick was pulled out";
}

}  // namespace
}  // namespace aktiv::ui
