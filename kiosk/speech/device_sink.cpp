#include <SDL.h>

#include "kiosk/speech/sink.h"

namespace aktiv::speech {
namespace {

// Resting lets the device go: SDL would otherwise wake the processor 43 times a second to play
// silence.
class DeviceSink : public Sink {
 public:
  DeviceSink(Pull pull, int buffer_frames, std::string device)
      : pull_(std::move(pull)), buffer_frames_(buffer_frames), device_(std::move(device)) {}

  ~DeviceSink() override {
    rest();
    if (is_initialised_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }

  Status stir() override {
    if (id_ != 0 && SDL_GetAudioDeviceStatus(id_) == SDL_AUDIO_PLAYING) return {};
    rest();  // a device that was pulled out counts as stopped
    if (const auto ready = initialise(); !ready) return ready;
    SDL_AudioSpec want{};
    want.freq = rate_hz;
    want.format = AUDIO_S16SYS;
    want.channels = 1;
    want.samples = static_cast<Uint16>(buffer_frames_);
    want.callback = &DeviceSink::callback;
    want.userdata = this;
    id_ = SDL_OpenAudioDevice(device_.empty() ? nullptr : device_.c_str(), 0, &want, nullptr, 0);
    if (id_ == 0) return fault("the sound device cannot be opened");
    SDL_PauseAudioDevice(id_, 0);
    return {};
  }

  void rest() override {
    if (id_ != 0) SDL_CloseAudioDevice(id_);
    id_ = 0;
  }

 private:
  Status initialise() {
    if (is_initialised_) return {};
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return fault("the sound system did not start");
    is_initialised_ = true;
    return {};
  }

  Fault fault(const std::string& what) const {
    return Fault{what + " (" + SDL_GetError() + ")",
                 device_.empty() ? "the default sound device" : device_,
                 "a sound device that is plugged in and free"};
  }

  static void callback(void* self, Uint8* bytes, int size) {
    static_cast<DeviceSink*>(self)->pull_(reinterpret_cast<int16_t*>(bytes), size / 2);
  }

  const Pull pull_;
  const int buffer_frames_;
  const std::string device_;
  bool is_initialised_ = false;
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
