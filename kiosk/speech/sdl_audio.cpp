#include "kiosk/speech/sdl_audio.h"

#include <SDL.h>

#include <utility>

namespace aktiv::speech {

SdlAudio::SdlAudio(std::string device, std::string expected)
    : device_(std::move(device)), expected_(std::move(expected)) {}

SdlAudio::~SdlAudio() {
  if (has_begun_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

Status SdlAudio::begin() {
  if (has_begun_) return {};
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return fault("the sound system did not start");
  has_begun_ = true;
  return {};
}

Fault SdlAudio::fault(const std::string& what) const {
  return Fault{what + " (" + SDL_GetError() + ")", device_, expected_};
}

SDL_AudioSpec SdlAudio::mono(int rate_hz, int buffer_frames, SDL_AudioCallback callback,
                             void* self) {
  SDL_AudioSpec want{};
  want.freq = rate_hz;
  want.format = AUDIO_S16SYS;
  want.channels = 1;
  want.samples = static_cast<Uint16>(buffer_frames);
  want.callback = callback;
  want.userdata = self;
  return want;
}

}  // namespace aktiv::speech
