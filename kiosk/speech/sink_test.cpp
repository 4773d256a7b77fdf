#include "kiosk/speech/sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cstdlib>
#include <future>

#include "kiosk/speech/testing.h"

using namespace aktiv::speech;

namespace {

// Answers each pull with a constant and keeps a promise at the nth.
class Source {
 public:
  explicit Source(int pulls) : left_(pulls) {}
  Pull pull() {
    return [this](int16_t* out, int frames) {
      std::fill(out, out + frames, int16_t{321});
      if (--left_ == 0) enough_.set_value();
    };
  }
  bool was_pulled() {
    return enough_.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready;
  }

 private:
  int left_;
  std::promise<void> enough_;
};

}  // namespace

TEST(NullSink, PullsOnceStirred) {
  Source source(3);
  const auto sink = make_null_sink(source.pull(), 64);
  ASSERT_TRUE(sink->stir());
  EXPECT_TRUE(source.was_pulled());
}

TEST(WavSink, KeepsWhatWouldHaveBeenHeard) {
  const TempFolder folder;
  const auto file = folder.path() / "heard.wav";
  Source source(4);
  {
    auto sink = make_wav_sink(source.pull(), 64, file);
    ASSERT_TRUE(sink);
    ASSERT_TRUE((*sink)->stir());
    ASSERT_TRUE(source.was_pulled());
  }
  const auto heard = read_wav(text_of(file));
  ASSERT_TRUE(heard) << aktiv::to_text(heard.error());
  EXPECT_GE(heard->samples.size(), 256u);
  EXPECT_GE(std::count(heard->samples.begin(), heard->samples.end(), 321), 256);
}

TEST(WavSink, AFileThatCannotBeWrittenIsNamed) {
  Source source(1);
  const auto sink = make_wav_sink(source.pull(), 64, "/nowhere/heard.wav");
  ASSERT_FALSE(sink);
  EXPECT_EQ(sink.error().where, "/nowhere/heard.wav");
}

TEST(DeviceSink, PlaysThroughSdl) {
  setenv("SDL_AUDIODRIVER", "dummy", 1);
  Source source(2);
  const auto sink = make_device_sink(source.pull(), 64, "");
  ASSERT_TRUE(sink) << aktiv::to_text(sink.error());
  EXPECT_TRUE(source.was_pulled());
}

TEST(DeviceSink, NoDeviceIsSaidWithWords) {
  setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
  Source source(1);
  const auto sink = make_device_sink(source.pull(), 64, "");
  ASSERT_FALSE(sink);
  EXPECT_EQ(sink.error().where, "the default sound device");
  EXPECT_FALSE(sink.error().expected.empty());
}
