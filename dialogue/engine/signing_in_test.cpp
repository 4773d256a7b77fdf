// Who is here, and what only they may open.
#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

TEST(SigningIn, ThePictureOpensAFreshConversationAndTheLockTheEarlierAnswers) {
  Talk talk;
  talk.with_citizens().next();
  EXPECT_EQ(talk.id(), "who");
  talk.touch("card:signs/sunflower").next();
  EXPECT_EQ(talk.id(), "lock");
  for (const char* picture : {"lock:sunflower", "lock:boat", "lock:cat"}) talk.touch(picture);
  ASSERT_NE(find_effect<CheckLock>(talk.effects), nullptr);
  talk.give(LockRefused{CitizenId("c-1"), false});
  EXPECT_EQ(talk.id(), "lock_wrong");
  talk.give(LockOpened{CitizenId("c-1")});
  talk.give(UnfinishedFound{CitizenId("c-1"), {}});
  EXPECT_EQ(talk.id(), "listen");
}

TEST(MyAnswers, AKeptTableLiesAsItLayAndStoppingEarlyShowsWhatWasTouched) {
  Submission table;
  table.tool = ToolId("kan_lide");
  table.answers.resize(1);
  table.answers[0].places = {"kan_ikke_lide", "kan_lide"};
  table.findings.cards.resize(2);
  table.findings.cards[0].card = {"jobs", "bage"};
  table.findings.cards[0].place = "kan_ikke_lide";
  table.findings.cards[1].card = {"jobs", "have"};
  table.findings.cards[1].place = "kan_lide";
  Submission begun;
  begun.tool = ToolId("kan_lide");
  begun.answers.resize(1);
  begun.answers[0].choice = Choice::card;
  begun.answers[0].card = {"themes", "mad"};
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  talk.give(LockOpened{CitizenId("c-1")}).give(KeptFound{CitizenId("c-1"), {table, begun}});
  EXPECT_EQ(talk.id(), "answers_kept");
  EXPECT_EQ(talk.scene().find(ElementId("card:jobs/bage"))->inside.value, "place:kan_ikke_lide");
  EXPECT_EQ(talk.scene().find(ElementId("card:jobs/have"))->inside.value, "place:kan_lide");
  talk.touch("key:more");
  EXPECT_NE(talk.scene().find(ElementId("card:themes/mad")), nullptr);
}

TEST(SigningIn, WithoutTheLockNothingEarlierIsOffered) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next().touch("key:skip_lock");
  EXPECT_EQ(talk.id(), "listen");
  EXPECT_EQ(find_effect<FindUnfinished>(talk.effects), nullptr);
  talk.give(UnfinishedFound{CitizenId("c-1"), {"anything"}});
  EXPECT_EQ(talk.id(), "listen");
}

TEST(SigningIn, AnUnfinishedConversationGoesOnWhereItWas) {
  Talk earlier;
  earlier.prepared("to_billeder", 1).next();
  for (int i = 0; i < 5; ++i) earlier.touch(right_side(earlier.session().view.question)).next();

  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  talk.give(LockOpened{CitizenId("c-1")}).give(UnfinishedFound{CitizenId("c-1"), earlier.journal});
  EXPECT_EQ(talk.id(), "unfinished");
  talk.touch("option:go_on_last").next();
  talk.touch("option:aloud").next();
  EXPECT_EQ(talk.id(), "t1_intro");
  talk.next();
  EXPECT_EQ(talk.session().view.question.progress.done, 5);
  EXPECT_EQ(talk.session().talk, earlier.session().talk);
}

// Three pictures of the lock, one at a time.
void press(Talk& talk, std::initializer_list<const char*> pictures) {
  for (const char* picture : pictures) talk.touch(std::string("lock:") + picture);
}
int pressed(const Talk& talk) {
  return static_cast<int>(std::ranges::count_if(talk.scene().elements, [](const Element& element) {
    return element.id.value.starts_with("pressed:") && !element.picture.empty();
  }));
}

