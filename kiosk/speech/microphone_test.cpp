// What is said into the microphone, with SDL's driver that reads a file in its place.
#include "kiosk/speech/microphone.h"

#include <SDL.h>
#include <gmock/gmock.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <thread>

#include "kiosk/speech/opus.h"
#include "kiosk/speech/opus_writer.h"
#include "kiosk/speech/testing.h"

namespace aktiv::speech {
namespace {

std::vector<int16_t> tone(double seconds, int rate_hz) {
  std::vector<int16_t> samples(static_cast<size_t>(seconds * rate_hz));
  for (size_t at = 0; at < samples.size(); ++at)
    samples[at] =
        static_cast<int16_t>(12000 * std::sin(static_cast<double>(at) * 2 * M_PI * 440 / rate_hz));
  return samples;
}

int loudest(const RawSound& sound) {
  int most = 0;
  for (const int16_t sample : sound.samples) most = std::max(most, std::abs(int{sample}));
  return most;
}

TEST(OpusWriter, WhatIsWrittenIsHeardAgain) {
  const auto written = write_opus(tone(1.5, 48000), 48000);
  ASSERT_TRUE(written);
  EXPECT_LT(written->size(), 8000u);
  const auto heard = read_opus({written->data(), written->size()}, 60);
  ASSERT_TRUE(heard);
  EXPECT_NEAR(static_cast<double>(heard->samples.size()) / heard->channels, 1.5 * 48000, 1000);
  EXPECT_NEAR(loudest(*heard), 12000, 2500);
}

TEST(OpusWriter, NothingIsNoRecording) {
  EXPECT_FALSE(write_opus({}, 48000));
}

// SDL's disk driver: the file is what the microphone hears.
class HeardFromAFile : public testing::Test {
 protected:
  // Until so much was heard, however slow the machine is.
  static void until_full(const Microphone& microphone) {
    while (!microphone.is_full()) std::this_thread::yield();
  }

  const MicrophoneFromFile microphone_file{tone(3, 48000)};
};

TEST_F(HeardFromAFile, IsRecordedToItsLongestAndPacked) {
  Microphone microphone;
  EXPECT_TRUE(microphone.is_there());
  ASSERT_TRUE(microphone.start(1000));
  until_full(microphone);
  EXPECT_GT(microphone.level(), 0.5);
  const auto clip = microphone.stop();
  ASSERT_TRUE(clip);
  EXPECT_EQ(clip->ms, 1000);
  const auto heard = read_opus({clip->opus.data(), clip->opus.size()}, 60);
  ASSERT_TRUE(heard);
  EXPECT_GT(loudest(*heard), 8000);
  EXPECT_FALSE(microphone.is_recording());
}

TEST_F(HeardFromAFile, WhatIsDiscardedIsGone) {
  Microphone microphone;
  ASSERT_TRUE(microphone.start(200));
  until_full(microphone);
  microphone.discard();
  EXPECT_FALSE(microphone.stop());
}

TEST(NoMicrophone, IsSaidInWords) {
  ::setenv("SDL_AUDIODRIVER", "nonsense", 1);
  Microphone microphone;
  EXPECT_FALSE(microphone.is_there());
  const auto started = microphone.start(1000);
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().where, "the microphone");
  ::unsetenv("SDL_AUDIODRIVER");
}

}  // namespace
}  // namespace aktiv::speech
