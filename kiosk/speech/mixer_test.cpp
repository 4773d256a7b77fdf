#include "kiosk/speech/mixer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

using namespace aktiv::speech;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr int fade_ms = 5;

struct Heard {
  std::vector<Event> events;
  Mixer mixer{fade_ms, [this](std::vector<Event> facts) {
                events.insert(events.end(), facts.begin(), facts.end());
              }};

  Pcm render(int frames) {
    Pcm out(static_cast<size_t>(frames), 77);
    mixer.render(out.data(), frames);
    return out;
  }
};

Spoken tone(int64_t frames, std::vector<int64_t> word_at = {0}) {
  return {std::make_shared<Pcm>(static_cast<size_t>(frames), int16_t{1000}), std::move(word_at),
          false};
}

}  // namespace

TEST(Mixer, IsSilentWhenNothingIsSaid) {
  Heard heard;
  EXPECT_THAT(heard.render(64), Each(0));
  EXPECT_TRUE(heard.mixer.is_idle());
  EXPECT_THAT(heard.events, IsEmpty());
}

TEST(Mixer, AWordIsToldWhenItsSampleIsPlayed) {
  Heard heard;
  heard.mixer.begin(1, 42);
  heard.mixer.add(1, 0, tone(300, {0, 150}), 0);
  heard.mixer.close(1);

  heard.render(100);
  EXPECT_THAT(heard.events, ElementsAre(UtteranceBegan{42, 0}, WordSpoken{42, 0, 0}));
  heard.render(100);
  EXPECT_THAT(heard.events, Contains(Event{WordSpoken{42, 0, 1}}));
  heard.render(101);
  EXPECT_EQ(heard.events.back(), Event(SpeechEnded{42, Ending::completed}));
  EXPECT_TRUE(heard.mixer.is_idle());
}

TEST(Mixer, ATouchMakesSilenceWithinTheFade) {
  Heard heard;
  heard.mixer.begin(1, 42);
  heard.mixer.add(1, 0, tone(100000), 0);
  heard.render(512);

  heard.mixer.hush();

  EXPECT_EQ(heard.events.back(), Event(SpeechEnded{42, Ending::interrupted}));
  const auto next = heard.render(512);
  const auto fade = frames_of(fade_ms);
  EXPECT_TRUE(std::is_sorted(next.rbegin(), next.rend())) << "a fade falls and makes no crack";
  EXPECT_GT(next[0], 900);
  EXPECT_TRUE(std::all_of(next.begin() + fade, next.end(), [](int16_t s) { return s == 0; }));
  EXPECT_THAT(heard.render(512), Each(0));
}

TEST(Mixer, WhatIsSynthesizedTooLateIsNotHeard) {
  Heard heard;
  heard.mixer.begin(1, 42);
  heard.mixer.hush();
  heard.mixer.add(1, 0, tone(500), 0);
  EXPECT_THAT(heard.render(512), Each(0));
}

TEST(Mixer, ANewSpeechInterruptsTheOneBefore) {
  Heard heard;
  heard.mixer.begin(1, 42);
  heard.mixer.add(1, 0, tone(5000), 0);
  heard.render(100);
  heard.mixer.begin(2, 43);
  heard.mixer.add(1, 1, tone(5000), 0);
  heard.mixer.add(2, 0, tone(200), 0);
  heard.mixer.close(2);
  heard.render(512);
  EXPECT_THAT(heard.events, ElementsAre(UtteranceBegan{42, 0}, WordSpoken{42, 0, 0},
                                        SpeechEnded{42, Ending::interrupted}, UtteranceBegan{43, 0},
                                        WordSpoken{43, 0, 0}, SpeechEnded{43, Ending::completed}));
}

TEST(Mixer, ThereIsAPauseBetweenTwoCards) {
  Heard heard;
  heard.mixer.begin(1, 1);
  heard.mixer.add(1, 0, tone(100), 10);
  heard.mixer.add(1, 1, tone(100), 0);
  heard.mixer.close(1);
  const auto out = heard.render(600);
  const auto gap = frames_of(10);
  EXPECT_EQ(out[99], 1000);
  EXPECT_EQ(out[100], 0);
  EXPECT_EQ(out[static_cast<size_t>(99 + gap)], 0);
  EXPECT_EQ(out[static_cast<size_t>(100 + gap)], 1000);
}

TEST(Mixer, MutedWordsPassInTheirTime) {
  Heard heard;
  heard.mixer.begin(1, 1);
  auto spoken = tone(300, {0, 100, 200});
  spoken.is_mute = true;
  heard.mixer.add(1, 0, spoken, 0);
  heard.mixer.close(1);
  EXPECT_THAT(heard.render(150), Each(0));
  EXPECT_THAT(heard.events, Not(Contains(Event{WordSpoken{1, 0, 2}})));
  EXPECT_THAT(heard.render(200), Each(0));
  EXPECT_THAT(heard.events, Contains(Event{WordSpoken{1, 0, 2}}));
}

TEST(Mixer, TheClickIsHeardTogetherWithTheVoice) {
  Heard heard;
  heard.mixer.begin(1, 1);
  heard.mixer.add(1, 0, tone(100), 0);
  heard.mixer.play(std::make_shared<Pcm>(50, int16_t{500}));
  const auto out = heard.render(100);
  EXPECT_EQ(out[10], 1500);
  EXPECT_EQ(out[60], 1000);
}

TEST(Mixer, LoudTogetherIsNotDistorted) {
  Heard heard;
  heard.mixer.play(std::make_shared<Pcm>(50, int16_t{30000}));
  heard.mixer.play(std::make_shared<Pcm>(50, int16_t{30000}));
  EXPECT_EQ(heard.render(50)[10], 32767);
}

TEST(Mixer, ANewVolumeIsReachedWithoutAStep) {
  Heard heard;
  heard.mixer.begin(1, 1);
  heard.mixer.add(1, 0, tone(2000), 0);
  heard.render(100);
  heard.mixer.set_volume(50);
  const auto change = heard.render(500);
  EXPECT_TRUE(std::is_sorted(change.rbegin(), change.rend()));
  EXPECT_EQ(heard.render(10)[5], 250) << "half way up is a quarter of the amplitude";
}

TEST(Mixer, AnEmptySpeechEndsAtOnce) {
  Heard heard;
  heard.mixer.begin(1, 9);
  heard.mixer.close(1);
  heard.render(10);
  EXPECT_THAT(heard.events, ElementsAre(SpeechEnded{9, Ending::completed}));
}
