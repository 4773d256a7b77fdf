// Tools asked through, as a person meets them: by what stands on the screen.
#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

using testing::Contains;
using testing::IsEmpty;

TEST(TwoPictures, AsksTwelveTimesAndShowsWhatWasChosenMost) {
  Talk talk;
  talk.prepared("to_billeder", 1,
                {{"jobs", "bage"}, {"jobs", "passe_dyr"}, {"jobs", "have"}, {"jobs", "musik"}});
  EXPECT_EQ(talk.id(), "t1_intro");
  talk.next();
  int asked = 0;
  talk.answer_pairs([&](const Question& question) {
    ++asked;
    return first_by_alphabet(question);
  });
  EXPECT_EQ(asked, 12);
  EXPECT_EQ(talk.id(), "t1_slut");
  EXPECT_NE(talk.scene().find(ElementId("card:jobs/bage")), nullptr);
  EXPECT_THAT(talk.findings().flags, IsEmpty());
}

TEST(Naming, OneElementIsHeardAsItWasRecordedAndALocksKeyNever) {
  const Engine engine(built_in());
  Talk talk;
  talk.prepared("to_billeder", 1, {{"jobs", "bage"}, {"jobs", "passe_dyr"}}).next();
  const auto card = engine.name(talk.session(), ElementId("card:jobs/bage"));
  ASSERT_TRUE(card);
  EXPECT_EQ(card->key, "jobs.bage.spoken");
  EXPECT_EQ(card->text, built_in().texts.get("da", card->key));
  EXPECT_EQ(engine.name(talk.session(), ElementId("fixed:pause"))->key, "buttons.pause.spoken");
  EXPECT_FALSE(engine.name(talk.session(), ElementId("card:jobs/have")));
  Talk at_the_lock;
  at_the_lock.with_citizens().next().touch("card:signs/sunflower").next();
  ASSERT_EQ(at_the_lock.id(), "lock");
  for (const Element& element : at_the_lock.scene().elements)
    EXPECT_EQ(engine.name(at_the_lock.session(), element.id).has_value(),
              !element.is_sealed && !element.phrase.spoken.empty());
}

TEST(TwoPictures, AlwaysTouchingTheRightSideHidesTheRanking) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.answer_pairs(right_side);
  EXPECT_THAT(talk.findings().flags, Contains(Flag::side_habit));
  EXPECT_TRUE(talk.findings().ranking.empty());
  EXPECT_EQ(talk.id(), "t1_slut_all");
  EXPECT_EQ(std::ranges::count(talk.scene().elements, Role::picture, &Element::role), 4);
}

TEST(TwoPictures, AChoiceGoesOnByItselfAfterItWasShownAndAnotherTouchChangesIt) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const Scene first = talk.scene();
  const std::string left = first.elements[0].id.value;
  const std::string right = first.elements[1].id.value;
  talk.touch(left).wait(600).touch(right);
  EXPECT_TRUE(talk.scene().find(ElementId(right))->is_selected);
  EXPECT_FALSE(talk.scene().find(ElementId(left))->is_selected);
  talk.wait(1600);
  ASSERT_EQ(talk.session().talk.runs.back().answers.size(), 1u);
  EXPECT_EQ(talk.session().talk.runs.back().answers[0].card.element().value, right);
  EXPECT_EQ(talk.session().view.question.progress.done, 1);
}

TEST(TwoPictures, NotKnowingACardAsksWhichAndIsNotDislikingIt) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const CardRef unfamiliar = talk.session().view.question.shown[0];
  talk.touch("out:unknown").next();
  EXPECT_EQ(talk.id(), "which");
  talk.touch(unfamiliar.element().value).next();
  EXPECT_EQ(talk.id(), "t1_q");
  EXPECT_THAT(talk.findings().suggestions, Contains(unfamiliar));
}

TEST(TwoPictures, ThreeDontKnowInARowIsEnough) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  for (int i = 0; i < 3; ++i) talk.touch("out:dont_know").next();
  EXPECT_NE(talk.id(), "t1_q");
  EXPECT_THAT(talk.findings().flags, Contains(Flag::three_dont_know));
}

TEST(TwoPictures, BackUndoesTheLastAnswer) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const auto first = talk.session().view.question.shown;
  talk.touch(right_side(talk.session().view.question)).next();
  talk.touch("fixed:back");
  EXPECT_EQ(talk.session().view.question.shown, first);
  EXPECT_THAT(talk.session().talk.runs.back().answers, IsEmpty());
}

