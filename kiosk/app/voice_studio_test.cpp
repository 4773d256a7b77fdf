// A mentor's reading from the microphone to the voice that citizens hear; SDL's disk driver stands
// for the microphone, folders are real.
#include "kiosk/app/voice_studio.h"

#include <gmock/gmock.h>

#include <cmath>
#include <thread>

#include "kiosk/speech/recordings.h"
#include "kiosk/speech/testing.h"

namespace aktiv::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class Studio : public testing::Test {
 protected:
  static std::vector<int16_t> tone() {
    std::vector<int16_t> samples(48000 * 3);
    for (size_t at = 0; at < samples.size(); ++at)
      samples[at] = static_cast<int16_t>(4000 * std::sin(static_cast<double>(at) * 0.05));
    return samples;
  }

  template <class T>
  T answer(const std::function<void(std::function<void(T)>)>& ask) {
    std::optional<T> got;
    ask([&](T answered) { got = std::move(answered); });
    while (!got) {
      studio.drain();
      std::this_thread::yield();
    }
    return std::move(*got);
  }
  std::vector<mentor::VoicedText> texts() {
    return *answer<Result<std::vector<mentor::VoicedText>>>(
        [&](auto then) { studio.texts("da", std::move(then)); });
  }
  Status keep(const std::string& key) {
    return answer<Status>([&](auto then) { studio.keep("da", key, std::move(then)); });
  }
  mentor::Reading read() {
    EXPECT_TRUE(studio.begin_reading());
    while (studio.level() <= 0) std::this_thread::yield();
    return studio.end_reading();
  }

  speech::MicrophoneFromFile heard{tone()};
  speech::TempFolder folder;
  Texts known{{{"da",
                {{"ui.pause.spoken", "Vi holder pause."},
                 {"ui.pause.shown", "Pause"},
                 {"t1_q.spoken", "Hvad vil du helst? {a.inf}"},
                 {"t1_q.shown", "Hvad vil du helst?"}}}}};
  std::vector<std::string> played;
  int changes = 0;
  std::vector<Fault> told;
  VoiceStudio studio{{.own = folder.path() / "voices",
                      .packs = {folder.path() / "laid"},
                      .texts = known,
                      .rules = speech::read_settings(speech::shipped_sounds())->take,
                      .wake = [] {},
                      .play = [this](std::string opus) { played.push_back(std::move(opus)); },
                      .hush = [] {},
                      .changed = [this] { ++changes; },
                      .tell_staff = [this](const Fault& fault) { told.push_back(fault); }}};
};

TEST_F(Studio, ListsWhatIsHeardAsAWholeAndWhoHasReadIt) {
  folder.write_wav("laid/da/ui.pause.spoken.wav", 900, 300);
  EXPECT_THAT(texts(),
              ElementsAre(mentor::VoicedText{"t1_q.shown", "Hvad vil du helst?", false, false},
                          mentor::VoicedText{"ui.pause.spoken", "Vi holder pause.", false, true}));
}

TEST_F(Studio, AReadingIsHeardWhereItWasKept) {
  const auto reading = read();
  EXPECT_GT(reading.ms, 0);
  EXPECT_EQ(reading.level, mentor::ReadingLevel::good);
  EXPECT_THAT(reading.loudness, SizeIs(120));
  studio.play_reading();
  EXPECT_THAT(played, SizeIs(1));
  ASSERT_TRUE(keep("ui.pause.spoken"));
  EXPECT_EQ(changes, 1);
  EXPECT_TRUE(texts().at(1).is_here);
  const auto file = folder.path() / "voices/da/ui.pause.spoken.opus";
  EXPECT_TRUE(speech::read_recording(file)) << "as any other pack's";
  EXPECT_THAT(speech::check_recordings(folder.path() / "voices", known), SizeIs(0));

  EXPECT_TRUE(answer<Status>(
      [&](auto then) { studio.take_away("da", "ui.pause.spoken", std::move(then)); }));
  EXPECT_FALSE(texts().at(1).is_here);
  EXPECT_EQ(changes, 2);
}

TEST_F(Studio, KeepsOnlyThePartThatIsWanted) {
  const auto all = read();
  studio.cut(0, all.ms / 2);
  ASSERT_TRUE(keep("ui.pause.spoken"));
  const auto kept = speech::read_recording(folder.path() / "voices/da/ui.pause.spoken.opus");
  EXPECT_NEAR(static_cast<double>(kept->size()) * 1000 / speech::rate_hz, all.ms / 2.0, 15);
}

TEST_F(Studio, WhatWasReadAndForgottenIsGone) {
  read();
  studio.forget_reading();
  EXPECT_FALSE(keep("ui.pause.spoken"));
  EXPECT_EQ(changes, 0);
  EXPECT_THAT(told, SizeIs(1));
}

TEST_F(Studio, ATextThatNobodyHearsAsAWholeIsNotKept) {
  read();
  EXPECT_FALSE(keep("t1_q.spoken"));
  EXPECT_FALSE(keep("../../elsewhere.spoken"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "voices"));
}

TEST_F(Studio, AKeptReadingIsPlayedFromItsFile) {
  folder.write_wav("laid/da/ui.pause.spoken.wav", 900, 300);
  studio.play_kept("da", "ui.pause.spoken");
  while (played.empty() && told.empty()) {
    studio.drain();
    std::this_thread::yield();
  }
  EXPECT_THAT(played, SizeIs(1));
}

}  // namespace
}  // namespace aktiv::app
