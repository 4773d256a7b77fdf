// The end of a conversation: kept or thrown away, and who may see it.
#include "dialogue/engine/testing/talk.h"
#include "dialogue/model/submission_json.h"

namespace aktiv {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

// To the end of a prepared tool, and into F2.
void to_the_end(Talk& talk) {
  talk.prepared("to_billeder", 1).next();
  talk.answer_pairs(first_by_alphabet);
  talk.next();
  while (talk.id() == "t1_vis") talk.touch("place:besoege").next();
  EXPECT_EQ(talk.id(), "f4_1");
  talk.next();
  EXPECT_EQ(talk.id(), "f4_2");
  talk.next();
  EXPECT_EQ(talk.id(), "f4_3");
  talk.touch("option:like_this").next();
}

TEST(Consent, KeepingAndSharingAsksASecondCalmTimeAndKeepsOneSubmission) {
  Talk talk;
  to_the_end(talk);
  EXPECT_EQ(talk.id(), "f2_4");
  talk.touch("option:keep").next();
  EXPECT_EQ(talk.id(), "f2_5");
  talk.touch("card:people/forael").next();
  EXPECT_EQ(talk.id(), "f2_share");
  talk.touch("option:share_yes").next();
  EXPECT_EQ(talk.id(), "f2_6");
  talk.next();
  const auto* keep = find_effect<Keep>(talk.effects);
  ASSERT_NE(keep, nullptr);
  ASSERT_EQ(keep->submissions.size(), 1u);
  EXPECT_THAT(keep->submissions[0].readers, Contains("forael"));
  EXPECT_TRUE(keep->submissions[0].is_confirmed);
  EXPECT_EQ(talk.id(), "saving") << "\"kept\" is not said before the disk has it";
  talk.give(Kept{});
  EXPECT_EQ(talk.id(), "kept");
  EXPECT_THAT(talk.scene().question.spoken, HasSubstr("dem, du valgte"))
      << "who may see them is said as it was chosen";
}

TEST(Consent, WhatWasChosenLiesBesideKeepingAndThrowingAway) {
  Talk talk;
  to_the_end(talk);
  for (const char* screen : {"f2_4", "f2_throw"}) {
    EXPECT_EQ(talk.id(), screen);
    EXPECT_TRUE(talk.scene().is_private);
    EXPECT_EQ(talk.scene().arrangement, Arrangement::summary);
    EXPECT_GE(std::ranges::count(talk.scene().elements, Role::picture, &Element::role), 1);
    talk.touch("option:throw_away").next();
  }
}

TEST(Consent, AHeadingStandsOverWhatWasChosenWhereTheGlassHasRoom) {
  for (const auto& [most_a_page, has_heading] : {std::pair(12, true), std::pair(4, false)}) {
    Talk talk(most_a_page);
    to_the_end(talk);
    EXPECT_EQ(talk.scene().find(ElementId("text:chosen")) != nullptr, has_heading);
  }
}

TEST(Consent, WhoStoppedAtOnceStillSeesWhatTheyTouched) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const std::string chosen = first_by_alphabet(talk.session().view.question);
  talk.touch(chosen).next().touch("fixed:stop").touch("option:stop_today");
  EXPECT_EQ(talk.id(), "f2_4");
  EXPECT_NE(talk.scene().find(ElementId(chosen)), nullptr);
}

TEST(Consent, KeptForTheMentorAloneSaysSo) {
  Talk talk;
  to_the_end(talk);
  talk.touch("option:keep").next().next().next().give(Kept{});
  EXPECT_EQ(talk.id(), "kept");
  EXPECT_THAT(talk.scene().question.spoken, Not(HasSubstr("dem, du valgte")));
}

// Kept, and at the goodbye.
void to_the_goodbye(Talk& talk) {
  to_the_end(talk);
  talk.touch("option:keep").next().next().next().give(Kept{});
  EXPECT_EQ(talk.id(), "kept");
}

