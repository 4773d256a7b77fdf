// From a lifted finger to the first sound out of the mixer, and from a touch to silence; medians
// over the null sink, which pulls in real time as a device does. Texts that are the same for
// everybody must be heard within one buffer, whoever says them: espeak-ng, a person who recorded
// them, or another voice that takes a second for each (it lies ready). Prints a table; exit 1 when
// a limit is not kept.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/speech/opus_writer.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/speech/wav.h"

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

std::vector<aktiv::Utterance> fixed_texts() {
  std::vector<aktiv::Utterance> texts;
  for (int i = 0; i < rounds; ++i)
    texts.push_back({"ui.text" + std::to_string(i) + ".spoken",
                     "Hvad vil du helst lave i dag? Nummer " + std::to_string(i) + ".",
                     {}});
  return texts;
}

// A folder with recordings, and a voice that is as slow as a good one on a small machine.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "aktiv-bench-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    std::filesystem::create_directories(path_ / "pack/da");
    Pcm tone(static_cast<size_t>(frames_of(2500)));
    for (size_t at = 0; at < tone.size(); ++at)
      tone[at] = static_cast<int16_t>(6000 * std::sin(0.1 * static_cast<double>(at + 1)));
    WavWriter::create(path_ / "voice.wav")->write(tone.data(), static_cast<int64_t>(tone.size()));
    const auto packed = write_opus(tone, rate_hz);
    for (const auto& text : fixed_texts())
      std::ofstream(path_ / "pack/da" / (text.key + ".opus"), std::ios::binary) << *packed;
    std::ofstream(path_ / "voice")
        << "#!/bin/sh\ncat > /dev/null; sleep 1; cat " << (path_ / "voice.wav").string() << "\n";
    std::filesystem::permissions(path_ / "voice", std::filesystem::perms::owner_all);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Each text once in a kiosk that has just started, so that nothing is remembered in memory.
std::vector<double> first_heard(const SpeakerOptions& options, Ear& ear,
                                const std::vector<aktiv::Utterance>& texts) {
  std::vector<double> times;
  Speaker speaker(options, [] {});
  speaker.play(Sound::click);  // the voice is loaded, and the sink runs
  ms_until(ear, true, [] {});
  ms_until(ear, false, [] {});
  uint64_t token = 0;
  for (const auto& text : texts) {
    ear.pass(31 + static_cast<int>(7 * token % 23));
    times.push_back(ms_until(ear, true, [&] { speaker.say({++token, "da", {text}, {}}); }));
    ms_until(ear, false, [&] { speaker.hush(); });
  }
  return times;
}

void lay_all_ready(SpeakerOptions options) {
  options.outlet = Outlet::instant;
  options.tap = nullptr;
  Speaker speaker(options, [] {});
  speaker.say({1, "da", {options.fixed.at("da")[0]}, {}});
  speaker.do_spare();
}

bool fixed_texts_are_heard_at_once(SpeakerOptions options, Ear& ear) {
  const double buffer_ms = options.settings.buffer_frames * 1000.0 / rate_hz;
  const auto texts = fixed_texts();
  bool is_kept = report("a fixed text of espeak-ng's", first_heard(options, ear, texts), buffer_ms);
  const Folder folder;
  options.shelf = folder.path() / "spoken";
  options.packs = {folder.path() / "pack"};
  report("(a recording that is still packed)", first_heard(options, ear, texts), 0);
  options.fixed["da"] = texts;
  lay_all_ready(options);
  is_kept &=
      report("a fixed text that a person recorded", first_heard(options, ear, texts), buffer_ms);
  options.packs.clear();
  options.fixed.clear();
  options.voice_command.argv = {(folder.path() / "voice").string()};
  const auto slow = first_heard(options, ear, {texts[0], texts[1], texts[2]});
  report("(another voice that takes a second, not ready)", slow, 0);
  options.fixed["da"] = texts;
  lay_all_ready(options);
  is_kept &= report("a fixed text of that voice", first_heard(options, ear, texts), buffer_ms);
  return is_kept;
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
  std::optional<Speaker> opened;
  Speaker& speaker = opened.emplace(options, [] {});
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
  opened.reset();
  is_kept &= fixed_texts_are_heard_at_once(std::move(options), ear);
  return is_kept ? 0 : 1;
}
