// How a citizen uses the kiosk is in force while they sit there, and for nobody else.
#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

AccessProfile few_and_in_own_time() {
  AccessProfile access;
  access.most_choices = 2;
  access.goes_on_by_itself = false;
  access.hold_ms = 500;
  return access;
}

CitizensKnown one_of_two(const AccessProfile& access) {
  return {{{CitizenId("c-1"), PictureId("signs/sunflower"), {}, false, access},
           {CitizenId("c-2"), PictureId("signs/boat"), {}, false, {}}}};
}

Talk& signs_in(Talk& talk, const char* sign) {
  return talk.next().touch(sign).next();
}

int choices_on(const Scene& scene) {
  return static_cast<int>(std::ranges::count(scene.elements, Role::choice, &Element::role));
}

TEST(Access, IsInForceFromThePictureThatTheyPress) {
  Talk talk;
  talk.give(one_of_two(few_and_in_own_time()));
  EXPECT_EQ(access_of(talk.session()), AccessProfile{});
  signs_in(talk, "card:signs/sunflower");
  EXPECT_EQ(talk.id(), "listen");
  EXPECT_EQ(access_of(talk.session()), few_and_in_own_time());
}

TEST(Access, IsNobodyElses) {
  Talk talk;
  talk.give(one_of_two(few_and_in_own_time()));
  signs_in(talk, "card:signs/boat");
  EXPECT_EQ(access_of(talk.session()), AccessProfile{});
}

TEST(Access, WaitsForTheSecondPictureWhereTwoShareTheFirst) {
  Talk talk;
  const PictureId shared("signs/sunflower");
  talk.give(CitizensKnown{
      {{CitizenId("c-1"), shared, PictureId("signs/boat"), false, few_and_in_own_time()},
       {CitizenId("c-2"), shared, PictureId("signs/moon"), false, {}}}});
  signs_in(talk, "card:signs/sunflower");
  EXPECT_EQ(talk.id(), "who_second");
  EXPECT_EQ(access_of(talk.session()), AccessProfile{});
  talk.touch("card:signs/boat").next();
  EXPECT_EQ(access_of(talk.session()), few_and_in_own_time());
}

TEST(Access, EndsWithTheSession) {
  Talk talk;
  talk.give(one_of_two(few_and_in_own_time()));
  signs_in(talk, "card:signs/sunflower");
  talk.give(LeftByMentor{});
  EXPECT_EQ(access_of(talk.session()), AccessProfile{});
  EXPECT_TRUE(talk.session().view.goes_on_by_itself);
}

// A list of six pictures, two at a time; the page that was answered is what is logged.
TEST(Access, CutsAListIntoPagesOfWhatThePersonTakesIn) {
  Talk talk(12);
  talk.give(one_of_two(few_and_in_own_time()));
  talk.prepared("kan_lide", 3).next();
  EXPECT_EQ(choices_on(talk.scene()), 2);
  const Scene first = talk.scene();
  talk.touch("page:next").touch(talk.scene().elements[0].id.value);
  EXPECT_NE(talk.scene().elements[0].id, first.elements[0].id);
  EXPECT_EQ(talk.session().talk.runs.back().answers.back().shown.size(), 2u);
}

TEST(Access, NeverTakesAWayOutOrAPlaceOffTheScreen) {
  Talk talk(12);
  talk.give(one_of_two(few_and_in_own_time()));
  talk.prepared("kan_lide", 2, {{"jobs", "bage"}, {"jobs", "passe_dyr"}, {"jobs", "have"}}).next();
  ASSERT_EQ(talk.scene().arrangement, Arrangement::sorting);
  EXPECT_EQ(std::ranges::count(talk.scene().elements, Role::place, &Element::role), 3);
}

TEST(Access, LetsSomebodyPressNextThemselves) {
  for (const bool goes_on : {true, false}) {
    Talk talk;
    AccessProfile access;
    access.goes_on_by_itself = goes_on;
    talk.give(one_of_two(access));
    talk.prepared("to_billeder", 1);
    while (talk.id() != "t1_q") talk.next();
    talk.touch(first_by_alphabet(talk.session().view.question));
    EXPECT_EQ(find_effect<WakeAfter>(talk.effects) != nullptr, goes_on);
  }
}