TEST(TheSheet, IsOfferedWhereSomethingWasSaidBackAndNeverMadeUnasked) {
  Talk talk;
  talk.with_citizens();
  to_the_goodbye(talk);
  const Scene scene = talk.scene();
  const Element* key = scene.find(ElementId("key:sheet"));
  ASSERT_NE(key, nullptr);
  EXPECT_FALSE(key->phrase.spoken.empty());
  EXPECT_THAT(scene.question.spoken, HasSubstr("ark"))
      << "who does not read hears that it is there";
  talk.next();
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(find_effect<PrintSheet>(talk.effects), nullptr);
}

TEST(TheSheet, HoldsWhatWasSaidBackAndTheCitizensOwnSign) {
  Talk talk;
  talk.with_citizens();
  to_the_goodbye(talk);
  talk.touch("key:sheet");
  const auto* order = find_effect<PrintSheet>(talk.effects);
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(order->conversation, talk.session().talk.id);
  EXPECT_EQ(order->language, "da");
  EXPECT_THAT(order->signs, testing::ElementsAre(PictureId("signs/sunflower")));
  ASSERT_EQ(order->chosen.size(), 1u);
  EXPECT_EQ(order->chosen[0].tool, ToolId("to_billeder"));
  EXPECT_FALSE(order->chosen[0].cards.empty());
  EXPECT_EQ(talk.id(), "sheet_making") << "\"on its way\" is not said before it is";
  EXPECT_EQ(talk.scene().find(ElementId("key:sheet")), nullptr) << "one sheet is one touch";
}

TEST(TheSheet, IsOnItsWayOrWithTheMentorAndBothAreSaidCalmly) {
  for (const auto& [is_on_its_way, screen] :
       {std::pair(true, "sheet_printed"), std::pair(false, "sheet_later")}) {
    Talk talk;
    to_the_goodbye(talk);
    talk.touch("key:sheet");
    talk.give(SheetPrinted{talk.session().talk.id, is_on_its_way});
    EXPECT_EQ(talk.id(), screen);
    EXPECT_FALSE(talk.scene().question.spoken.empty());
    EXPECT_NE(find_effect<SpeakScene>(talk.effects), nullptr);
    talk.next();
    EXPECT_EQ(talk.id(), "welcome");
  }
}

TEST(TheSheet, OfSomebodyBeforeSaysNothingAtTheNextGoodbye) {
  Talk talk;
  to_the_goodbye(talk);
  talk.touch("key:sheet");
  const ConversationId before = talk.session().talk.id;
  talk.next();
  to_the_goodbye(talk);
  talk.give(SheetPrinted{before, true});
  EXPECT_EQ(talk.id(), "kept");
  talk.touch("key:sheet").give(SheetPrinted{before, true});
  EXPECT_EQ(talk.id(), "sheet_making");
}

TEST(TheSheet, ThatComesWhileTheScreenIsCoveredIsTheirsAfterwards) {
  Talk talk;
  to_the_goodbye(talk);
  talk.recorded().touch("key:sheet").touch("fixed:pause");
  talk.give(SheetPrinted{talk.session().talk.id, true});
  EXPECT_EQ(talk.id(), "pause");
  talk.touch("option:go_on");
  EXPECT_EQ(talk.id(), "sheet_printed");
}

TEST(TheSheet, IsNotOfferedWhereNothingWasSaidBackOrNothingIsKept) {
  Talk stopped;
  stopped.prepared("to_billeder", 1).next();
  stopped.touch(first_by_alphabet(stopped.session().view.question)).next();
  stopped.touch("fixed:stop").touch("option:stop_today");
  stopped.touch("option:keep").next().next().next().give(Kept{});
  EXPECT_EQ(stopped.id(), "kept");
  EXPECT_EQ(stopped.scene().find(ElementId("key:sheet")), nullptr);
  Talk thrown;
  to_the_end(thrown);
  thrown.touch("option:throw_away").next().touch("option:throw_away").next();
  EXPECT_EQ(thrown.id(), "thrown");
  EXPECT_EQ(thrown.scene().find(ElementId("key:sheet")), nullptr);
}

