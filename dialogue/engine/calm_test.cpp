// What covers a conversation, and gives it back unchanged.
#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

using testing::IsEmpty;

TEST(Frames, PauseSaysSavedOnlyWhenTheDiskHasIt) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch("fixed:pause");
  EXPECT_EQ(talk.id(), "pause_secret");
  talk.recorded();
  EXPECT_EQ(talk.id(), "pause");
  talk.touch("option:go_on");
  EXPECT_EQ(talk.id(), "t1_q");
}

TEST(Frames, PauseSaysNothingOfSavingWhatGoesAway) {
  Talk secret;
  secret.secret().next();
  secret.touch(right_side(secret.session().view.question)).next();
  secret.recorded().touch("fixed:pause");
  EXPECT_EQ(secret.id(), "pause_secret");

  Talk thrown;
  thrown.prepared("to_billeder", 1).next();
  thrown.touch(right_side(thrown.session().view.question)).next();
  thrown.touch("fixed:stop").touch("option:stop_today");
  thrown.touch("option:throw_away").next().touch("option:throw_away").next();
  thrown.recorded();
  ASSERT_EQ(thrown.id(), "thrown");
  thrown.touch("fixed:pause");
  EXPECT_EQ(thrown.id(), "pause_secret");
}

TEST(Frames, APauseMakesTheVoiceLouderOrSofterAndStays) {
  Talk talk;
  talk.prepared("kan_lide", 2).next().touch("fixed:pause");
  const std::string shown = talk.id();
  for (const bool is_up : {true, false}) {
    talk.effects.clear();
    talk.touch(is_up ? "key:louder" : "key:softer");
    ASSERT_NE(find_effect<ChangeVolume>(talk.effects), nullptr);
    EXPECT_EQ(find_effect<ChangeVolume>(talk.effects)->is_up, is_up);
    EXPECT_NE(find_effect<SpeakElement>(talk.effects), nullptr) << "so that it is heard";
    EXPECT_EQ(talk.id(), shown);
  }
}

TEST(Frames, APauseGivesBackTheScreenWithWhatWasChosenOnIt) {
  Talk talk;
  talk.prepared("kan_lide", 2).next();
  const std::string first = talk.session().view.question.options[0].id.value;
  talk.touch(first).touch("fixed:pause").touch("option:go_on");
  EXPECT_TRUE(talk.scene().find(ElementId(first))->is_selected);
  EXPECT_TRUE(talk.scene().find(ElementId("next"))->is_enabled);
}

TEST(Frames, APauseWhileAskedWhichCardIsUnknownLeavesTheAnswersAlone) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch("out:unknown").next();
  EXPECT_EQ(talk.id(), "which");
  talk.touch("fixed:pause").touch("option:go_on");
  ASSERT_EQ(talk.id(), "which");
  talk.touch("option:both").next();
  talk.touch(first_by_alphabet(talk.session().view.question));
  const auto& answers = talk.session().talk.runs.back().answers;
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].choice, Choice::unknown);
  EXPECT_EQ(answers[1].choice, Choice::card);
}

TEST(Frames, HelpStaysUntilItIsDismissed) {
  Talk talk;
  talk.prepared("to_billeder", 1).next().touch("fixed:help");
  EXPECT_NE(find_effect<CallForHelp>(talk.effects), nullptr);
  talk.wait(600000).give(BecameIdle{});
  EXPECT_EQ(talk.id(), "help");
  talk.touch("option:help_done");
  EXPECT_EQ(talk.id(), "t1_q");
}

TEST(Frames, IdleWarnsTwentySecondsAndThenKeepsItAsUnfinished) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch(right_side(talk.session().view.question)).next();
  talk.give(BecameIdle{});
  EXPECT_EQ(talk.id(), "idle");
  talk.touch("option:more_time");
  EXPECT_EQ(talk.id(), "t1_q");
  talk.give(BecameIdle{}).wait(20000);
  EXPECT_NE(find_effect<PutAway>(talk.effects), nullptr);
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_THAT(talk.session().events, IsEmpty());
}

}  // namespace
}  // namespace aktiv
