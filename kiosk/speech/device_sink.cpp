#include <SDL.h>

#include "kiosk/speech/sdl_audio.h"
#include "kiosk/speech/sink.h"

namespace aktiv::speech {
namespace {

// Resting lets the device go: SDL would otherwise wake the processor 43 times a second to play
// silence.
class DeviceSink : public Sink {
 public:
  DeviceSink(Pull pull, int buffer_frames, std::string device)
      : pull_(std::move(pull)),
        buffer_frames_(buffer_frames),
        device_(std::move(device)),
        audio_(device_.empty() ? "the default sound device" : device_,
               "a sound device that is plugged in and free") {}

  ~DeviceSink() override { rest(); }

  Status stir() override {
    if (id_ != 0 && SDL_GetAudioDeviceStatus(id_) == SDL_AUDIO_PLAYING) return {};
    rest();  // a device that was pulled out counts as stopped
    if (const auto ready = audio_.begin(); !ready) return ready;
    const SDL_AudioSpec want = SdlAudio::mono(rate_hz, buffer_frames_, &DeviceSink::callback, this);
    id_ = SDL_OpenAudioDevice(device_.empty() ? nullptr : device_.c_str(), 0, &want, nullptr, 0);
    if (id_ == 0) return audio_.fault("the sound device cannot be opened");
    SDL_PauseAudioDevice(id_, 0);
    return {};
  }

  void rest() override {
    if (id_ != 0) SDL_CloseAudioDevice(id_);
    id_ = 0;
  }

 private:
  static void callback(void* self, Uint8* bytes, int size) {
    static_cast<DeviceSink*>(self)->pull_(reinterpret_cast<int16_t*>(bytes), size / 2);
  }

  const Pull pull_;
  const int buffer_frames_;
  const std::string device_;
  SdlAudio audio_;
  SDL_AudioDeviceID id_ = 0;
};

}  // namespace

Result<std::unique_ptr<Sink>> make_device_sink(Pull pull, int buffer_frames,
                                               const std::string& device) {
  auto sink = std::make_unique<DeviceSink>(std::move(pull), buffer_frames, device);
  if (const auto opened = sink->stir(); !opened) return opened.error();
  return std::unique_ptr<Sink>(std::move(sink));
}

}  // namespace aktiv::speech