TEST(OwnLock, TheCitizenChoosesItTwiceTheSame) {
  Talk talk;
  talk.with_citizens().give(NewLockWanted{CitizenId("c-2")});
  EXPECT_EQ(talk.id(), "lock_new");
  press(talk, {"sunflower", "boat"});
  EXPECT_EQ(pressed(talk), 2);
  press(talk, {"cat"});
  EXPECT_EQ(talk.id(), "lock_again");
  EXPECT_EQ(pressed(talk), 0);
  press(talk, {"sunflower", "boat", "cat"});
  const auto* set = find_effect<SetLock>(talk.effects);
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(set->citizen, CitizenId("c-2"));
  EXPECT_EQ(set->pressed.size(), 3u);
  EXPECT_EQ(talk.id(), "lock_again") << "\"locked\" is not said before the disk has it";
  talk.give(LockSet{CitizenId("c-2")});
  EXPECT_EQ(talk.id(), "lock_made");
  talk.next();
  EXPECT_EQ(talk.id(), "welcome");
}

TEST(OwnLock, OtherPicturesTheSecondTimeSetNothing) {
  Talk talk;
  talk.with_citizens().give(NewLockWanted{CitizenId("c-2")});
  press(talk, {"sunflower", "boat", "cat", "sunflower", "boat", "boat"});
  EXPECT_EQ(find_effect<SetLock>(talk.effects), nullptr);
  EXPECT_EQ(talk.id(), "lock_differs");
  press(talk, {"boat", "boat", "cat"});
  EXPECT_EQ(talk.id(), "lock_again");
}

TEST(OwnLock, WhatTheDiskRefusedIsChosenFromTheBeginning) {
  Talk talk;
  talk.with_citizens().give(NewLockWanted{CitizenId("c-2")});
  press(talk, {"sunflower", "boat", "cat", "sunflower", "boat", "cat"});
  talk.give(OrderFailed{});
  EXPECT_EQ(talk.id(), "calm_fault");
  talk.touch("option:get_mentor").touch("option:help_done");
  EXPECT_EQ(talk.id(), "lock_new");
  EXPECT_EQ(pressed(talk), 0);
}

TEST(OwnLock, WhileItOpensItShowsOnlyHowManyWerePressed) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  press(talk, {"boat"});
  EXPECT_EQ(talk.scene().find(ElementId("pressed:1"))->picture, PictureId("ui/pressed"));
  EXPECT_EQ(pressed(talk), 1);
}

// From hearing aloud to what to do today.
void past_the_practice(Talk& talk) {
  talk.touch("option:aloud").next();
  while (talk.id().starts_with("f2_")) {
    if (talk.id() == "f2_4") talk.touch("option:keep");
    talk.next();
  }
  ASSERT_EQ(talk.id(), "f1_hej");
  talk.touch("key:skip_practice");
  ASSERT_EQ(talk.id(), "choose_tool");
}

TEST(OwnLock, MineSvarAsksForItWithinAConversation) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next().touch("key:skip_lock");
  past_the_practice(talk);
  talk.touch("key:my_answers");
  ASSERT_EQ(talk.id(), "lock");
  press(talk, {"sunflower", "boat", "cat"});
  talk.give(LockOpened{CitizenId("c-1")}).give(KeptFound{CitizenId("c-1"), {}});
  EXPECT_EQ(talk.id(), "answers_none");
  talk.next();
  EXPECT_EQ(talk.id(), "choose_tool");
}

TEST(MyAnswers, FoundTooLateDoNotTakeTheToolAway) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  press(talk, {"sunflower", "boat", "cat"});
  talk.give(LockOpened{CitizenId("c-1")}).give(UnfinishedFound{CitizenId("c-1"), {}});
  past_the_practice(talk);
  talk.touch("key:my_answers");
  ASSERT_NE(find_effect<FindKept>(talk.effects), nullptr);
  talk.touch("tool:to_billeder").next();
  const std::string in_tool = talk.id();
  talk.give(KeptFound{CitizenId("c-1"), {}});
  EXPECT_EQ(talk.id(), in_tool);
}

