// Every text is there in every language, and a citizen can follow it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "dialogue/content/content.h"
#include "dialogue/content/sentences.h"
#include "dialogue/content/small_content.h"
#include "dialogue/content/utf8.h"

namespace aktiv {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

auto only_fault(const std::string& where, const std::string& what) {
  return ElementsAre(AllOf(Field(&Fault::where, where), Field(&Fault::what, HasSubstr(what)),
                           Field(&Fault::expected, testing::Not(IsEmpty()))));
}

TEST(Words, AMissingTranslationIsRefusedWhereItIsNeeded) {
  auto broken =
      SmallContent().with("locales/en.po", "msgid \"jobs.bage.inf\"\nmsgstr \"bake\"\n", "");

  EXPECT_THAT(broken.load().faults,
              only_fault("decks/jobs.toml:3", "'jobs.bage.inf' has no text in en"));
}

TEST(Words, ATextOfOneLanguageOnlyIsRefused) {
  auto broken = SmallContent();
  broken.file("locales/da.po").text += "msgid \"staff.hej\"\nmsgstr \"Hej\"\n";

  EXPECT_THAT(broken.load().faults,
              only_fault("locales/da.po:46", "'staff.hej' has no text in en"));
}

TEST(Words, AScreenWithoutWordsIsRefused) {
  auto broken =
      SmallContent().with("tools/conversation.toml", "\"f1_hej\"", "\"f1_hej\", \"f1_nyt\"");

  const auto faults = broken.load().faults;

  ASSERT_EQ(faults.size(), 4u);  // shown and spoken, in two languages
  EXPECT_EQ(faults[0].where, "tools/conversation.toml:6");
  EXPECT_THAT(faults[0].what, HasSubstr("'f1_nyt.shown' has no text in da"));
}

TEST(Words, WhatIsShownMustBeHeardToo) {
  auto broken = SmallContent();
  broken.file("locales/da.po").text += "msgid \"ui.ny.label\"\nmsgstr \"Ny\"\n";
  broken.file("locales/en.po").text += "msgid \"ui.ny.label\"\nmsgstr \"New\"\n";

  const auto faults = broken.load().faults;

  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].where, "locales/da.po:46");
  EXPECT_THAT(faults[0].what, HasSubstr("'ui.ny.spoken' has no text in da"));
}

TEST(Words, AMissingKeyIsNeverShownToACitizen) {
  const Texts texts({{.code = "da", .table = {{"hej", "Hej"}}}, {.code = "en", .table = {}}});

  EXPECT_EQ(texts.get("en", "hej"), "Hej");
  EXPECT_EQ(texts.get("en", "farvel"), "");
  EXPECT_EQ(texts.find("en", "hej"), nullptr);
  EXPECT_EQ(texts.find("tlh", "hej"), nullptr);
  EXPECT_THAT(texts.languages(), ElementsAre("da", "en"));
}

TEST(Words, ALanguageOfCitizensNeedsNoneOfStaffsTexts) {
  const Loaded loaded = SmallContent().with_language("de", false).load();

  EXPECT_THAT(loaded.faults, IsEmpty());
  const Texts& texts = loaded.content.texts;
  EXPECT_THAT(texts.languages(), ElementsAre("da", "en", "de"));
  EXPECT_THAT(texts.staff_languages(), ElementsAre("da", "en"));
  EXPECT_EQ(texts.get("de", "tool.pairs.hint"), "Vent.") << "staff read Danish meanwhile";
}

TEST(Words, StaffsLanguagesAreOfferedFirst) {
  auto content = SmallContent().with_language("de", false);
  std::ranges::reverse(content.locales);

  EXPECT_THAT(content.load().content.texts.languages(), ElementsAre("en", "da", "de"));
}

TEST(Words, ALanguageOfCitizensHasEveryTextOfTheirs) {
  auto broken = SmallContent()
                    .with_language("de", false)
                    .with("locales/de.po", "msgid \"f1_hej.spoken\"\nmsgstr \"Hello.\"\n", "");

  EXPECT_THAT(broken.load().faults,
              only_fault("tools/conversation.toml:6", "'f1_hej.spoken' has no text in de"));
}

TEST(Words, ATextOfStaffInALanguageOfCitizensIsRefused) {
  auto broken = SmallContent().with_language("de", false);
  broken.file("locales/de.po").text += "msgid \"tool.pairs.hint\"\nmsgstr \"Warte.\"\n";

  EXPECT_THAT(broken.load().faults,
              only_fault("locales/de.po:46", "'tool.pairs.hint' is for staff"));
}

