#include "kiosk/speech/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace aktiv::speech;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(SpokenWords, AreCountedInCharactersNotInBytes) {
  const auto words = words_of("På  grøn\nø.");
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words[1].first, 4);
  EXPECT_EQ(words[1].length, 4);
  EXPECT_EQ(words[2].first, 9);
}

TEST(SpokenWords, BeginWhereTheVoiceSaysSo) {
  EXPECT_THAT(word_starts("vil du bage", {{0, 0}, {4, 100}, {7, 200}}, 500),
              ElementsAre(0, 100, 200));
}

TEST(SpokenWords, OneWildMarkDoesNotCostTheRightOnes) {
  // The second mark claims the last word at once: believing it would leave two words in the dark.
  EXPECT_THAT(word_starts("en to tre fire", {{0, 0}, {10, 50}, {3, 100}, {6, 200}, {10, 300}}, 400),
              ElementsAre(0, 100, 200, 300));
}

TEST(SpokenWords, AWordWithoutAMarkIsSpreadBetweenItsNeighbours) {
  EXPECT_THAT(word_starts("en to tre", {{0, 0}, {6, 200}}, 300), ElementsAre(0, 100, 200));
}

TEST(SpokenWords, WithoutAnyMarkLengthDecides) {
  EXPECT_THAT(spread("a bbb", 400), ElementsAre(0, 100));
}

TEST(SpokenWords, NothingToSayHasNoWords) {
  EXPECT_THAT(spread("  \n ", 400), IsEmpty());
  EXPECT_THAT(word_starts("", {{0, 3}}, 400), IsEmpty());
}

TEST(SpokenWords, MarksOutsideTheSoundAreNotBelieved) {
  EXPECT_THAT(word_starts("en to", {{0, 0}, {3, 900}, {99, 10}, {2, 20}}, 400),
              ElementsAre(0, 200));
}