TEST(MyAnswers, WithoutALockOnlyTheMentorOpensThemAndTheConversationGoesOn) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/boat").next();
  past_the_practice(talk);
  talk.touch("tool:to_billeder").next();
  talk.next();
  for (int asked = 0; asked < 3; ++asked) talk.touch("out:dont_know").next();
  talk.next();
  ASSERT_EQ(talk.id(), "choose_tool");
  EXPECT_EQ(talk.scene().question.shown, "Hvad vil du nu?");
  talk.touch("key:my_answers");
  EXPECT_EQ(talk.id(), "my_answers_locked");
  EXPECT_NE(talk.scene().find(ElementId("key:mentor")), nullptr);
  talk.next();
  EXPECT_EQ(talk.id(), "choose_tool");
}

// One citizen opened their lock and walked away from the screen in between.
Talk left_behind(bool is_at_unfinished) {
  Talk earlier;
  earlier.prepared("to_billeder", 1).next();
  earlier.touch(right_side(earlier.session().view.question)).next();
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  talk.give(LockOpened{CitizenId("c-1")}).give(UnfinishedFound{CitizenId("c-1"), earlier.journal});
  if (!is_at_unfinished) talk.touch("option:go_on_last").next();
  return talk;
}

TEST(SigningIn, TheNextPictureOpensNothingOfWhoWentBack) {
  for (const bool is_at_unfinished : {true, false})
    for (const char* next : {"card:signs/boat", "key:secret"}) {
      Talk talk = left_behind(is_at_unfinished);
      talk.touch("fixed:back");
      ASSERT_EQ(talk.id(), "who");
      EXPECT_FALSE(talk.session().view.has_access);
      EXPECT_FALSE(talk.session().view.citizen);
      talk.touch(next);
      if (talk.id() == "who") talk.next();
      talk.touch("option:aloud").next();
      EXPECT_EQ(find_effect<TakeUp>(talk.effects), nullptr);
      EXPECT_TRUE(talk.session().talk.runs.empty());
    }
}

TEST(SigningIn, NothingOfWhoWentBackWaitsOnTheFirstScreen) {
  Talk talk = left_behind(true);
  talk.touch("fixed:back").touch("fixed:back");
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_TRUE(talk.session().view.unfinished.empty());
}

TEST(SigningIn, TakingUpNothingLeavesTheFirstScreenWithNobody) {
  Talk talk;
  talk.with_citizens().give(TakenUpByMentor{CitizenId("c-1"), {}});
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_FALSE(talk.session().view.has_access);
  EXPECT_FALSE(talk.session().view.is_led_by_mentor);
}

TEST(SigningIn, TheNextCitizenMeetsTheHousesLanguage) {
  Talk talk;
  talk.touch("language:en");
  EXPECT_EQ(talk.scene().language, "en");
  talk.give(BecameIdle{});
  EXPECT_EQ(talk.scene().language, "da");
  talk.touch("language:en").with_citizens().next().touch("key:secret");
  talk.give(LeftByMentor{});
  EXPECT_EQ(talk.scene().language, "da");
}

TEST(ChoosingALanguage, OffersEachInItsOwnWords) {
  Talk talk;
  talk.touch("key:languages");
  const Scene scene = talk.scene();
  EXPECT_EQ(scene.id, "choose_language");
  ASSERT_NE(scene.find(ElementId("language:ar")), nullptr);
  EXPECT_EQ(scene.find(ElementId("language:ar"))->phrase.shown, "العربية");
  EXPECT_EQ(scene.find(ElementId("language:de"))->phrase.shown, "Deutsch");
}

TEST(ChoosingALanguage, NamesEachWithItsOwnVoice) {
  Talk talk;
  talk.touch("key:languages");
  const Scene scene = talk.scene();
  ASSERT_EQ(scene.speech.size(), 1 + built_in().texts.languages().size());
  EXPECT_EQ(scene.speech[0].language, "") << "the question, as the house speaks";
  for (size_t i = 1; i < scene.speech.size(); ++i)
    EXPECT_EQ("language:" + scene.speech[i].language, scene.speech[i].about.value);
  const auto touched = talk.engine().name(talk.session(), ElementId("language:pl"));
  ASSERT_TRUE(touched);
  EXPECT_EQ(touched->text, "Polski.");
  EXPECT_EQ(touched->language, "pl");
}

