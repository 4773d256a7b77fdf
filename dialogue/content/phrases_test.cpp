#include "dialogue/content/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aktiv {
namespace {

using testing::ElementsAre;

constexpr auto question = "Hvad vil du helst? {a.inf|cap|comma} eller {b.inf}?";

TEST(Phrases, ASentenceBeginsWithACapitalInDanishToo) {
  EXPECT_EQ(cap("bage"), "Bage");
  EXPECT_EQ(cap("ældre"), "Ældre");
  EXPECT_EQ(cap("øve"), "Øve");
  EXPECT_EQ(cap("år"), "År");
  EXPECT_EQ(cap("én"), "Én");
  EXPECT_EQ(cap("żyć", "pl"), "Żyć");
  EXPECT_EQ(cap("їсти", "uk"), "Їсти");
  EXPECT_EQ(cap("ști", "ro"), "Ști");
}

TEST(Phrases, ATurkishIKeepsItsDot) {
  EXPECT_EQ(cap("iş", "tr"), "İş");
  EXPECT_EQ(cap("ılık", "tr"), "Ilık");
  EXPECT_EQ(fill("{a.inf|cap} mi?", {{"a.inf", "işte olmak"}}, "tr"), "İşte olmak mi?");
}

TEST(Phrases, WhatHasNoCapitalStaysAsItIs) {
  EXPECT_EQ(cap("الخبز", "ar"), "الخبز");
}

TEST(Phrases, WhatIsNotASmallLetterStaysAsItIs) {
  EXPECT_EQ(cap(""), "");
  EXPECT_EQ(cap("Bage"), "Bage");
  EXPECT_EQ(cap("3 dage"), "3 dage");
  EXPECT_EQ(cap("÷"), "÷");
  EXPECT_EQ(cap("“ja”"), "“ja”");
  EXPECT_EQ(cap("\xC3"), "\xC3");
}

TEST(Phrases, TwoThingsAreAskedInOneSentence) {
  EXPECT_EQ(fill(question, {{"a.inf", "bage"}, {"b.inf", "passe dyr"}}),
            "Hvad vil du helst? Bage eller passe dyr?");
}

TEST(Phrases, AThingWithACommaIsClosedByOneBeforeOr) {
  EXPECT_EQ(fill(question, {{"a.inf", "være med dem, du kender"}, {"b.inf", "møde nye folk"}}),
            "Hvad vil du helst? Være med dem, du kender, eller møde nye folk?");
}

TEST(Phrases, AThingWithACommaAtTheEndNeedsNoOther) {
  EXPECT_EQ(fill(question, {{"a.inf", "møde nye folk"}, {"b.inf", "være med dem, du kender"}}),
            "Hvad vil du helst? Møde nye folk eller være med dem, du kender?");
}

TEST(Phrases, AnUnknownPlaceholderStaysAsWritten) {
  EXPECT_EQ(fill("Du valgte {kort}.", {{"card.label", "Bage"}}), "Du valgte {kort}.");
  EXPECT_EQ(fill("{a.inf|loud}", {{"a.inf", "bage"}}), "{a.inf|loud}");
  EXPECT_EQ(fill("Du valgte {card.label", {{"card.label", "Bage"}}), "Du valgte {card.label");
  EXPECT_EQ(fill("{", {}), "{");
}

TEST(Phrases, WhatIsFilledInIsNotFilledAgain) {
  EXPECT_EQ(fill("{a.label}", {{"a.label", "{b.label}"}, {"b.label", "x"}}), "{b.label}");
}

TEST(Phrases, EachPieceKnowsTheCardItNames) {
  EXPECT_THAT(fill_pieces(question, {{"a.inf", "bage"}, {"b.inf", "sy"}}),
              ElementsAre(Piece{"Hvad vil du helst? ", ""}, Piece{"Bage", "a.inf"},
                          Piece{" eller ", ""}, Piece{"sy", "b.inf"}, Piece{"?", ""}));
}

TEST(Phrases, SeveralThingsAreNamedInOneList) {
  EXPECT_EQ(enumerate({}, " og ", ", "), "");
  EXPECT_EQ(enumerate({"Bage"}, " og ", ", "), "Bage");
  EXPECT_EQ(enumerate({"Bage", "Sy"}, " og ", ", "), "Bage og Sy");
  EXPECT_EQ(enumerate({"Bage", "Sy", "Gå tur"}, " og ", ", "), "Bage, Sy og Gå tur");
  EXPECT_EQ(enumerate({"الخبز", "الخياطة", "المشي"}, " و", "، "), "الخبز، الخياطة والمشي");
}

}  // namespace
}  // namespace aktiv
