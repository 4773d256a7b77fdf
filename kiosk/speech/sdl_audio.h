// SDL's sound, begun when it is first needed and let go with its owner; what sink and microphone
// have in common. Inside the room only. One thread.
#pragma once

#include <SDL_audio.h>

#include <string>

#include "dialogue/model/result.h"

namespace aktiv::speech {

class SdlAudio {
 public:
  // `device`: for the words of a fault; `expected`: what would be right.
  SdlAudio(std::string device, std::string expected);
  ~SdlAudio();
  SdlAudio(const SdlAudio&) = delete;
  SdlAudio& operator=(const SdlAudio&) = delete;

  Status begin();
  // With SDL's own last words.
  Fault fault(const std::string& what) const;

  // Mono, 16 bits.
  static SDL_AudioSpec mono(int rate_hz, int buffer_frames, SDL_AudioCallback callback, void* self);

 private:
  const std::string device_;
  const std::string expected_;
  bool has_begun_ = false;
};

}  // namespace aktiv::speech
