// How this kiosk runs: from the command line, and from a TOML file for what is particular about the
// machine. The command line wins. Errors name the file, the line and what would be right.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::app {

struct RunOptions {
  std::filesystem::path data;
  std::string language = "da";
  std::optional<std::pair<int, int>> window;  // pixels; none: fullscreen
  std::optional<double> px_per_mm;            // when the display lies
  double text_scale = 1.0;
  std::string theme = "light";
  std::string sound = "device";  // device, null, wav:FILE
  std::string sound_device;
  std::string headset_device;
  std::vector<std::string> voice_command;
  std::vector<std::filesystem::path> voice_packs;
  std::vector<std::filesystem::path> own_decks;
  std::vector<std::filesystem::path> photo_folders;  // looked in for photos beside the sticks
  std::string case_file_authorities;  // "": enrolment pins a key; "system"; or a PEM file
  int same_touch_ms = 600;            // 0–1,000
  int hold_ms = 0;                    // 0–2,000
  int idle_minutes = 3;               // 1–15
  int unfinished_days = 30;
  bool is_demonstration = false;
  bool has_test_disk = false;      // only bench: a disk made slow on purpose
  std::filesystem::path describe;  // JSON lines of what is shown; empty = none
  std::filesystem::path trace;
};

// "1280x800". Fails with what would be right.
Result<std::pair<int, int>> size_of(const std::string& text);

// Reads what the file says into options.
Status read_config(const std::filesystem::path& file, RunOptions& options);

}  // namespace aktiv::app