// The pictures stand alone for whoever is disturbed by words; the voice still says them.
TEST(Access, LeavesTheWordsToTheVoiceWhereSomebodyWantsPicturesAlone) {
  Talk talk;
  AccessProfile access;
  access.has_words = false;
  talk.give(one_of_two(access)).prepared("to_billeder", 1);
  while (talk.id() != "t1_q") talk.next();
  const Scene scene = talk.scene();
  EXPECT_FALSE(scene.question.shown.empty());
  for (const Element& element : scene.elements) {
    const bool has_words = element.role == Role::out || element.role == Role::fixed;
    const bool is_alone = element.role == Role::choice;
    if (!has_words && !is_alone) continue;
    EXPECT_EQ(element.phrase.shown.empty(), is_alone) << element.id.value;
    EXPECT_FALSE(element.phrase.spoken.empty()) << element.id.value;
  }
}

TEST(Access, ShowsNothingButTheQuestionToWhoeverWantsItCalm) {
  for (const bool is_calm : {false, true}) {
    Talk talk;
    AccessProfile access;
    access.is_calm = is_calm;
    talk.give(one_of_two(access)).prepared("to_billeder", 1);
    while (talk.id() != "t1_q") talk.next();
    const Scene scene = talk.scene();
    EXPECT_EQ(scene.progress.total == 0, is_calm);
    EXPECT_EQ(scene.is_bare, is_calm);
    EXPECT_NE(scene.find(ElementId("fixed:stop")), nullptr) << "the way out is always there";
    EXPECT_FALSE(scene.speech.empty()) << "what is said stays whole";
  }
}

TEST(Access, WhatIsSaidCanBeReadByWhoeverWantsItCalm) {
  std::vector<std::string> captions;
  for (const bool is_calm : {false, true}) {
    Talk talk;
    AccessProfile access;
    access.is_calm = is_calm;
    talk.give(one_of_two(access)).prepared("to_billeder", 1);
    captions.push_back(talk.scene().caption);
    while (talk.id() != "f2_1" && talk.id() != "t1_q") talk.next();
    captions.push_back(talk.scene().caption);
  }
  EXPECT_EQ(captions[0], captions[2]);
  EXPECT_EQ(captions[1], captions[3]);
}

TEST(OwnWords, ACapitalIsHeardThoughItsKeyIsSmallAgain) {
  Talk talk;
  talk.give(one_of_two({})).prepared("min_droem", 4);
  while (talk.scene().find(ElementId("own:write")) == nullptr) talk.next();
  talk.touch("own:write").touch("letter:shift");
  talk.effects.clear();
  talk.touch("letter:B");
  const auto* said = find_effect<SpeakElement>(talk.effects);
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->element.value, "letter:b");
  EXPECT_TRUE(talk.engine().name(talk.session(), said->element));
}

TEST(Access, ReadsEverythingToWhoeverDoesNotSeeTheScreen) {
  for (const bool is_heard : {false, true}) {
    Talk talk;
    AccessProfile access;
    access.is_heard = is_heard;
    talk.give(one_of_two(access)).prepared("min_droem", 4);
    EXPECT_EQ(talk.session().view.reads_aloud, is_heard);
  }
}

TEST(Access, ThatIsSetWhileTheySitThereIsInForceAtOnce) {
  Talk talk;
  talk.give(one_of_two({})).prepared("to_billeder", 1);
  const std::string shown = talk.id();
  talk.give(one_of_two(few_and_in_own_time()));
  EXPECT_EQ(access_of(talk.session()), few_and_in_own_time());
  EXPECT_FALSE(talk.session().view.goes_on_by_itself);
  EXPECT_EQ(talk.id(), shown);
}

// The letters grow with the person who presses their picture, so that fewer pictures find room.
TEST(Access, CutsWhatIsShownAnewWhenTheGlassCarriesFewer) {
  Talk talk(12);
  talk.give(one_of_two({})).prepared("kan_lide", 3).next();
  const int before = choices_on(talk.scene());
  talk.give(GlassKnown{4});
  EXPECT_LT(choices_on(talk.scene()), before);
  EXPECT_LE(choices_on(talk.scene()), 4);
}

TEST(Access, LeavesAScreenThatSomebodyIsInTheMiddleOf) {
  Talk talk(12);
  talk.give(one_of_two({})).prepared("kan_lide", 3).next();
  talk.touch(talk.session().view.question.options[0].id.value);
  const Scene before = talk.scene();
  talk.give(GlassKnown{4});
  EXPECT_EQ(talk.scene(), before);
}