TEST(Words, AnAudienceThatIsNotKnownIsRefused) {
  auto broken =
      SmallContent().with_language("de", false).with("locales/de.po", "citizens", "citizen");

  EXPECT_THAT(broken.load().faults,
              testing::Contains(AllOf(Field(&Fault::where, "locales/de.po:1"),
                                      Field(&Fault::what, HasSubstr("'citizen'")))));
}

TEST(Words, ADayCentresOwnCardNeedsTheLanguagesOfItsStaff) {
  auto content = SmallContent().with_language("de", false);
  content.decks.push_back({"decks/own.toml",
                           "id = \"own\"\nversion = 1\n"
                           "[[card]]\nid = \"hund\"\npicture = \"jobs/bage\"\n"
                           "[card.words.da]\nlabel = \"Hund\"\nspoken = \"En hund.\"\n"
                           "[card.words.en]\nlabel = \"Dog\"\nspoken = \"A dog.\"\n"});

  const Loaded loaded = content.load();

  EXPECT_THAT(loaded.faults, IsEmpty());
  EXPECT_EQ(loaded.content.texts.get("de", "own.hund.label"), "Hund");
}

TEST(Words, WhatNobodyHasReadFromChildhoodIsKnown) {
  const Loaded loaded =
      SmallContent().with_language("de", false).with_language("pl", false, "yes").load();

  EXPECT_THAT(loaded.content.texts.unread_languages(), ElementsAre("en", "de"))
      << "Danish is what they are made from";
}

TEST(Words, AnArabicQuestionEndsItsSentence) {
  EXPECT_THAT(sentences("ماذا تفضّل؟ الخبز أم الخياطة؟"),
              ElementsAre("ماذا تفضّل؟", "الخبز أم الخياطة؟"));
  EXPECT_EQ(longest_sentence_words("ماذا تفضّل؟ الخبز أم الخياطة؟"), 3);
  EXPECT_TRUE(can_be_read_in("ماذا تفضّل؟", "ماذا تفضّل؟"));
}

TEST(Words, ATruncatedPoFileIsRefusedAtItsLastEntry) {
  auto cut = SmallContent();
  auto& text = cut.file("locales/en.po").text;
  text = text.substr(0, text.find("msgstr \"{a.inf"));
  const auto faults = cut.load().faults;
  EXPECT_THAT(faults, testing::Contains(AllOf(Field(&Fault::where, "locales/en.po:44"),
                                              Field(&Fault::what, HasSubstr("has no msgstr")))));

  auto torn = SmallContent();
  auto& rest = torn.file("locales/en.po").text;
  rest = rest.substr(0, rest.find("or {b.inf}"));
  EXPECT_THAT(torn.load().faults,
              testing::Contains(AllOf(Field(&Fault::where, "locales/en.po:45"),
                                      Field(&Fault::what, HasSubstr("is broken")))));
}

TEST(Words, TheSameKeyTwiceIsRefused) {
  auto broken = SmallContent();
  broken.file("locales/da.po").text += "msgid \"f1_hej.shown\"\nmsgstr \"Hejsa.\"\n";

  EXPECT_THAT(broken.load().faults, only_fault("locales/da.po:46", "'f1_hej.shown' stands twice"));
}

TEST(Words, AnEmptyTextIsRefused) {
  auto broken = SmallContent().with("locales/da.po", "msgstr \"Vent.\"", "msgstr \"\"");

  EXPECT_THAT(
      broken.load().faults,
      testing::Contains(AllOf(Field(&Fault::where, "locales/da.po:36"),
                              Field(&Fault::what, HasSubstr("'tool.pairs.hint' has no text")))));
}

TEST(Words, ADraftMarkedFuzzyIsRefused) {
  auto broken = SmallContent();
  broken.file("locales/da.po").text += "#, fuzzy\nmsgid \"staff.ny\"\nmsgstr \"Ny\"\n";
  broken.file("locales/en.po").text += "msgid \"staff.ny\"\nmsgstr \"New\"\n";

  EXPECT_THAT(broken.load().faults, only_fault("locales/da.po:46", "fuzzy"));
}

TEST(Words, PluralsAndContextsAreRefused) {
  auto broken = SmallContent();
  broken.file("locales/da.po").text += "msgid_plural \"mange\"\n";

  EXPECT_THAT(broken.load().faults, testing::Contains(Field(&Fault::where, "locales/da.po:46")));
}

TEST(Words, LongTextsMayStandOnSeveralLinesWithEscapesAndComments) {
  auto longer =
      SmallContent().with("locales/da.po", "msgstr \"Vent.\"",
                          "# til mentor\nmsgstr \"\"\n\"Sig \\\"hej\\\".\\n\"\n\"Vent.\"");

  const auto loaded = longer.load();

  EXPECT_THAT(loaded.faults, IsEmpty());
  EXPECT_EQ(loaded.content.texts.get("da", "tool.pairs.hint"), "Sig \"hej\".\nVent.");
}