TEST(TwoPictures, AStaleTouchIsDropped) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const Scene old = talk.scene();
  talk.touch(old.elements[0].id.value).next();
  talk.give(Chosen{old.screen, old.elements[1].id});
  EXPECT_EQ(talk.session().talk.runs.back().answers.size(), 1u);
}

TEST(Like, ThemesThenPlacesThenFavouritesThenTheTable) {
  Talk talk;
  talk.prepared("kan_lide", 2);
  EXPECT_EQ(talk.id(), "t2_tema");
  talk.touch(talk.scene().elements[0].id.value).next();
  talk.touch(talk.scene().elements[0].id.value).next();
  EXPECT_EQ(talk.id(), "t2_intro");
  talk.next();
  int placed = 0;
  while (talk.id() == "t2_q") {
    talk.touch(placed % 3 == 0 ? "place:kan_ikke_lide" : "place:kan_lide").next();
    ++placed;
  }
  EXPECT_GE(placed, 10);  // eight cards or more, and two again
  EXPECT_LE(placed, 14);
  EXPECT_EQ(talk.id(), "t2_fav");
  while (talk.id() == "t2_fav") talk.touch(talk.scene().elements[0].id.value).next();
  EXPECT_EQ(talk.id(), "board");
}

TEST(Like, OnlyThePageThatWasShownIsLogged) {
  Talk talk;
  talk.prepared("kan_lide", 2);
  talk.touch("page:next");
  std::vector<CardRef> on_screen;
  for (const Element& element : talk.scene().elements)
    if (element.role == Role::choice)
      on_screen.push_back(CardRef::parse(element.id.value.substr(5)));
  talk.touch(on_screen[0].element().value);
  EXPECT_EQ(talk.session().talk.runs.back().answers[0].shown, on_screen);
}

TEST(Like, ACardDroppedOnAPlaceIsAsGoodAsATouch) {
  Talk talk;
  talk.prepared("kan_lide", 2, {{"jobs", "bage"}, {"jobs", "have"}}).next();
  talk.give(Dropped{talk.scene().screen, ElementId("card:jobs/bage"), ElementId("place:midt")});
  EXPECT_TRUE(talk.scene().find(ElementId("place:midt"))->is_selected);
  EXPECT_EQ(talk.session().talk.runs.back().answers[0].place, "midt");
}

TEST(Like, WhatIsGoodAboutItCanBeSaidWithOwnWords) {
  Talk talk;
  talk.prepared("kan_lide", 3, {{"jobs", "bage"}, {"jobs", "have"}, {"jobs", "musik"}}).next();
  while (talk.id() == "t2_q") talk.touch("place:kan_lide").next();
  while (talk.id() == "t2_fav") talk.touch(talk.scene().elements[0].id.value).next();
  ASSERT_EQ(talk.id(), "t2_hvorfor");
  talk.touch("key:own_words").touch("own:write").touch("letter:a").next();
  EXPECT_EQ(talk.id(), "board");
  const AnswerRecord& why = talk.session().talk.runs.back().answers.back();
  EXPECT_EQ(why.question, "t2_hvorfor");
  EXPECT_EQ(why.own.text, "a");
}

TEST(Like, OneColumnForAllSuggestsTwoPictures) {
  Talk talk;
  talk.prepared("kan_lide", 2,
                {{"jobs", "bage"},
                 {"jobs", "have"},
                 {"jobs", "musik"},
                 {"jobs", "sy"},
                 {"jobs", "post"},
                 {"jobs", "foto"}})
      .next();
  while (talk.id() == "t2_q") talk.touch("place:kan_lide").next();
  EXPECT_THAT(talk.findings().flags, Contains(Flag::same_throughout));
}

TEST(Engine, AConversationIsTheFoldOfItsEvents) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.answer_pairs(first_by_alphabet);
  const auto replayed = replay(talk.journal);
  ASSERT_TRUE(replayed) << to_text(replayed.error());
  EXPECT_EQ(*replayed, talk.session().talk);
}

TEST(Paging, ASmallGlassAsksInPagesAndLogsThePage) {
  Talk talk(4);
  talk.prepared("kan_lide", 3).next();
  const auto on_screen = [&] {
    return std::ranges::count(talk.scene().elements, Role::choice, &Element::role);
  };
  EXPECT_EQ(on_screen(), 4);
  const Scene first = talk.scene();
  talk.touch("page:next");
  EXPECT_LE(on_screen(), 4);
  EXPECT_NE(talk.scene().elements[0].id, first.elements[0].id);
}

}  // namespace
}  // namespace aktiv
