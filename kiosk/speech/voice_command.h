// Another voice: a program that reads the text on standard input and writes WAV on standard output.
// The text is never on its command line, where other programs could read it. Used on the voice's
// thread; blocks.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/speech/espeak_voice.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

struct VoiceCommand {
  std::vector<std::string> argv;       // empty: there is none
  std::vector<std::string> languages;  // empty: all
  int time_out_ms = 4000;

  bool speaks(const std::string& language) const;
};

// The program also finds AKTIV_LANGUAGE, AKTIV_RATE_WPM and AKTIV_PITCH in its environment.
Result<Spoken> run_voice(const VoiceCommand& command, const std::string& text,
                         const std::string& language, const Manner& manner,
                         const IsUnwanted& is_unwanted);

}  // namespace aktiv::speech
