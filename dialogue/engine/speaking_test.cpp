// "Sig det": nothing is recorded before a touch that says so, and what was deleted does not leave.
#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kSound = "T2dnUw==";

// At the question that is answered with own words, with a microphone.
Talk& at_own_words(Talk& talk) {
  talk.give(MicrophoneKnown{true});
  talk.prepared("min_droem", 3).next();
  EXPECT_EQ(talk.id(), "t3_q");
  return talk;
}

void record(Talk& talk) {
  talk.touch("own:say").touch("option:own_record");
}

const AnswerRecord& last(const Talk& talk) {
  return talk.session().talk.runs.back().answers.back();
}

bool has(const Talk& talk, const char* element) {
  return talk.scene().find(ElementId(element)) != nullptr;
}

TEST(Speaking, IsOfferedOnlyWhereAMicrophoneIs) {
  Talk without;
  without.prepared("min_droem", 3).next();
  EXPECT_FALSE(has(without, "own:say"));
  Talk with;
  at_own_words(with);
  EXPECT_TRUE(has(with, "own:say"));
}

TEST(Speaking, RecordsOnlyAfterATouchThatSaysSoAndInSilence) {
  Talk talk;
  at_own_words(talk).touch("own:say");
  EXPECT_EQ(find_effect<StartRecording>(talk.effects), nullptr);
  talk.effects.clear();
  talk.touch("option:own_record");
  ASSERT_NE(find_effect<StartRecording>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<SpeakScene>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<Play>(talk.effects), nullptr);
  EXPECT_TRUE(has(talk, "option:own_stop"));
  EXPECT_FALSE(has(talk, "next"));
}

TEST(Speaking, ShowsHowLoudItIs) {
  Talk talk;
  record(at_own_words(talk));
  talk.give(LevelHeard{0.7});
  EXPECT_DOUBLE_EQ(talk.scene().find(ElementId("gauge"))->fill, 0.7);
}

TEST(Speaking, IsAnAnswerThatIsHeardAgain) {
  Talk talk;
  record(at_own_words(talk));
  talk.touch("option:own_stop");
  ASSERT_NE(find_effect<StopRecording>(talk.effects), nullptr);
  talk.give(Spoken{kSound, 4200});
  EXPECT_EQ(last(talk).choice, Choice::words);
  EXPECT_EQ(last(talk).own.clip_ms, 4200);
  EXPECT_EQ(last(talk).own.written_by, WrittenBy::citizen);
  talk.touch("option:own_play");
  EXPECT_EQ(find_effect<PlayClip>(talk.effects)->sound, kSound);
  talk.next();
  EXPECT_NE(talk.id(), "own_saying");
}

TEST(Speaking, WhatIsDeletedOrSpokenAnewDoesNotLeave) {
  Talk talk;
  record(at_own_words(talk));
  talk.touch("option:own_stop").give(Spoken{"Zmlyc3Q=", 1000});
  talk.touch("option:own_again").touch("option:own_stop").give(Spoken{"c2Vjb25k", 2000});
  const auto leaves = [&] {
    const auto sent = submissions_of(talk.session().talk, talk.session().events,
                                     talk.engine().catalogue(), talk.engine().content());
    return sent.empty() ? std::string() : sent.front().session_record;
  };
  EXPECT_THAT(leaves(), HasSubstr("c2Vjb25k"));
  EXPECT_THAT(leaves(), Not(HasSubstr("Zmlyc3Q=")));
  talk.touch("option:own_delete");
  EXPECT_THAT(leaves(), Not(HasSubstr("c2Vjb25k")));
  EXPECT_TRUE(has(talk, "option:own_record"));
}

TEST(Speaking, APauseEndsTheRecordingAndKeepsWhatWasSaid) {
  Talk talk;
  record(at_own_words(talk));
  talk.touch("fixed:pause");
  ASSERT_NE(find_effect<StopRecording>(talk.effects), nullptr);
  talk.give(Spoken{kSound, 900}).touch("option:go_on");
  EXPECT_EQ(talk.id(), "own_saying");
  EXPECT_TRUE(has(talk, "option:own_play"));
}

TEST(Speaking, GoingBackKeepsNothing) {
  Talk talk;
  record(at_own_words(talk));
  talk.touch("fixed:back");
  ASSERT_NE(find_effect<StopRecording>(talk.effects), nullptr);
  talk.give(Spoken{kSound, 900});
  EXPECT_EQ(talk.id(), "t3_q");
  EXPECT_TRUE(talk.session().talk.runs.back().answers.empty());
}

TEST(Speaking, AMicrophoneThatIsGoneLeavesTheOtherWays) {
  Talk talk;
  record(at_own_words(talk));
  talk.give(RecordingFailed{});
  EXPECT_EQ(talk.id(), "own_words");
  EXPECT_FALSE(has(talk, "own:say"));
  EXPECT_TRUE(has(talk, "own:write"));
}

TEST(Speaking, GoesOnAfterAPowerCut) {
  Talk talk;
  record(at_own_words(talk));
  talk.touch("option:own_stop").give(Spoken{kSound, 4200});
  const auto again = replay(talk.journal);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->clips.at(last(talk).own.clip), kSound);
  EXPECT_EQ(again->runs.back().answers.back(), last(talk));
}

TEST(Speaking, IsHeardInTheOwnVoiceAmongWhatWasKept) {
  Talk talk;
  record(at_own_words(talk));
  talk.touch("option:own_stop").give(Spoken{kSound, 4200});
  const auto kept = submissions_of(talk.session().talk, talk.session().events,
                                   talk.engine().catalogue(), talk.engine().content());
  ASSERT_FALSE(kept.empty());
  Talk later;
  later.give(AnswersOpenedByMentor{CitizenId("c-1"), kept});
  later.touch("key:hear_voice");
  ASSERT_NE(find_effect<PlayClip>(later.effects), nullptr);
  EXPECT_EQ(find_effect<PlayClip>(later.effects)->sound, kSound);
  Submission without = kept.front();
  without.session_record.clear();
  later.give(AnswersOpenedByMentor{CitizenId("c-1"), {without}});
  EXPECT_FALSE(has(later, "key:hear_voice")) << "nothing to hear, so nothing to press";
}

}  // namespace
}  // namespace aktiv
