#include "kiosk/speech/tones.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aktiv::speech {
namespace {

// Raised cosine: no edge that could be heard as a crack.
double swell(double part) {
  return 0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(part, 0.0, 1.0));
}

}  // namespace

Pcm make_tone(const Tone& tone) {
  const auto frames = frames_of(tone.ms);
  const auto attack = static_cast<double>(frames_of(tone.attack_ms));
  const auto release = static_cast<double>(frames_of(tone.release_ms));
  Pcm pcm(static_cast<size_t>(frames));
  for (int64_t i = 0; i < frames; ++i) {
    const auto at = static_cast<double>(i);
    const double up = attack > 0 ? swell(at / attack) : 1.0;
    const double down = release > 0 ? swell(static_cast<double>(frames - i) / release) : 1.0;
    const double wave = std::sin(2 * std::numbers::pi * tone.frequency_hz * at / rate_hz);
    pcm[static_cast<size_t>(i)] =
        static_cast<int16_t>(std::lround(32767 * tone.gain * up * down * wave));
  }
  return pcm;
}

}  // namespace aktiv::speech
