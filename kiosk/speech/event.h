// What the voice tells the app. Values; any thread. Words are the whitespace-separated words of
// Utterance.text (space, tab, line break), counted from 0; the same rule lights them on the screen.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "dialogue/model/result.h"

namespace aktiv::speech {

enum class Route { aloud, headset, silent };
enum class Sound { click, help };
enum class Ending { completed, interrupted };

struct UtteranceBegan {
  uint64_t token = 0;
  int utterance = 0;
  bool operator==(const UtteranceBegan&) const = default;
};

struct WordSpoken {
  uint64_t token = 0;
  int utterance = 0;
  int word = 0;
  bool operator==(const WordSpoken&) const = default;
};

struct SpeechEnded {
  uint64_t token = 0;
  Ending ending = Ending::completed;
  bool operator==(const SpeechEnded&) const = default;
};

// For staff. `key` is the text to show (locales: "staff.sound.<…>"); the fault names file or
// device.
struct SoundFault {
  std::string key;
  Fault fault;
  bool operator==(const SoundFault&) const = default;
};

// A fact, not a failure: why nothing is heard, or that sound is there (again). For staff:
// "staff.sound.silent".
struct SoundState {
  bool is_silent = false;
  Fault because;
  bool operator==(const SoundState&) const = default;
};

using Event = std::variant<UtteranceBegan, WordSpoken, SpeechEnded, SoundFault, SoundState>;

}  // namespace aktiv::speech
