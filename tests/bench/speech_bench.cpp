// From a lifted finger to the first sound out of the mixer, and from a touch to silence; medians
// over the null sink, which pulls in real time as a device does. Prints a table; exit 1 when a
// limit is not kept.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/speech/speaker.h"

using namespace aktiv::speech;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int rounds = 31;
constexpr double first_sound_limit_ms = 40;
constexpr double hush_limit_ms = 100;

// Hears each buffer as the mixer gives it out.
class Ear {
 public:
  void hear(const int16_t* samples, int frames) {
    const bool is_sounding =
        std::any_of(samples, samples + frames, [](int16_t s) { return s != 0; });
    const std::lock_guard lock(mutex_);
    if (is_sounding == wanted_ && !heard_at_) {
      heard_at_ = Clock::now();
      heard_.notify_one();
    }
  }
  void listen_for(bool is_sounding) {
    const std::lock_guard lock(mutex_);
    wanted_ = is_sounding;
    heard_at_.reset();
  }
  Clock::time_point when() {
    std::unique_lock lock(mutex_);
    if (!heard_.wait_for(lock, std::chrono::seconds(10),
                         [this] { return heard_at_.has_value(); })) {
      std::fputs("nothing was heard for ten seconds\n", stderr);
      std::exit(1);
    }
    return *heard_at_;
  }
  // A moment that has nothing to do with the mixer's rhythm, as fingers have not.
  void pass(int ms) {
    std::unique_lock lock(mutex_);
    pause_.wait_for(lock, std::chrono::milliseconds(ms), [] { return false; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable heard_;
  std::condition_variable pause_;
  bool wanted_ = true;
  std::optional<Clock::time_point> heard_at_;
};

template <class Act>
double ms_until(Ear& ear, bool is_sounding, Act act) {
  ear.listen_for(is_sounding);
  const auto from = Clock::now();
  act();
  return std::chrono::duration<double, std::milli>(ear.when() - from).count();
}

// True when the median keeps the limit.
bool report(const char* what, std::vector<double> times, double limit) {
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2];
  std::printf("%-52s %8.1f %8.1f %8.0f\n", what, median, times[times.size() * 9 / 10], limit);
  return median <= limit;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return std::fputs("speech_bench SOUNDS.TOML\n", stderr), 2;
  const auto settings = read_settings(words[1]);
  if (!settings) return std::fprintf(stderr, "%s\n", aktiv::to_text(settings.error()).c_str()), 1;
  Ear ear;
  SpeakerOptions options;
  options.settings = *settings;
  options.outlet = Outlet::null;
  options.tap = [&ear](const int16_t* samples, int frames) { ear.hear(samples, frames); };
  Speaker speaker(std::move(options), [] {});
  uint64_t token = 0;
  const auto question = [&] {
    return Speech{++token,
                  "da",
                  {{"", "Du vil helst bage brød og kager.", {}}, {"", "Er det rigtigt?", {}}},
                  {}};
  };
  ms_until(ear, true, [&] { speaker.say(question()); });  // the voice is loaded

  std::vector<double> word, click, hush;
  for (int i = 0; i < rounds; ++i) {
    hush.push_back(ms_until(ear, false, [&] { speaker.hush(); }));
    ear.pass(31 + 7 * i % 23);
    word.push_back(ms_until(ear, true, [&] { speaker.say(question()); }));
    ear.pass(240 + 5 * i % 23);
    ms_until(ear, false, [&] { speaker.hush(); });
    ear.pass(17 + 3 * i % 23);
    click.push_back(ms_until(ear, true, [&] {
      speaker.play(Sound::click);
      speaker.say(question());
    }));
    ear.pass(320);
  }
  std::printf("%-52s %8s %8s %8s\n", "voice (ms)", "median", "90 %", "limit");
  bool is_kept =
      report("finger lifted to first sound out of the mixer", click, first_sound_limit_ms);
  is_kept &= report("finger lifted to first word out of the mixer", word, first_sound_limit_ms);
  is_kept &= report("touch to a silent buffer out of the mixer", hush, hush_limit_ms);
  return is_kept ? 0 : 1;
}
