#include "kiosk/speech/wav.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cmath>

#include "kiosk/speech/resample.h"
#include "kiosk/speech/testing.h"

using namespace aktiv::speech;
using testing::HasSubstr;

namespace {

std::string wav_of_100_ms() {
  const TempFolder folder;
  return text_of(folder.write_wav("a.wav", 1234, 100));
}

}  // namespace

TEST(Wav, WhatIsWrittenIsReadBack) {
  const auto sound = read_wav(wav_of_100_ms());
  ASSERT_TRUE(sound) << aktiv::to_text(sound.error());
  EXPECT_EQ(sound->rate_hz, rate_hz);
  EXPECT_EQ(static_cast<int64_t>(sound->samples.size()), frames_of(100));
  EXPECT_EQ(sound->samples[7], 1234);
}

TEST(Wav, AProgramThatWritesToAPipeDoesNotKnowItsSize) {
  auto bytes = wav_of_100_ms();
  bytes.replace(4, 4, "\xFF\xFF\xFF\xFF");
  bytes.replace(40, 4, "\x00\xF0\xFF\x7F", 4);
  const auto sound = read_wav(bytes);
  ASSERT_TRUE(sound);
  EXPECT_EQ(static_cast<int64_t>(sound->samples.size()), frames_of(100));
}

TEST(Wav, CutShortAnywhereItNeitherCrashesNorInvents) {
  const auto bytes = wav_of_100_ms();
  for (size_t length = 0; length < 60; ++length) {
    const auto sound = read_wav(std::span(bytes).first(length));
    EXPECT_EQ(sound.has_value(), length >= 46) << length;
  }
}

TEST(Wav, SomethingElseIsRefusedWithWords) {
  const auto sound = read_wav(std::string("OggS this is not it"));
  ASSERT_FALSE(sound);
  EXPECT_EQ(sound.error().what, "this is not a WAV file");
  EXPECT_THAT(sound.error().expected, HasSubstr("PCM"));
}

namespace {

// A sine as it would lie in a stereo file of this rate.
RawSound sine(int hz, int rate) {
  RawSound sound{{}, 2, rate};
  for (int i = 0; i < rate; ++i) {
    const auto value = static_cast<int16_t>(10000 * std::sin(2 * M_PI * hz * i / rate));
    sound.samples.insert(sound.samples.end(), {value, value});
  }
  return sound;
}

}  // namespace

TEST(Resample, AnotherRateKeepsLengthAndVoice) {
  for (const int rate : {8000, 16000, 44100, 48000}) {
    const auto pcm = to_mono(sine(440, rate));
    ASSERT_EQ(static_cast<int>(pcm.size()), rate_hz);
    for (int i = 2000; i < 20000; ++i)
      ASSERT_NEAR(pcm[static_cast<size_t>(i)], 10000 * std::sin(2 * M_PI * 440 * i / rate_hz), 60)
          << rate << " Hz, sample " << i;
  }
}

TEST(Resample, WhatTheRoomCannotCarryDoesNotFoldBack) {
  const auto pcm = to_mono(sine(15000, 48000));
  EXPECT_LT(loudest(Pcm(pcm.begin() + 200, pcm.end() - 200)), 30);  // the edges are broad by nature
}

TEST(Resample, OneSideOfAStereoRecordingIsHeardHalf) {
  RawSound sound{{8000, 0, 8000, 0}, 2, rate_hz};
  EXPECT_EQ(to_mono(sound), (Pcm{4000, 4000}));
}