Talk& opens_the_guide(Talk& talk) {
  return talk.give(one_of_two({})).give(FittingWanted{CitizenId("c-1")});
}

TEST(PictureGuide, WhatIsTouchedHoldsAtOnceAndIsKept) {
  Talk talk;
  opens_the_guide(talk);
  ASSERT_EQ(talk.id(), "fit_text");
  talk.touch("option:fit_text_large");
  EXPECT_EQ(access_of(talk.session()).text_percent, 150);
  ASSERT_NE(find_effect<KeepAccess>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<KeepAccess>(talk.effects)->citizen, CitizenId("c-1"));
  EXPECT_EQ(find_effect<KeepAccess>(talk.effects)->access.text_percent, 150);
  EXPECT_EQ(talk.id(), "fit_text") << "so that it is seen, and can be another";
  talk.touch("option:fit_text_largest").next();
  EXPECT_EQ(access_of(talk.session()).text_percent, 200);
  EXPECT_EQ(talk.id(), "fit_palette");
}

TEST(PictureGuide, AsksWhereTheHandReachesAndHowLoudTheVoiceIs) {
  Talk talk;
  opens_the_guide(talk);
  while (talk.id() != "fit_reach") talk.touch("out:skip").next();
  talk.touch("option:fit_reach_low");
  EXPECT_EQ(access_of(talk.session()).reach, Reach::low) << "the next screen stands there";
  talk.next();
  while (talk.id() != "fit_volume") talk.touch("out:skip").next();
  talk.touch("option:fit_quiet");
  EXPECT_EQ(access_of(talk.session()).volume_percent, 40);
}

TEST(PictureGuide, EndsAtTheFirstScreenAndIsRestoredAtTheNextSignIn) {
  Talk talk;
  opens_the_guide(talk).touch("option:fit_text_large").next();
  while (talk.id() != "fit_done") talk.touch("out:skip").next();
  talk.next();
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(access_of(talk.session()), AccessProfile{});
  signs_in(talk, "card:signs/sunflower");
  AccessProfile large;
  large.text_percent = 150;
  EXPECT_EQ(access_of(talk.session()), large) << "what was passed over is as it was";
}

TEST(PictureGuide, ShowsWhatIsSetAndGoesBackToIt) {
  Talk talk;
  opens_the_guide(talk).touch("option:fit_text_large").next();
  EXPECT_TRUE(talk.session().view.chosen.empty()) << "nothing is chosen for anybody";
  talk.touch("fixed:back");
  EXPECT_EQ(talk.session().view.chosen, std::vector{ElementId("option:fit_text_large")});
}

TEST(PictureGuide, LeavesWhatTheMentorHasSetBesides) {
  AccessProfile before = few_and_in_own_time();
  AccessProfile large;
  large.text_percent = 200;
  const AccessProfile after = with(before, large);
  before.text_percent = 200;
  EXPECT_EQ(after, before);
}

TEST(Access, IsReadAsItWasWritten) {
  AccessProfile access = few_and_in_own_time();
  access.text_percent = 150;
  access.words_a_minute = 110;
  access.volume_percent = 85;
  access.same_touch_ms = 1000;
  access.operated_by = OperatedBy::two_switches;
  access.scan_by = ScanBy::lines;
  access.palette = Palette::contrast;
  access.reach = Reach::low;
  access.timbre = Timbre::deeper;
  access.has_words = false;
  access.is_calm = true;
  access.pitch = 30;
  access.sentence_pause_ms = 700;
  access.scan_period_ms = 2500;
  access.scan_is_heard = true;
  access.step_switch = "pad:b";
  const auto read = access_profile_from_json(to_json(access));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, access);
  EXPECT_EQ(*access_profile_from_json(to_json(AccessProfile{})), AccessProfile{});
}

TEST(Access, RefusesWhatNobodyCanBeAskedToDo) {
  const auto refused = access_profile_from_json(R"({"version":1,"hold_ms":9000})");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().what, "access profile cannot be read: hold_ms is not 0 to 2000");
  EXPECT_FALSE(access_profile_from_json("{"));
}

}  // namespace
}  // namespace aktiv
