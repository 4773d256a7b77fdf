#include "kiosk/speech/take.h"

#include <gtest/gtest.h>
#include <cmath>

#include "kiosk/speech/opus.h"
#include "kiosk/speech/resample.h"
#include "kiosk/speech/testing.h"

using namespace aktiv::speech;

namespace {

constexpr int rate = 48000;

TakeRules rules() {
  return read_settings(shipped_sounds())->take;
}

// Quiet, a tone, quiet.
Take reading(double tone_db, int before_ms, int tone_ms, int after_ms) {
  Take take{{}, rate};
  const auto frames = [](int ms) { return static_cast<size_t>(ms) * rate / 1000; };
  take.samples.resize(frames(before_ms));
  const double amplitude = 32768 * std::pow(10, tone_db / 20) * std::sqrt(2.0);
  for (size_t at = 0; at < frames(tone_ms); ++at)
    take.samples.push_back(static_cast<int16_t>(std::lround(
        std::clamp(amplitude * std::sin(static_cast<double>(at) * 0.03), -32768.0, 32767.0))));
  take.samples.resize(take.samples.size() + frames(after_ms));
  return take;
}

double heard_db(const std::string& opus) {
  const Pcm pcm = to_mono(*read_opus({opus.data(), opus.size()}, 60));
  double sum = 0;
  const size_t edge = static_cast<size_t>(frames_of(300));  // within the tone
  for (size_t at = edge; at + edge < pcm.size(); ++at) sum += double(pcm[at]) * pcm[at];
  return 10 * std::log10(sum / static_cast<double>(pcm.size() - 2 * edge) / (32768.0 * 32768.0));
}

}  // namespace

TEST(Take, IsCutToALittleBeforeAndAfterWhatIsSaid) {
  const Span words = spoken_part(reading(-25, 700, 1000, 900), rules());
  EXPECT_EQ(words, (Span{700 - rules().before_ms, 1700 + rules().after_ms}));
}

TEST(Take, ThatBeginsAtOnceIsNotCutBeforeItsBeginning) {
  EXPECT_EQ(spoken_part(reading(-25, 0, 1000, 0), rules()), (Span{0, 1000}));
}

TEST(Take, ThatHoldsNothingStaysWhole) {
  const Take silence = reading(-90, 300, 400, 300);
  EXPECT_EQ(spoken_part(silence, rules()), (Span{0, 1000}));
  EXPECT_EQ(loudness(silence, {0, 1000}, rules()), Loudness::nothing);
}

TEST(Take, TellsWhoIsTooFarAwayAndWhoIsTooNear) {
  const Span all{0, 1000};
  EXPECT_EQ(loudness(reading(-25, 0, 1000, 0), all, rules()), Loudness::good);
  EXPECT_EQ(loudness(reading(-40, 0, 1000, 0), all, rules()), Loudness::too_quiet);
  EXPECT_EQ(loudness(reading(-1, 0, 1000, 0), all, rules()), Loudness::too_loud);
}

TEST(Take, APauseWithinItMakesItNoQuieter) {
  Take take = reading(-25, 0, 500, 3000);
  const Take rest = reading(-25, 0, 500, 0);
  take.samples.insert(take.samples.end(), rest.samples.begin(), rest.samples.end());
  EXPECT_EQ(loudness(take, {0, 4000}, rules()), Loudness::good);
}

TEST(Take, EveryRecordingEndsAsLoudAsTheOthers) {
  for (const double db : {-34.0, -25.0, -12.0}) {
    const auto opus = packed(reading(db, 0, 2000, 0), {0, 2000}, rules());
    ASSERT_TRUE(opus) << db;
    EXPECT_NEAR(heard_db(*opus), rules().level_db, 1) << db;
  }
}

TEST(Take, NothingIsKeptOfNothing) {
  const Take take = reading(-25, 0, 1000, 0);
  EXPECT_FALSE(packed(take, {500, 500}, rules()));
  EXPECT_FALSE(packed(take, {2000, 3000}, rules()));
  EXPECT_FALSE(packed(Take{}, {0, 1000}, rules()));
}