TEST(ChoosingALanguage, GoesBackToTheFirstScreenInIt) {
  Talk talk;
  talk.touch("key:languages").touch("language:uk");
  if (talk.id() != "welcome") talk.next();
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(talk.scene().language, "uk");
  talk.touch("key:languages").touch("fixed:back");
  EXPECT_EQ(talk.scene().language, "uk") << "whoever only looked keeps theirs";
  talk.touch("key:languages").give(BecameIdle{});
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(talk.scene().language, "da") << "the next one meets the house's";
}

TEST(ChoosingALanguage, AboutTellsThatNobodyHasReadTheTranslation) {
  Talk talk;
  talk.touch("key:about");
  EXPECT_EQ(talk.id(), "about_pictures") << "Danish is what the others are made from";
  talk.touch("fixed:back").touch("language:en").touch("key:about");
  EXPECT_EQ(talk.id(), "about_language");
  talk.next();
  EXPECT_EQ(talk.id(), "about_pictures");
}

CitizensKnown people(int how_many) {
  CitizensKnown known;
  for (int i = 0; i < how_many; ++i) {
    const std::string id = std::to_string(i);
    known.citizens.push_back({CitizenId("c-" + id), PictureId("signs/p" + id), {}, false});
  }
  return known;
}

bool stands_there(const Talk& talk, const char* id) {
  return std::ranges::count(talk.scene().elements, ElementId(id), &Element::id) > 0;
}

TEST(WhoIsHere, SomebodyWhoComesFromAnotherKioskStandsThereAtOnce) {
  Talk talk;
  talk.give(people(0));
  talk.next();
  EXPECT_EQ(talk.id(), "who_none");
  talk.give(people(1));
  EXPECT_EQ(talk.id(), "who");
  EXPECT_TRUE(stands_there(talk, "card:signs/p0"));
}

TEST(WhoIsHere, ThePageAndWhatIsChosenStayWhenSomebodyComes) {
  Talk talk;
  talk.give(people(10));
  talk.next().touch("page:next").touch("card:signs/p9");
  talk.give(people(11));
  EXPECT_TRUE(stands_there(talk, "card:signs/p10"));
  talk.next();
  EXPECT_EQ(talk.session().view.citizen->id, CitizenId("c-9"));
}

TEST(WhoIsHere, NothingIsSaidAnewWhereNobodyCame) {
  Talk talk;
  talk.give(people(2));
  talk.next();
  const std::string screen = talk.scene().screen;
  talk.effects.clear();
  talk.give(people(2));
  EXPECT_EQ(talk.scene().screen, screen);
  EXPECT_EQ(find_effect<SpeakScene>(talk.effects), nullptr);
}

TEST(OwnLock, PressesOfOneArePressesOfNobodyElse) {
  Talk talk;
  talk.give(CitizensKnown{{{CitizenId("c-1"), PictureId("signs/sunflower"), {}, true},
                           {CitizenId("c-2"), PictureId("signs/boat"), {}, true}}});
  talk.next().touch("card:signs/sunflower").next();
  press(talk, {"cat", "cat"});
  talk.touch("fixed:back").touch("card:signs/boat").next();
  EXPECT_EQ(pressed(talk), 0);
  press(talk, {"sunflower"});
  EXPECT_EQ(find_effect<CheckLock>(talk.effects), nullptr);
}

TEST(OwnLock, ThePadIsFreshWhenMineSvarAsksForItAfterAWrongTry) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  press(talk, {"cat", "cat", "cat"});
  talk.touch("key:skip_lock");  // before the answer comes
  talk.give(LockRefused{CitizenId("c-1"), true});
  past_the_practice(talk);
  talk.touch("key:my_answers");
  EXPECT_EQ(talk.id(), "lock");
  EXPECT_EQ(pressed(talk), 0);
  talk.give(LockOpened{CitizenId("c-1")}).give(KeptFound{CitizenId("c-1"), {}});
  EXPECT_EQ(talk.id(), "answers_none");
}

