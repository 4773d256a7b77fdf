// A mentor reads the kiosk's texts aloud.
#include <SDL.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/files/share_dir.h"
#include "kiosk/ui/mentor/rehearsal/hand.h"
#include "kiosk/ui/mentor/screens/voices.h"

namespace aktiv::mentor {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

struct Voices : testing::Test {
  Voices() { hand.sign_in().press("voices"); }
  Hand hand{House::laid(*share_dir()), glass_of(1920, 1080, 24)};
  FakeVoices& voices = hand.desk.readings;
};

TEST_F(Voices, AreListedByWhatTheyBelongToAndWhatIsMissingFirst) {
  EXPECT_TRUE(hand.shows("Spørgsmål: 1 af 3"));
  EXPECT_TRUE(hand.shows("Kort: 1 af 2"));
  EXPECT_TRUE(hand.shows("Knapper og beskeder: 0 af 1"));
  EXPECT_NE(hand.find("text:f1_hej.spoken"), nullptr);
  EXPECT_EQ(hand.find("text:f1_rolig.spoken"), nullptr) << "read already";
  hand.press("only_missing");
  EXPECT_NE(hand.find("text:f1_rolig.spoken"), nullptr);
  hand.press("group:cards");
  EXPECT_NE(hand.find("text:jobs.bage.inf"), nullptr) << "of a pack";
  hand.press("language:en");
  EXPECT_TRUE(hand.shows("Kort: 0 af 0"));
}

TEST_F(Voices, OneIsReadHeardAndKeptAndTheNextStandsThere) {
  hand.press("text:f1_hej.spoken");
  EXPECT_FALSE(hand.may_press("keep"));
  EXPECT_FALSE(hand.may_press("play"));
  hand.press("record");
  EXPECT_TRUE(voices.listens);
  EXPECT_FALSE(hand.may_press("next")) << "while the microphone is open";
  hand.press("record").press("play");
  EXPECT_FALSE(voices.listens);
  EXPECT_THAT(voices.played, ElementsAre("reading"));
  hand.press("keep");
  EXPECT_TRUE(voices.known["da"][0].is_here);
  EXPECT_TRUE(hand.shows("Hvad vil du helst?"));
  EXPECT_TRUE(hand.shows("Den forrige er beholdt"));
  EXPECT_EQ(hand.find("next"), nullptr) << "it is the last one";
  hand.press("record").press("record").press("keep");
  EXPECT_EQ(hand.area.screen(), "voices");
  EXPECT_TRUE(hand.shows("Her mangler ingen tekster"));
}

TEST_F(Voices, TheEndsAreCutInSmallSteps) {
  hand.press("text:f1_hej.spoken").press("record").press("record");
  hand.press("from:less").press("from:less").press("to:more").press("to:less").press("to:less");
  hand.press("keep");
  EXPECT_THAT(voices.kept_parts, ElementsAre(Pair(200, 1950)));
}

TEST_F(Voices, WhatWasHeardBadlySaysWhatHelps) {
  hand.press("text:f1_hej.spoken");
  voices.reads.level = ReadingLevel::too_quiet;
  hand.press("record").press("record");
  EXPECT_TRUE(hand.shows("Gå tættere på mikrofonen"));
  EXPECT_TRUE(hand.may_press("keep")) << "the mentor decides";
  voices.reads.level = ReadingLevel::nothing;
  hand.press("record").press("record");
  EXPECT_TRUE(hand.shows("Der er ikke hørt noget"));
  EXPECT_FALSE(hand.may_press("keep"));
}

TEST_F(Voices, TheMicrophoneClosesWithTheLongestTimeAndWithThePage) {
  hand.press("text:f1_hej.spoken").press("record");
  voices.listens = false;  // the longest time is over
  hand.pass(100);
  EXPECT_TRUE(hand.may_press("keep"));
  hand.press("record");
  EXPECT_TRUE(voices.listens);
  hand.press("back_to_citizen");
  EXPECT_FALSE(voices.listens);
}

TEST_F(Voices, TheBarFollowsTheVoice) {
  hand.press("text:f1_hej.spoken").press("record");
  const std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)> glass(
      SDL_CreateRGBSurfaceWithFormat(0, 1920, 1080, 32, SDL_PIXELFORMAT_ARGB8888), SDL_FreeSurface);
  hand.area.draw(glass.get());
  EXPECT_FALSE(hand.area.wants_frame());
  EXPECT_EQ(hand.area.due_ms(), 100);
  hand.now_ms += 100;
  EXPECT_TRUE(hand.area.wants_frame());
}

TEST_F(Voices, WithoutAMicrophoneSaysSoAndKeepsNothing) {
  voices.has_microphone = false;
  hand.press("text:f1_hej.spoken").press("record");
  EXPECT_TRUE(hand.shows("Der er ingen mikrofon"));
  EXPECT_FALSE(hand.may_press("keep"));
}

TEST_F(Voices, AFullDiskLosesNoReading) {
  voices.is_full = true;
  hand.press("text:f1_hej.spoken").press("record").press("record").press("keep");
  EXPECT_TRUE(hand.may_press("keep"));
  voices.is_full = false;
  hand.press("keep");
  EXPECT_TRUE(voices.known["da"][0].is_here);
}

TEST_F(Voices, AReadingIsTakenAwayAndOneOfAPackIsNot) {
  hand.press("only_missing").press("text:f1_rolig.spoken").press("play");
  EXPECT_THAT(voices.played, ElementsAre("f1_rolig.spoken"));
  hand.press("take_away");
  EXPECT_FALSE(voices.known["da"][1].is_here);
  EXPECT_EQ(hand.find("take_away"), nullptr);
  hand.press("back").press("group:cards").press("text:jobs.bage.inf");
  EXPECT_EQ(hand.find("take_away"), nullptr);
}

TEST(VoiceGroups, KnowATextByItsName) {
  const auto& content = House::laid(*share_dir()).loaded.content;
  EXPECT_EQ(voice_group(content, "t12_q_tryg.spoken"), VoiceGroup::questions);
  EXPECT_EQ(voice_group(content, "f2_1.spoken"), VoiceGroup::questions);
  EXPECT_EQ(voice_group(content, "jobs.bage.inf"), VoiceGroup::cards);
  EXPECT_EQ(voice_group(content, "practice.vand.spoken"), VoiceGroup::cards);
  EXPECT_EQ(voice_group(content, "themes.kreativ.spoken"), VoiceGroup::cards);
  EXPECT_EQ(voice_group(content, "tool.kan_lide.spoken"), VoiceGroup::buttons);
  EXPECT_EQ(voice_group(content, "ui.pause.spoken"), VoiceGroup::buttons);
}

}  // namespace
}  // namespace aktiv::mentor
