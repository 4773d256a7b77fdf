// Each invented responder, on the screens that the tools have in common.
#include "dialogue/responders/responder.h"

#include <gmock/gmock.h>

#include <set>

namespace aktiv {
namespace {

using testing::ElementsAre;
using testing::Optional;

const CardRef bake{"jobs", "bage"};
const CardRef dogs{"jobs", "hunde"};
const CardRef music{"jobs", "musik"};

ElementId element(const char* id) {
  return ElementId(id);
}

Wishes wishes() {
  Wishes wishes;
  wishes.order = {dogs, music, bake};
  wishes.scales["like3"] = {"kan_lide", "midt", "kan_ikke_lide"};
  return wishes;
}

Question choose_of(const std::vector<CardRef>& cards) {
  Question question;
  question.screen = "t0_q";
  for (const CardRef& card : cards) question.options.push_back(card_option(card));
  question.options.push_back(none_of_them());
  question.options.push_back(dont_know());
  question.shown = cards;
  question.has_next = true;
  question.goes_on_by_itself = true;
  return question;
}

// Bake at the left, dogs at the right; the right one is spoken first.
Question pair() {
  Question question = choose_of({bake, dogs});
  question.spoken_first = dogs;
  return question;
}

Question sorting(const CardRef& card, std::vector<std::string> places) {
  Question question;
  question.screen = "t0_sort";
  question.subject = card;
  question.options.push_back(card_option(card, Role::movable));
  for (const std::string& place : places) question.options.push_back(place_option("like3", place));
  question.options.push_back(unknown());
  question.places = std::move(places);
  return question;
}

std::optional<ElementId> touched(Responder responder, const Question& question,
                                 const std::vector<ElementId>& chosen = {}, int page = 0) {
  Draws draws(Seed{1, 2});
  return next_touch(responder, wishes(), {question, chosen, page, true}, draws);
}

TEST(Responders, ASteadyOneTakesWhatIsWishedMostOnWhicheverSide) {
  EXPECT_THAT(touched({Habit::steady}, pair()), Optional(dogs.element()));
  EXPECT_THAT(touched({Habit::steady}, choose_of({dogs, bake})), Optional(dogs.element()));
}

TEST(Responders, ASteadyOnePutsCardsByTheirOrderWhicheverWayTheScaleRuns) {
  for (const auto& places : {std::vector<std::string>{"kan_lide", "midt", "kan_ikke_lide"},
                             std::vector<std::string>{"kan_ikke_lide", "midt", "kan_lide"}}) {
    EXPECT_THAT(touched({Habit::steady}, sorting(dogs, places)),
                Optional(element("place:kan_lide")));
    EXPECT_THAT(touched({Habit::steady}, sorting(music, places)), Optional(element("place:midt")));
    EXPECT_THAT(touched({Habit::steady}, sorting(bake, places)),
                Optional(element("place:kan_ikke_lide")));
  }
}

TEST(Responders, WithTwoPlacesTheMidstIsOnOneSideOrTheOther) {
  const std::vector<std::string> two = {"kan_ikke_lide", "kan_lide"};
  EXPECT_THAT(touched({Habit::steady}, sorting(dogs, two)), Optional(element("place:kan_lide")));
  EXPECT_THAT(touched({Habit::steady}, sorting(bake, two)),
              Optional(element("place:kan_ikke_lide")));
}

TEST(Responders, WhatNoWishNamesIsTheSameWhereverItStands) {
  Question question;
  question.options = {ui_option("see_film"), ui_option("visit_place")};
  const auto first = touched({Habit::steady}, question);
  std::swap(question.options[0], question.options[1]);
  EXPECT_EQ(touched({Habit::steady}, question), first);
}

TEST(Responders, ASideIsASideWhateverStandsThere) {
  EXPECT_THAT(touched({Habit::right}, pair()), Optional(dogs.element()));
  EXPECT_THAT(touched({Habit::left}, pair()), Optional(bake.element()));
  EXPECT_THAT(touched({Habit::right}, sorting(dogs, {"kan_lide", "midt", "kan_ikke_lide"})),
              Optional(element("place:kan_ikke_lide")));
}

TEST(Responders, WhatWasHeardIsApartFromTheSide) {
  Question question = pair();
  EXPECT_THAT(touched({Habit::last_heard}, question), Optional(bake.element()));
  EXPECT_THAT(touched({Habit::first_heard}, question), Optional(dogs.element()));
  question.spoken_first = bake;
  EXPECT_THAT(touched({Habit::last_heard}, question), Optional(dogs.element()));
  EXPECT_THAT(touched({Habit::first_heard}, question), Optional(bake.element()));
}

TEST(Responders, YesIsTheBestPlaceAndTheFirstChoice) {
  EXPECT_THAT(touched({Habit::always_yes}, sorting(bake, {"kan_ikke_lide", "midt", "kan_lide"})),
              Optional(element("place:kan_lide")));
  EXPECT_THAT(touched({Habit::always_yes}, pair()), Optional(bake.element()));
}

TEST(Responders, NoiseIsDrawnAmongTheChoicesAndNeverAnOut) {
  Draws draws(Seed{3, 4});
  int not_meant = 0;
  for (int i = 0; i < 4000; ++i) {
    const auto touch = next_touch({Habit::steady, 0.3}, wishes(), {pair(), {}, 0, true}, draws);
    ASSERT_TRUE(touch == dogs.element() || touch == bake.element());
    not_meant += touch == bake.element();
  }
  EXPECT_GT(not_meant, 500);  // 600 of 4000 are expected: half of the noise is meant anyway
  EXPECT_LT(not_meant, 700);
}

TEST(Responders, AtRandomEveryChoiceComesAndNoOut) {
  Draws draws(Seed{3, 4});
  std::set<ElementId> seen;
  const Question question = choose_of({bake, dogs, music});
  for (int i = 0; i < 200; ++i)
    seen.insert(*next_touch({Habit::random}, wishes(), {question, {}, 0, true}, draws));
  EXPECT_EQ(seen, (std::set<ElementId>{bake.element(), dogs.element(), music.element()}));
}

TEST(Responders, StoppingMidwayIsStopAndThenStopForToday) {
  Question question = pair();
  question.progress = {5, 12};
  EXPECT_THAT(touched({Habit::stops_midway}, question), Optional(dogs.element()));
  question.progress = {6, 12};
  EXPECT_THAT(touched({Habit::stops_midway}, question), Optional(element("fixed:stop")));
  Question stop;
  stop.screen = "ui.stop_ask";
  stop.options = {ui_option("stop_today"), ui_option("go_on")};
  EXPECT_THAT(touched({Habit::stops_midway}, stop), Optional(element("option:stop_today")));
  EXPECT_THAT(touched({Habit::steady}, stop), Optional(element("option:go_on")));
}

TEST(Responders, AfterAChoiceTheyWaitOrTouchNext) {
  Question question = pair();
  EXPECT_EQ(touched({Habit::right}, question, {dogs.element()}), std::nullopt);
  question.goes_on_by_itself = false;
  EXPECT_THAT(touched({Habit::right}, question, {dogs.element()}), Optional(element("next")));
}

TEST(Responders, ATellingScreenIsGoneOnFrom) {
  for (const Habit habit : {Habit::steady, Habit::right, Habit::random, Habit::stops_midway})
    EXPECT_THAT(touched({habit}, tell_screen("t1_intro")), Optional(element("next")));
}

TEST(Responders, OnTheFramesScreensEverybodyGoesOn) {
  Question change;
  change.screen = "f4_3";
  change.options = {ui_option("like_this"), ui_option("change_it")};
  change.has_next = true;
  EXPECT_THAT(touched({Habit::right}, change), Optional(element("option:like_this")));
  EXPECT_THAT(touched({Habit::right}, change, {element("option:like_this")}),
              Optional(element("next")));
}

std::vector<ElementId> all_touched(Responder responder, const Question& question) {
  Draws draws(Seed{1, 2});
  std::vector<ElementId> chosen;
  for (;;) {
    const auto touch = next_touch(responder, wishes(), {question, chosen, 0, true}, draws);
    if (touch == element("next") || chosen.size() > 9) return chosen;
    chosen.push_back(*touch);
  }
}

TEST(Responders, OfSeveralASteadyOneTakesWhatIsLikedAndYesTakesAll) {
  Question question = choose_of({bake, dogs, music});
  question.most = 3;
  EXPECT_THAT(all_touched({Habit::steady}, question), ElementsAre(dogs.element()));
  EXPECT_THAT(all_touched({Habit::always_yes}, question),
              ElementsAre(bake.element(), dogs.element(), music.element()));
  EXPECT_THAT(all_touched({Habit::right}, question), ElementsAre(music.element()));
  question.most = 2;
  EXPECT_THAT(all_touched({Habit::always_yes}, question),
              ElementsAre(bake.element(), dogs.element()));
}

TEST(Responders, WhatIsWishedMayLieOnAnotherPage) {
  Question question = choose_of({bake, music, dogs});
  question.page_size = 2;
  EXPECT_THAT(touched({Habit::steady}, question), Optional(element("page:next")));
  EXPECT_THAT(touched({Habit::steady}, question, {}, 1), Optional(dogs.element()));
  EXPECT_THAT(touched({Habit::right}, question), Optional(music.element()));
}

TEST(Responders, WhatIsRightInThePracticeIsKnown) {
  Question question = choose_of({bake, dogs});
  question.screen = "practice.p11";
  Wishes known = wishes();
  known.known["practice.p11"] = dont_know().id;
  Draws draws(Seed{1, 2});
  EXPECT_THAT(next_touch({Habit::steady}, known, {question, {}, 0, true}, draws),
              Optional(dont_know().id));
  EXPECT_THAT(next_touch({Habit::right}, known, {question, {}, 0, true}, draws),
              Optional(dogs.element()));
}

// “Alone or with somebody?” of something that they want to learn, or cannot say is good or bad.
TEST(Responders, WhereNotAllPlacesAreOfferedASteadyOneTakesTheNearest) {
  const std::vector<std::string> whole = {"alone", "with_help", "learn", "not_now"};
  const std::vector<ElementId> offered = {element("place:alone"), element("place:with_help")};
  const Wishes wished;
  EXPECT_EQ(nearest_offered(wished, 0.2, whole, offered), 0U);
  EXPECT_EQ(nearest_offered(wished, 0.4, whole, offered), 1U);
  EXPECT_EQ(nearest_offered(wished, 0.9, whole, offered), 1U);
  const std::vector<std::string> faces = {"good", "between", "bad"};
  const std::vector<ElementId> ends = {element("place:good"), element("place:bad")};
  EXPECT_EQ(nearest_offered(wished, 0.45, faces, ends), 0U);
  EXPECT_EQ(nearest_offered(wished, 0.55, faces, ends), 1U);
}

}  // namespace
}  // namespace aktiv