TEST(SigningIn, SecretLeavesNothing) {
  Talk talk;
  talk.with_citizens().next().touch("key:secret");
  talk.touch("option:silent").next();
  EXPECT_EQ(talk.id(), "f2_secret");
  for (const Effect& effect : talk.effects) {
    const auto* record = std::get_if<Record>(&effect);
    EXPECT_TRUE(record == nullptr || record->citizen.empty());
  }
}

TEST(SigningIn, WhoIsSecretSeesTheAnswersOnceMoreAndThenTheyAreGone) {
  Talk talk;
  talk.secret().next();
  const std::string chosen = first_by_alphabet(talk.session().view.question);
  talk.touch(chosen).next().touch("fixed:stop").touch("option:stop_today");
  EXPECT_EQ(talk.id(), "f2_secret_end");
  EXPECT_NE(talk.scene().find(ElementId(chosen)), nullptr);
  talk.next();
  EXPECT_NE(find_effect<ThrowAway>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<Keep>(talk.effects), nullptr);
  EXPECT_TRUE(talk.session().events.empty());
}

TEST(MyAnswers, OpenedByTheMentorEndOnAFirstScreenThatKnowsNobody) {
  Submission kept;
  kept.id = SubmissionId("s-1");
  kept.tool = ToolId("to_billeder");
  for (const char* way_out : {"next", "fixed:back"}) {
    Talk talk;
    const Scene first = talk.with_citizens().scene();
    talk.give(AnswersOpenedByMentor{CitizenId("c-1"), {kept}});
    EXPECT_EQ(talk.id(), "answers_kept");
    talk.touch("key:take_back").touch("option:take_back").next();
    ASSERT_NE(find_effect<TakeBack>(talk.effects), nullptr);
    talk.give(TakenBack{SubmissionId("s-1")});
    EXPECT_EQ(talk.id(), "taken_back");
    talk.touch(way_out);
    EXPECT_EQ(talk.session().view.stage, Stage::welcome);
    EXPECT_FALSE(talk.session().view.has_access);
    EXPECT_FALSE(talk.session().view.citizen.has_value());
    Scene last = talk.scene();
    last.screen = first.screen;
    EXPECT_EQ(last, first);
  }
}

TEST(MyAnswers, OpenedByTheMentorPutAwayWhatWasBeingSaid) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch(right_side(talk.session().view.question)).next();
  talk.give(AnswersOpenedByMentor{CitizenId("c-2"), {}});
  EXPECT_NE(find_effect<PutAway>(talk.effects), nullptr);
  EXPECT_TRUE(talk.session().talk.id.empty());
  EXPECT_EQ(talk.id(), "answers_none");
}

TEST(Rehearsal, IsMarkedOnEveryScreenAndNobodys) {
  Talk talk;
  SessionPrepared fact;
  fact.setup.tool = ToolId("to_billeder");
  fact.setup.way = 1;
  fact.starts_at_tool = true;
  fact.is_rehearsal = true;
  talk.with_citizens().give(fact);
  EXPECT_TRUE(talk.session().talk.is_secret);
  EXPECT_THAT(talk.scene().mark, testing::HasSubstr("Øvelse"));
  talk.next().touch("fixed:pause");
  EXPECT_THAT(talk.scene().mark, testing::HasSubstr("Øvelse"));
  talk.give(LeftByMentor{});
  EXPECT_EQ(talk.scene().mark, "");
  EXPECT_EQ(find_effect<Keep>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<PutAway>(talk.effects), nullptr);
}

TEST(Rehearsal, IsNeverACitizensConversation) {
  Talk talk;
  SessionPrepared fact;
  fact.citizen = CitizenId("c-1");
  fact.setup.tool = ToolId("to_billeder");
  fact.setup.way = 1;
  fact.starts_at_tool = true;
  fact.is_rehearsal = true;
  talk.with_citizens().give(fact);
  EXPECT_EQ(talk.scene().mark, "");
}

}  // namespace
}  // namespace aktiv