TEST(Consent, StoppingBeforeItIsDecidedKeepsItUnfinished) {
  Talk talk;
  to_the_end(talk);
  talk.touch("fixed:stop").touch("option:stop_today");
  EXPECT_NE(find_effect<PutAway>(talk.effects), nullptr);
  EXPECT_EQ(talk.id(), "kept_unfinished");
  EXPECT_TRUE(talk.session().events.empty());
  talk.next();
  EXPECT_EQ(talk.id(), "welcome");
}

TEST(Consent, WhatIsDecidedIsNotAskedAgainByAStop) {
  Talk talk;
  to_the_end(talk);
  talk.touch("option:keep").next().next().next().give(Kept{});
  ASSERT_EQ(talk.id(), "kept");
  talk.touch("fixed:stop").touch("option:stop_today");
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(find_effect<ThrowAway>(talk.effects), nullptr);
}

TEST(Consent, AfterALedSessionTheLastScreenGoesToo) {
  Talk talk;
  SessionPrepared led;
  led.citizen = CitizenId("c-1");
  led.setup.tool = ToolId("to_billeder");
  led.setup.way = 1;
  talk.give(led).touch("fixed:stop").touch("option:stop_today");
  ASSERT_EQ(talk.id(), "stopped");
  talk.give(BecameIdle{});
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_FALSE(talk.session().view.has_access);
}

TEST(Consent, NothingSaidIsNothingThrownAway) {
  Talk talk;
  talk.prepared("to_billeder", 1).next().touch("fixed:stop").touch("option:stop_today");
  EXPECT_EQ(talk.id(), "stopped");
}

TEST(Consent, WhoWasSignedInWhenItBeganGoesWithTheAnswersAndStandsApartFromWhoPressed) {
  for (const char* mentor : {"mette", ""}) {
    Talk talk;
    SessionPrepared fact;
    fact.citizen = CitizenId("c-1");
    fact.setup.tool = ToolId("to_billeder");
    fact.setup.way = 1;
    fact.pressed_by = PressedBy::partner_scanning;
    fact.started_by = MentorId(mentor);
    fact.starts_at_tool = true;
    talk.give(fact).next();
    talk.touch(first_by_alphabet(talk.session().view.question)).next();
    // What the journal holds opens as it was, and so does a journal from before the field.
    const auto opened = event_from_json(talk.journal.front());
    ASSERT_TRUE(opened);
    EXPECT_EQ(std::get<Opened>(*opened).started_by, MentorId(mentor));
    EXPECT_EQ(talk.journal.front().find("started_by") == std::string::npos, *mentor == 0);
    const auto replayed = replay(talk.journal);
    ASSERT_TRUE(replayed);
    const auto kept = submissions_of(*replayed, talk.session().events, Catalogue(), built_in());
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].started_by, MentorId(mentor));
    EXPECT_EQ(kept[0].pressed_by, PressedBy::partner_scanning);
    EXPECT_EQ(*submission_from_json(to_json(kept[0])), kept[0]);
  }
}

TEST(Consent, ThrowingAwayAsksASecondTimeAndThenNothingIsLeft) {
  Talk talk;
  to_the_end(talk);
  talk.touch("option:throw_away").next();
  EXPECT_EQ(find_effect<ThrowAway>(talk.effects), nullptr);
  talk.touch("option:throw_away").next();
  EXPECT_NE(find_effect<ThrowAway>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<Keep>(talk.effects), nullptr);
  EXPECT_EQ(talk.id(), "thrown");
}

TEST(Consent, NotKnowingIsNoThirdOutcome) {
  Talk talk;
  to_the_end(talk);
  talk.touch("out:dont_know").next();
  EXPECT_EQ(talk.id(), "f2_3");
  talk.next();
  EXPECT_EQ(talk.id(), "f2_4");
}

TEST(Frames, StopAsksOnceMoreAndThenAsksWhatToDoWithWhatWasDone) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch(right_side(talk.session().view.question)).next();
  talk.touch("fixed:stop");
  EXPECT_EQ(talk.id(), "stop_ask");
  talk.touch("option:stop_today");
  EXPECT_EQ(talk.id(), "f2_4");
}

}  // namespace
}  // namespace aktiv
