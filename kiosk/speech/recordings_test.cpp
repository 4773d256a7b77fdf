#include "kiosk/speech/recordings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/speech/testing.h"

using namespace aktiv::speech;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

std::filesystem::path spoken_hej() {
  return std::filesystem::path(AKTIV_SOURCE_DIR) / "kiosk/speech/testdata/hej.opus";
}

}  // namespace

TEST(Recordings, AreFoundByLanguageAndKey) {
  const TempFolder pack;
  const auto file = pack.write_wav("da/jobs.bage.spoken.wav", 100, 50);
  const Recordings recordings({pack.path()});
  EXPECT_EQ(recordings.find("da", "jobs.bage.spoken"), file);
  EXPECT_EQ(recordings.find("en", "jobs.bage.spoken"), std::nullopt);
  EXPECT_EQ(recordings.find("da", "jobs.have.spoken"), std::nullopt);
  EXPECT_EQ(recordings.find("da", ""), std::nullopt);
}

TEST(Recordings, TheDayCentresOwnPackWinsOverTheNext) {
  const TempFolder own, shipped;
  const auto mine = own.write_wav("da/a.wav", 100, 50);
  shipped.write("da/a.opus", "x");
  const auto theirs = shipped.write_wav("da/b.wav", 100, 50);
  const Recordings recordings({own.path(), shipped.path()});
  EXPECT_EQ(recordings.find("da", "a"), mine);
  EXPECT_EQ(recordings.find("da", "b"), theirs);
}

TEST(Recordings, OpusWinsOverWavInOneFolder) {
  const TempFolder pack;
  pack.write_wav("da/a.wav", 100, 50);
  const auto opus = pack.write("da/a.opus", "x");
  EXPECT_EQ(Recordings({pack.path()}).find("da", "a"), opus);
}

TEST(Recordings, AMissingPackIsAFaultAndNotMore) {
  const Recordings recordings({"/nowhere/pack"});
  ASSERT_THAT(recordings.faults(), SizeIs(1));
  EXPECT_EQ(recordings.faults()[0].where, "/nowhere/pack");
}

TEST(Recordings, AHumanVoiceInOpusIsDecoded) {
  const auto pcm = read_recording(spoken_hej());
  ASSERT_TRUE(pcm) << aktiv::to_text(pcm.error());
  EXPECT_GT(loudest(*pcm), 3000);
  EXPECT_NEAR(static_cast<double>(pcm->size()), static_cast<double>(frames_of(500)),
              frames_of(400));
}

TEST(Recordings, ABrokenOneNamesItsFileAndWhatWouldBeRight) {
  const TempFolder pack;
  const auto whole = text_of(spoken_hej());
  pack.write("da/cut.opus", whole.substr(0, whole.size() / 4));
  pack.write("da/garbage.ogg", std::string(4000, 'x'));
  pack.write("da/empty.wav", "");
  pack.write_wav("da/good.wav", 100, 50);
  const auto faults = check_recordings(pack.path());
  ASSERT_THAT(faults, SizeIs(3));
  EXPECT_THAT(faults[0].where, EndsWith("da/cut.opus"));
  EXPECT_THAT(faults[1].where, EndsWith("da/empty.wav"));
  EXPECT_THAT(faults[2].where, EndsWith("da/garbage.ogg"));
  for (const auto& fault : faults) EXPECT_THAT(fault.expected, testing::Not(IsEmpty()));
}

TEST(Recordings, LongerThanAMinuteIsRefused) {
  const TempFolder pack;
  const auto file = pack.write_wav("da/long.wav", 100, 61'000);
  const auto pcm = read_recording(file);
  ASSERT_FALSE(pcm);
  EXPECT_THAT(pcm.error().what, HasSubstr("longer than a minute"));
}
