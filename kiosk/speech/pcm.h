// Sound as numbers: mono, 16 bits, one rate for the whole room. Values; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace aktiv::speech {

// What espeak-ng gives; recordings are resampled to it, so that the mixer only adds.
inline constexpr int rate_hz = 22050;

using Pcm = std::vector<int16_t>;
using SharedPcm = std::shared_ptr<const Pcm>;

constexpr int64_t frames_of(int64_t ms) {
  return ms * rate_hz / 1000;
}

// An utterance ready to be heard: word_at holds the frame at which each word begins, one per
// whitespace-separated word, never falling.
struct Spoken {
  SharedPcm pcm;
  std::vector<int64_t> word_at;
  bool is_mute = false;  // only its time passes
};

}  // namespace aktiv::speech
