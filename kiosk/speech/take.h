// One reading into the microphone, on its way to be a recorded voice: where the words lie in it,
// how loud they are, and the part that is kept, as loud as every other. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/speech/pcm.h"
#include "kiosk/speech/settings.h"

namespace aktiv::speech {

struct Take {
  Pcm samples;  // mono
  int rate = 0;

  int ms() const {
    return rate == 0 ? 0 : static_cast<int>(samples.size() * 1000 / static_cast<size_t>(rate));
  }
};

struct Span {
  int from_ms = 0;
  int to_ms = 0;
  bool operator==(const Span&) const = default;
};

// From a little before the first word to a little after the last one; all of it where nothing rises
// over what is quiet.
Span spoken_part(const Take& take, const TakeRules& rules);

enum class Loudness { good, too_quiet, too_loud, nothing };
Loudness loudness(const Take& take, const Span& span, const TakeRules& rules);

// How loud each part of it is, 0-1, to be looked at: quiet words are seen too. None: it is empty.
std::vector<double> envelope(const Take& take, size_t parts);

// The span as Ogg/Opus, raised or lowered to the level of the rules and never over their peak, with
// soft ends. Fails where the span is empty or lies outside.
Result<std::string> packed(const Take& take, const Span& span, const TakeRules& rules);

}  // namespace aktiv::speech
