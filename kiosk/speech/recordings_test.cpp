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

aktiv::Texts texts_of(const std::vector<std::string>& names) {
  aktiv::Texts::Table table;
  for (const auto& name : names) table[name + ".spoken"] = "Bage";
  return aktiv::Texts({{"da", std::move(table)}});
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
  pack.write("da/cut.spoken.opus", whole.substr(0, whole.size() / 4));
  pack.write("da/garbage.spoken.ogg", std::string(4000, 'x'));
  pack.write("da/empty.spoken.wav", "");
  pack.write_wav("da/good.spoken.wav", 100, 50);
  const auto faults = check_recordings(pack.path(), texts_of({"cut", "garbage", "empty", "good"}));
  ASSERT_THAT(faults, SizeIs(3));
  EXPECT_THAT(faults[0].where, EndsWith("da/cut.spoken.opus"));
  EXPECT_THAT(faults[1].where, EndsWith("da/empty.spoken.wav"));
  EXPECT_THAT(faults[2].where, EndsWith("da/garbage.spoken.ogg"));
  for (const auto& fault : faults) EXPECT_THAT(fault.expected, testing::Not(IsEmpty()));
}

TEST(Recordings, LongerThanAMinuteIsRefused) {
  const TempFolder pack;
  const auto file = pack.write_wav("da/long.wav", 100, 61'000);
  const auto pcm = read_recording(file);
  ASSERT_FALSE(pcm);
  EXPECT_THAT(pcm.error().what, HasSubstr("longer than a minute"));
}

TEST(Recordings, OneThatIsNeverHeardIsToldWithWhatWouldBe) {
  aktiv::Texts::Table table;
  table["t1_q.shown"] = "Hvad vil du helst?";
  table["t1_q.spoken"] = "Hvad vil du helst? {a.inf|cap} eller {b.inf}?";
  table["jobs.bage.label"] = "Bage";
  table["jobs.bage.spoken"] = "Bage";
  table["jobs.bage.inf"] = "bage";
  const TempFolder pack;
  for (const char* name : {"jobs.bage.spoken", "jobs.bage.inf", "t1_q.shown"})
    pack.write_wav(std::string("da/") + name + ".wav", 100, 50);
  const aktiv::Texts texts({{"da", std::move(table)}});
  EXPECT_THAT(check_recordings(pack.path(), texts), IsEmpty());
  pack.write_wav("da/jobs.bage.label.wav", 100, 50);
  pack.write_wav("da/jobs.bake.spoken.wav", 100, 50);
  pack.write_wav("da/t1_q.spoken.wav", 100, 50);
  pack.write_wav("en/jobs.bage.spoken.wav", 100, 50);
  const auto faults = check_recordings(pack.path(), texts);
  ASSERT_THAT(faults, SizeIs(4));
  EXPECT_EQ(faults[0].expected, "jobs.bage.spoken");
  EXPECT_THAT(faults[1].what, HasSubstr("no text of this language"));
  EXPECT_THAT(faults[2].what, HasSubstr("filled with answers"));
  EXPECT_THAT(faults[3].where, EndsWith("en/jobs.bage.spoken.wav"));
}
