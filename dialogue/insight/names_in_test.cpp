#include "dialogue/insight/names_in.h"

#include <gmock/gmock.h>

namespace aktiv {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found(const std::string& text) {
  const auto ordinary = ordinary_words("AKTIV Aalborg  I");
  std::vector<std::string> words;
  for (const auto& spot : names_in(text, ordinary))
    words.push_back(text.substr(spot.at, spot.length));
  return words;
}

TEST(NamesIn, AWordWithALargeLetterInsideASentenceLooksLikeAName) {
  EXPECT_THAT(found("Jeg kan godt lide Hanne og Åse-Marie Ø."),
              ElementsAre("Hanne", "Åse-Marie", "Ø"));
}

TEST(NamesIn, LargeLettersOfOtherScriptsAreFound) {
  EXPECT_THAT(found("Мені подобається Оксана."), ElementsAre("Оксана"));
  EXPECT_THAT(found("Lubię pracę, Łukasz też."), ElementsAre("Łukasz"));
  EXPECT_THAT(found("Burada İpek var."), ElementsAre("İpek"));
}

TEST(NamesIn, WhereEveryNounIsLargeOnlyNumbersAndAddressesAreAskedAbout) {
  const std::string text = "Ich mag die Arbeit. Ruf 12345678 an.";
  const auto spots = names_in(text, {}, false);
  ASSERT_EQ(spots.size(), 1u);
  EXPECT_EQ(text.substr(spots[0].at, spots[0].length), "12345678");
}

TEST(NamesIn, OrdinaryWordsAndSentencesAreLeftInPeace) {
  EXPECT_THAT(found("AKTIV er godt. Det er i Aalborg! Kaffe?\nMere kaffe: Ja."), IsEmpty());
  EXPECT_THAT(found("De 2 timer i 2026 var gode"), IsEmpty());
  EXPECT_THAT(found(""), IsEmpty());
}

TEST(NamesIn, NumbersOfPeopleAreFoundHoweverTheyAreSpaced) {
  EXPECT_THAT(found("mit cpr er 010203-1234"), ElementsAre("010203-1234"));
  EXPECT_THAT(found("ring 12 34 56 78 i dag"), ElementsAre("12 34 56 78"));
  EXPECT_THAT(found("ring +4512345678."), ElementsAre("+4512345678"));
}

TEST(NamesIn, AnAddressIsFoundEvenWhereItBeginsTheText) {
  EXPECT_THAT(found("hanne@nord.dk hjalp"), ElementsAre("hanne@nord.dk"));
  EXPECT_THAT(found("vi ses @ kl 3"), IsEmpty());
}

TEST(NamesIn, ItsLimitsAreWhatItsHeaderSays) {
  EXPECT_THAT(found("Hanne er sød"), IsEmpty());
  EXPECT_THAT(found("jeg kan lide hanne"), IsEmpty());
  EXPECT_THAT(found("jeg var i Nordkraft"), ElementsAre("Nordkraft"));
}

TEST(NamesIn, WhatWasFoundCanStandAsAnotherWord) {
  const std::string text = "Jeg talte med Bo på 12345678.";
  const auto spots = names_in(text, {});
  EXPECT_EQ(without_names(text, spots, "…"), "Jeg talte med … på ….");
}

}  // namespace
}  // namespace aktiv
