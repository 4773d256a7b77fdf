#include "dialogue/content/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/content/small_content.h"

namespace aktiv {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

// One fault at one place, and it says what would be right.
auto only_fault(const std::string& where, const std::string& what) {
  return ElementsAre(AllOf(Field(&Fault::where, where), Field(&Fault::what, HasSubstr(what)),
                           Field(&Fault::expected, testing::Not(IsEmpty()))));
}

auto has_fault(const std::string& where, const std::string& what) {
  return Contains(AllOf(Field(&Fault::where, where), Field(&Fault::what, HasSubstr(what)),
                        Field(&Fault::expected, testing::Not(IsEmpty()))));
}

TEST(Content, WholeContentIsLoadedWithoutAFault) {
  const auto loaded = SmallContent().load();

  EXPECT_THAT(loaded.faults, IsEmpty());
  const auto* bake = loaded.content.card({"jobs", "bage"});
  ASSERT_NE(bake, nullptr);
  EXPECT_EQ(bake->picture, PictureId("jobs/bage"));
  EXPECT_EQ(bake->theme, "mad");
  EXPECT_THAT(bake->tags, ElementsAre("inde"));
  EXPECT_EQ(bake->where, "decks/jobs.toml:3");
  EXPECT_EQ(loaded.content.tool(ToolId("pairs"))->numbers.at("trials"), 2);
  EXPECT_EQ(loaded.content.way_limits.at(1), 2);
  EXPECT_EQ(loaded.content.practice.at(0).right, (CardRef{"practice", "apple"}));
}

TEST(Content, WhatIsNotThereIsNotFound) {
  const auto content = SmallContent().load().content;

  EXPECT_EQ(content.card({"jobs", "flyve"}), nullptr);
  EXPECT_EQ(content.card({"skyer", "bage"}), nullptr);
  EXPECT_EQ(content.deck("skyer"), nullptr);
  EXPECT_EQ(content.tool(ToolId("skyer")), nullptr);
}

TEST(Content, BrokenTomlIsRefusedWithItsLine) {
  auto broken =
      SmallContent().with("decks/jobs.toml", "picture = \"jobs/have\"", "picture = \"jobs/have");

  EXPECT_THAT(broken.load().faults, has_fault("decks/jobs.toml:10", "not readable as TOML"));
}

TEST(Content, AMissingFieldIsNamed) {
  auto broken = SmallContent().with("decks/jobs.toml", "picture = \"jobs/bage\"\n", "");

  EXPECT_THAT(broken.load().faults, only_fault("decks/jobs.toml:3", "no 'picture'"));
}

TEST(Content, AnEmptyPictureIsRefused) {
  auto broken = SmallContent().with("decks/jobs.toml", "\"jobs/bage\"", "\"\"");

  EXPECT_THAT(broken.load().faults,
              only_fault("decks/jobs.toml:5", "'picture' of the card is empty"));
}

TEST(Content, AMisspeltFieldDoesNotPassAsAMissingOne) {
  auto broken = SmallContent().with("decks/jobs.toml", "theme =", "them =");

  EXPECT_THAT(broken.load().faults, only_fault("decks/jobs.toml:6", "unknown field 'them'"));
}

TEST(Content, AFieldOfTheWrongKindIsRefused) {
  auto broken = SmallContent().with("decks/jobs.toml", "tags = [\"inde\"]", "tags = \"inde\"");

  EXPECT_THAT(broken.load().faults,
              only_fault("decks/jobs.toml:7", "'tags' of the card is of the wrong kind"));
}

TEST(Content, ANameWithCapitalsOrSpacesIsRefused) {
  auto broken = SmallContent().with("decks/themes.toml", "id = \"themes\"", "id = \"My themes\"");

  EXPECT_THAT(broken.load().faults, has_fault("decks/themes.toml:1", "'My themes' is not a name"));
}

TEST(Content, AnUnknownTagIsRefused) {
  auto broken = SmallContent().with("decks/jobs.toml", "[\"inde\"]", "[\"indenfor\"]");

  EXPECT_THAT(broken.load().faults, only_fault("decks/jobs.toml:3", "unknown tag 'indenfor'"));
}

TEST(Content, AnUnknownThemeIsRefused) {
  auto broken = SmallContent().with("decks/jobs.toml", "theme = \"mad\"", "theme = \"luft\"");

  EXPECT_THAT(broken.load().faults, only_fault("decks/jobs.toml:3", "unknown theme 'luft'"));
}

TEST(Content, TheSameCardTwiceIsRefused) {
  auto broken = SmallContent().with("decks/jobs.toml", "id = \"have\"", "id = \"bage\"");

  EXPECT_THAT(broken.load().faults, has_fault("decks/jobs.toml:8", "jobs/bage stands twice"));
}

TEST(Content, TheSameDeckTwiceIsRefused) {
  auto broken = SmallContent();
  const auto jobs = broken.file("decks/jobs.toml").text;
  broken.file("own/jobs.toml").text = jobs;

  EXPECT_THAT(broken.load().faults, only_fault("own/jobs.toml:1", "the deck 'jobs' stands twice"));
}

TEST(Content, ADeckWithoutCardsIsRefused) {
  auto broken = SmallContent();
  broken.file("own/tom.toml").text = "id = \"tom\"\nversion = 1\n";

  EXPECT_THAT(broken.load().faults, only_fault("own/tom.toml:1", "has no cards"));
}

TEST(Content, APracticeItemMustOfferWhatItAsksFor) {
  auto broken = SmallContent().with("decks/practice.toml", "right = \"apple\"", "right = \"kage\"");
  EXPECT_THAT(broken.load().faults,
              only_fault("decks/practice.toml:9", "does not offer practice/kage"));

  auto unknown = SmallContent().with("decks/practice.toml", "\"shoe\"]", "\"kage\"]");
  EXPECT_THAT(unknown.load().faults,
              only_fault("decks/practice.toml:9", "unknown card practice/kage"));

  auto open = SmallContent().with("decks/practice.toml", "right = \"apple\"", "free = false");
  EXPECT_THAT(open.load().faults, only_fault("decks/practice.toml:9", "must say what it asks for"));
}

TEST(Content, AToolNamesDecksThatExist) {
  auto broken = SmallContent().with("tools/pairs.toml", "[\"jobs\"]", "[\"skyer\"]");

  EXPECT_THAT(broken.load().faults, only_fault("tools/pairs.toml:1", "unknown deck 'skyer'"));
}

TEST(Content, AToolIsHeldInWaysThatExist) {
  auto broken = SmallContent().with("tools/pairs.toml", "ways = [1]", "ways = [1, 5]");
  EXPECT_THAT(broken.load().faults, only_fault("tools/pairs.toml:1", "names way 5"));

  auto main = SmallContent().with("tools/pairs.toml", "main_way = 1", "main_way = 3");
  EXPECT_THAT(main.load().faults, only_fault("tools/pairs.toml:1", "main way"));

  auto wide = SmallContent().with("tools/pairs.toml", "main_way = 1", "main_way = 9");
  EXPECT_THAT(wide.load().faults, only_fault("tools/pairs.toml:5", "'main_way' is 9"));
}

TEST(Content, AThresholdIsAWholeNumber) {
  auto broken = SmallContent().with("tools/pairs.toml", "trials = 2", "trials = \"mange\"");

  EXPECT_THAT(broken.load().faults, only_fault("tools/pairs.toml:10", "'trials'"));
}

TEST(Content, ADayCentresDeckCarriesItsOwnWordsAndJoinsATool) {
  auto own = SmallContent();
  own.file("own/huset.toml").text =
      "id = \"huset\"\n"
      "version = 1\n"
      "tools = [\"pairs\"]\n"
      "[[card]]\n"
      "id = \"pil\"\n"
      "picture = \"huset/pil\"\n"
      "[card.words.da]\n"
      "label = \"Flette pil\"\n"
      "spoken = \"Du fletter kurve.\"\n"
      "inf = \"flette pil\"\n"
      "[card.words.en]\n"
      "label = \"Weave willow\"\n"
      "spoken = \"You weave baskets.\"\n"
      "inf = \"weave willow\"\n";

  const auto loaded = own.load();

  EXPECT_THAT(loaded.faults, IsEmpty());
  EXPECT_EQ(loaded.content.texts.get("da", "huset.pil.inf"), "flette pil");
  EXPECT_THAT(loaded.content.tool(ToolId("pairs"))->decks, ElementsAre("jobs", "huset"));

  own.with("own/huset.toml", "[\"pairs\"]", "[\"skyer\"]");
  EXPECT_THAT(own.load().faults, has_fault("own/huset.toml:3", "no tool 'skyer'"));
}

TEST(Content, ADayCentresDeckNeedsItsWordsInEveryLanguage) {
  auto own = SmallContent();
  own.file("own/huset.toml").text =
      "id = \"huset\"\n"
      "version = 1\n"
      "[[card]]\n"
      "id = \"pil\"\n"
      "picture = \"huset/pil\"\n"
      "[card.words.da]\n"
      "label = \"Flette pil\"\n"
      "spoken = \"Du fletter kurve.\"\n";

  const auto faults = own.load().faults;

  EXPECT_THAT(faults, has_fault("own/huset.toml:3", "'huset.pil.label' has no text in en"));
  EXPECT_THAT(faults, has_fault("own/huset.toml:3", "'huset.pil.spoken' has no text in en"));
  EXPECT_EQ(faults.size(), 2u);
}

TEST(Content, ADeckCutShortIsKnownByTheWordsThatAreLeftOver) {
  auto cut = SmallContent().with(
      "decks/jobs.toml", "[[card]]\nid = \"have\"\npicture = \"jobs/have\"\ntags = [\"ude\"]\n",
      "");

  EXPECT_THAT(cut.load().faults,
              only_fault("locales/da.po:10", "words for jobs/have, which is not in its deck"));
}

TEST(Content, ADefinitionCutShortLacksANumberThatTheToolReads) {
  const auto content = SmallContent().load().content;

  EXPECT_THAT(check_numbers(content, ToolId("pairs"), {{"trials", 1, 9, ""}}), IsEmpty());
  const auto cut =
      check_numbers(content, ToolId("pairs"), {{"trials", 1, 9, ""}, {"blocks", 2, 6, ""}});
  EXPECT_THAT(cut, only_fault("tools/pairs.toml:9", "no number 'blocks'"));
  EXPECT_EQ(cut[0].expected, "blocks = 2 to 6, under [numbers]");
  EXPECT_THAT(check_numbers(content, ToolId("nothing"), {}), only_fault("tools", "no definition"));
}

TEST(Content, ANumberThatTheToolCannotGoByIsRefusedOnItsLine) {
  const auto content = SmallContent().load().content;
  const auto refused = [&](const std::vector<NumberNeed>& needed) {
    return check_numbers(content, ToolId("pairs"), needed);
  };

  EXPECT_THAT(refused({{"trials", 3, 9, ""}}), only_fault("tools/pairs.toml:10", "'trials' is 2"));
  EXPECT_THAT(refused({{"trials", 0, 1, ""}}), only_fault("tools/pairs.toml:10", "'trials' is 2"));
  EXPECT_EQ(refused({{"trials", 3, 3, ""}})[0].expected, "trials = 3");
  EXPECT_THAT(refused({}), only_fault("tools/pairs.toml:10", "nothing goes by the number"));
}

TEST(Content, TheLeastIsNotAboveTheMost) {
  auto turned = SmallContent().with("tools/pairs.toml", "trials = 2\n", "trials = 5\nmost = 4\n");

  EXPECT_THAT(check_numbers(turned.load().content, ToolId("pairs"),
                            {{"trials", 1, 9, "most"}, {"most", 1, 9, ""}}),
              only_fault("tools/pairs.toml:10", "'trials' is 5, and 'most' is 4"));
}

TEST(Content, APictureThatIsNotDrawnIsNamed) {
  const auto content = SmallContent().load().content;
  const std::set<PictureId> drawn = {PictureId("jobs/bage"), PictureId("themes/mad"),
                                     PictureId("practice/apple"), PictureId("practice/shoe"),
                                     PictureId("tools/pairs")};

  EXPECT_THAT(check_pictures(content, drawn),
              only_fault("decks/jobs.toml:8", "the picture 'jobs/have' does not exist"));
}

// A guide whose answer set nothing would let somebody believe that they had chosen.
TEST(Content, APictureGuideSetsWhatItShows) {
  const auto guide = [](const std::string& first) {
    return SmallContent().with("tools/conversation.toml", "[[frame]]",
                               "[[fitting]]\nscreen = \"f1_hej\"\nchoice = [\n" + first +
                                   "\n{name = \"fit_b\", text_percent = 150}]\n[[frame]]");
  };
  auto none = guide("{name = \"fit_a\"},");
  EXPECT_THAT(none.load().faults, Contains(Field(&Fault::what, "a choice sets nothing")));
  auto colour = guide("{name = \"fit_a\", palette = \"pink\"},");
  EXPECT_THAT(colour.load().faults, Contains(Field(&Fault::what, "'pink' is no palette")));
  auto wide = guide("{name = \"fit_a\", text_percent = 900},");
  EXPECT_THAT(wide.load().faults, Contains(Field(&Fault::what, "'text_percent' is 900")));
  auto mute = guide("{name = \"fit_a\", text_percent = 100},");
  EXPECT_THAT(mute.load().faults,
              Contains(Field(&Fault::what, "'ui.fit_a.label' has no text in da")));
}

}  // namespace
}  // namespace aktiv