TEST(Words, TheFileAndItsLanguageAgree) {
  auto broken = SmallContent().with("locales/en.po", "Language: en", "Language: de");

  EXPECT_THAT(broken.load().faults,
              testing::Contains(AllOf(Field(&Fault::where, "locales/en.po:1"),
                                      Field(&Fault::what, HasSubstr("language is 'de'")))));
}

TEST(Words, ContentWithoutDanishIsRefused) {
  auto broken = SmallContent();
  broken.locales.erase(broken.locales.begin());

  EXPECT_THAT(broken.load().faults, only_fault("locales", "no Danish texts"));
}

TEST(Words, AnUnknownPlaceholderIsRefused) {
  auto broken = SmallContent().with("locales/da.po", "{b.inf}?", "{b.inf} {kort}?");
  broken.with("locales/en.po", "{b.inf}?", "{b.inf} {kort}?");

  const auto faults = broken.load().faults;

  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].where, "locales/da.po:44");
  EXPECT_THAT(faults[0].what, HasSubstr("unknown placeholder {kort}"));
}

TEST(Words, AnUnknownFilterIsRefused) {
  auto broken = SmallContent().with("locales/da.po", "{a.inf|cap|comma}", "{a.inf|loud}");

  EXPECT_THAT(broken.load().faults, only_fault("locales/da.po:44", "unknown filter |loud"));
}

TEST(Words, ATranslationFillsTheSameThings) {
  auto broken = SmallContent().with("locales/en.po", "{b.inf}", "{b.label}");

  EXPECT_THAT(broken.load().faults,
              only_fault("locales/en.po:44", "does not fill the same things"));
}

TEST(Words, ALongSentenceIsRefusedForACitizenAndAllowedForStaff) {
  const std::string thirteen = "en to tre fire fem seks syv otte ni ti elleve tolv tretten";
  auto broken = SmallContent().with("locales/da.po", "Du bager.", thirteen + ".");
  EXPECT_THAT(broken.load().faults, only_fault("locales/da.po:6", "a sentence of 13 words"));

  auto hint = SmallContent().with("locales/da.po", "Vent.", thirteen + ".");
  EXPECT_THAT(hint.load().faults, IsEmpty());
}

TEST(Words, TwoCardsThatMakeTooLongAQuestionAreRefused) {
  auto broken =
      SmallContent().with("locales/da.po", "msgstr \"bage\"", "msgstr \"en to tre fire fem seks\"");
  broken.with("locales/da.po", "msgstr \"grave\"", "msgstr \"en to tre fire fem seks\"");

  EXPECT_THAT(broken.load().faults,
              only_fault("decks/jobs.toml:3", "has 13 words in one sentence"));
}

TEST(Words, NoPraiseIsCalledOut) {
  auto broken = SmallContent().with("locales/da.po", "Du bager.", "Flot!");

  EXPECT_THAT(broken.load().faults, only_fault("locales/da.po:6", "exclaims"));
}

// Words over sentences, plus long words per hundred.
TEST(Lix, CountsSentencesAndLongWords) {
  EXPECT_DOUBLE_EQ(lix("Hej. Hvad vil du?"), 2);
  EXPECT_DOUBLE_EQ(lix("Jeg passer blomster."), 3 + 100.0 / 3);
  EXPECT_DOUBLE_EQ(lix("Sådan går det."), 3) << "a letter of two bytes is one letter";
  EXPECT_DOUBLE_EQ(lix("“Drømme”."), 1) << "marks are no letters";
  EXPECT_DOUBLE_EQ(lix("{card.label} er godt"), 3);
  EXPECT_DOUBLE_EQ(lix(" … "), 0);
}

TEST(Words, SentencesAreCountedAsTheyAreHeard) {
  EXPECT_EQ(longest_sentence_words("Hej. Hvad drømmer du om?"), 4);
  EXPECT_EQ(longest_sentence_words("{card.spoken} Hvad synes du om det?"), 5);
  EXPECT_EQ(longest_sentence_words("Du valgte {card.label}."), 3);
  EXPECT_EQ(longest_sentence_words("Usikker – spørg igen"), 3);
  EXPECT_EQ(longest_sentence_words(""), 0);
}

TEST(Words, BytesThatAreNotUtf8AreKnown) {
  EXPECT_TRUE(is_utf8("Æblegrød € 𝄞"));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xE9t"));

  auto broken = SmallContent().with("locales/da.po", "Vent.", "Vent\xE6.");
  EXPECT_THAT(broken.load().faults,
              testing::Contains(AllOf(Field(&Fault::where, "locales/da.po:36"),
                                      Field(&Fault::what, HasSubstr("not written in UTF-8")))));
}

}  // namespace
}  // namespace aktiv
