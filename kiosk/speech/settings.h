// How the voice and the two sounds are set: content, from assets/sounds/sounds.toml. Values; any
// thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "dialogue/model/result.h"

namespace aktiv::speech {

// A sine that swells over attack_ms and fades over release_ms; gain 1 is full scale.
struct Tone {
  double frequency_hz = 0;
  int ms = 0;
  double gain = 0;
  int attack_ms = 0;
  int release_ms = 0;
};

// What becomes of a reading into the microphone; dB of full scale.
struct TakeRules {
  int longest_s = 0;
  double quiet_db = 0;      // below it nobody speaks
  double too_quiet_db = 0;  // read again, nearer
  double too_loud_db = 0;   // the peaks are cut off
  double level_db = 0;      // how loud the kept words are, at a mean
  double peak_db = 0;       // and never louder than this
  int before_ms = 0;        // kept before the first word
  int after_ms = 0;
  int soften_ms = 0;  // at both ends
};

struct Settings {
  int rate_wpm = 0;
  int lowest_wpm = 0;
  int highest_wpm = 0;
  int pitch = 0;                // 0–100
  int volume_percent = 0;       // 0–100
  int volume_step_percent = 0;  // of louder and softer; the softest that a citizen can set too
  int gap_ms = 0;
  int fade_ms = 0;
  int rest_after_ms = 0;
  int buffer_frames = 0;
  std::map<std::string, std::string> voices;   // language -> espeak-ng voice
  std::map<std::string, std::string> timbres;  // "lighter", "deeper" -> espeak-ng variant
  int shelf_mb = 0;                            // most that sounds which lie ready may take
  TakeRules take;
  Tone click;
  Tone help;
};

// Fails with file:line and the range that would be right.
Result<Settings> read_settings(const std::filesystem::path& file);

}  // namespace aktiv::speech
