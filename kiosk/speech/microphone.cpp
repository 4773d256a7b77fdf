#include "kiosk/speech/microphone.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "kiosk/speech/opus_writer.h"
#include "kiosk/speech/sdl_audio.h"

namespace aktiv::speech {
namespace {

constexpr int rate = 48000;  // Opus's own
constexpr int buffer_frames = 2048;
constexpr double quietest_db = -50;  // shown as nothing; 0 dB as full

double shown_level(int peak) {
  if (peak <= 0) return 0;
  const double db = 20 * std::log10(peak / 32768.0);
  return std::clamp(1 - db / quietest_db, 0.0, 1.0);
}

}  // namespace

class Microphone::Inside {
 public:
  explicit Inside(std::string device) : device_(std::move(device)) {}
  ~Inside() { close(); }

  bool is_there() { return audio_.begin() && SDL_GetNumAudioDevices(1) > 0; }

  Status start(int longest_ms) {
    discard();
    if (const auto ready = audio_.begin(); !ready) return ready;
    most_ = static_cast<size_t>(longest_ms) * rate / 1000;
    samples_.reserve(most_);  // the sound's own thread never waits for memory
    const SDL_AudioSpec want = SdlAudio::mono(rate, buffer_frames, &Inside::hear, this);
    id_ = SDL_OpenAudioDevice(device_.empty() ? nullptr : device_.c_str(), 1, &want, nullptr, 0);
    if (id_ == 0) return audio_.fault("the microphone cannot be opened");
    SDL_PauseAudioDevice(id_, 0);
    return {};
  }

  bool is_recording() const { return id_ != 0; }
  bool is_full() const {
    const std::lock_guard lock(mutex_);
    return id_ != 0 && samples_.size() >= most_;
  }
  double level() const {
    const std::lock_guard lock(mutex_);
    return shown_level(peak_);
  }

  Result<Clip> stop() {
    close();
    Clip clip;
    clip.ms = static_cast<int>(samples_.size() * 1000 / rate);
    auto packed = write_opus(samples_, rate);
    wipe();
    if (!packed) return packed.error();
    clip.opus = std::move(*packed);
    return clip;
  }

  Take stop_raw() {
    close();
    Take take{samples_, rate};
    wipe();
    return take;
  }

  void discard() {
    close();
    wipe();
  }

 private:
  void close() {
    if (id_ != 0) SDL_CloseAudioDevice(id_);
    id_ = 0;
  }

  void wipe() {
    std::ranges::fill(samples_, int16_t{0});
    samples_.clear();
    samples_.shrink_to_fit();
    peak_ = 0;
  }

  static void hear(void* self, Uint8* bytes, int size) {
    static_cast<Inside*>(self)->keep(reinterpret_cast<const int16_t*>(bytes),
                                     static_cast<size_t>(size) / sizeof(int16_t));
  }

  void keep(const int16_t* heard, size_t count) {
    const std::lock_guard lock(mutex_);
    peak_ = 0;
    for (size_t at = 0; at < count; ++at) peak_ = std::max(peak_, std::abs(int{heard[at]}));
    const size_t room = most_ - std::min(most_, samples_.size());
    samples_.insert(samples_.end(), heard, heard + std::min(count, room));
  }

  const std::string device_;
  SdlAudio audio_{"the microphone", "one that is plugged in and free"};
  SDL_AudioDeviceID id_ = 0;
  size_t most_ = 0;
  mutable std::mutex mutex_;
  std::vector<int16_t> samples_;
  int peak_ = 0;
};

Microphone::Microphone(std::string device) : inside_(std::make_unique<Inside>(std::move(device))) {}
Microphone::~Microphone() = default;

bool Microphone::is_there() {
  return inside_->is_there();
}
Status Microphone::start(int longest_ms) {
  return inside_->start(longest_ms);
}
bool Microphone::is_recording() const {
  return inside_->is_recording();
}
bool Microphone::is_full() const {
  return inside_->is_full();
}
double Microphone::level() const {
  return inside_->level();
}
Result<Clip> Microphone::stop() {
  return inside_->stop();
}
Take Microphone::stop_raw() {
  return inside_->stop_raw();
}
void Microphone::discard() {
  inside_->discard();
}

}  // namespace aktiv::speech
