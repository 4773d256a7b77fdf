#include <cairo.h>
#include <gmock/gmock.h>

#include "kiosk/ui/text/measure.h"
#include "kiosk/ui/text/typeface.h"
#include "kiosk/ui/text/words.h"

namespace aktiv::ui {
namespace {

const std::filesystem::path fonts = AKTIV_BINARY_DIR "/share/aktiv/fonts";

std::shared_ptr<Typeface> typeface() {
  auto opened = Typeface::open(fonts);
  EXPECT_TRUE(opened) << to_text(opened.error());
  return *opened;
}

TEST(Words, ComeWithoutTheirPunctuation) {
  const std::string_view text = "Hvad vil du helst? Bage, eller …";
  std::vector<std::string> words;
  for (const Word& word : words_of(text)) words.emplace_back(word.in(text));
  EXPECT_THAT(words, testing::ElementsAre("Hvad", "vil", "du", "helst", "Bage", "eller"));
}

TEST(Words, AreFoundInWhatIsShownAsOftenAsHeard) {
  EXPECT_EQ(shown_word("Hvad vil du helst?", "Hvad vil du helst? Bage eller sy?", 3), 3u);
  EXPECT_EQ(shown_word("Bage", "bage", 0), 0u);
  EXPECT_EQ(shown_word("ÆBLE", "Et æble", 1), 0u);
  EXPECT_EQ(shown_word("en og en", "En og en", 2), 2u);
  EXPECT_EQ(shown_word("Hvad vil du helst?", "Hvad vil du helst? Bage", 4), std::nullopt);
  EXPECT_EQ(shown_word("Hvad", "Hvad", 7), std::nullopt);
}

TEST(Typeface, WithoutItsFilesSaysWhichFolder) {
  const auto opened = Typeface::open("/nowhere/fonts");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().where, "/nowhere/fonts");
}

TEST(Typeface, MeasuresInProportionToTheSize) {
  const auto letters = typeface();
  const TextSize small = letters->measure("Hvad vil du helst?", 10, Weight::bold, 0);
  const TextSize large = letters->measure("Hvad vil du helst?", 20, Weight::bold, 0);
  EXPECT_NEAR(large.w, 2 * small.w, 0.15);
  EXPECT_NEAR(large.h, 2 * small.h, 0.1);
  EXPECT_EQ(small.lines, 1);
}

TEST(Typeface, WrapsBetweenWordsAndTellsOfAWordThatIsTooWide) {
  const auto letters = typeface();
  const TextSize wrapped = letters->measure("Smid dem væk", 10, Weight::semibold, 40);
  EXPECT_GT(wrapped.lines, 1);
  EXPECT_LE(wrapped.w, 40);
  EXPECT_GT(letters->measure("Sommerfugl", 10, Weight::semibold, 20).w, 20);
}

TEST(Typeface, ItsCapitalIsAsHighAsTheLegibleSizeAsksFor) {
  const auto letters = typeface();
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 200, 200);
  cairo_t* context = cairo_create(surface);
  PlacedText text{"H", {2, 2, 16, 16}, Sizes{}.legible, Weight::regular, false};
  letters->draw(context, text, 10, Colour{0, 0, 0});
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  int first = 200, last = 0;
  for (int y = 0; y < 200; ++y)
    for (int x = 0; x < 200; ++x)
      if (data[y * stride + x * 4 + 3] > 128) first = std::min(first, y), last = std::max(last, y);
  EXPECT_GE(last - first + 1, 61);
  cairo_destroy(context);
  cairo_surface_destroy(surface);
}

TEST(Typeface, GivesEachWordItsRectangle) {
  const auto letters = typeface();
  const std::string text = "Hvad vil du helst?";
  const TextSize size = letters->measure(text, 19, Weight::bold, 0);
  const auto boxes =
      letters->word_boxes({text, {10, 10, size.w, size.h}, 19, Weight::bold, false}, 3.78);
  ASSERT_EQ(boxes.size(), 4u);
  for (size_t i = 1; i < boxes.size(); ++i) EXPECT_GT(boxes[i].x, boxes[i - 1].x + boxes[i - 1].w);
  EXPECT_LT(boxes[3].x + boxes[3].w, (10 + size.w) * 3.78 - 10);  // the question mark is not in it
}

TEST(Typeface, OnAPageFromTheRightEveryLineBeginsThere) {
  const auto letters = typeface();
  constexpr double right = 210, width = 200;
  const auto boxes = [&](const std::string& text, bool runs_from_right) {
    return letters->word_boxes(
        {text, {10, 10, width, 20}, 10, Weight::bold, false, runs_from_right}, 1);
  };
  EXPECT_NEAR(boxes("Mette", false)[0].x, 10, 2);
  EXPECT_NEAR(boxes("Mette", true)[0].x + boxes("Mette", true)[0].w, right, 2);
  EXPECT_NEAR(boxes("ميته", false)[0].x + boxes("ميته", false)[0].w, right, 2);
  const auto other_letters_first = boxes("Mette تسأل", true);
  EXPECT_GT(other_letters_first[0].x, other_letters_first[1].x) << "the first word is read first";
  EXPECT_NEAR(other_letters_first[0].x + other_letters_first[0].w, right, 2);
}

TEST(Measure, RemembersAndForgetsWithoutChangingItsAnswer) {
  const auto letters = typeface();
  const TextMeasure measure = make_measure(letters, 8);
  const TextSize first = measure("Bage", 13, Weight::semibold, 0);
  for (int i = 0; i < 50; ++i) (void)measure(std::to_string(i), 13, Weight::semibold, 0);
  const TextSize again = measure("Bage", 13, Weight::semibold, 0);
  EXPECT_EQ(first.w, again.w);
  EXPECT_EQ(first.h, again.h);
}

}  // namespace
}  // namespace aktiv::ui
