// The program's commands besides run. Each answers the process's exit code; messages go to standard
// error.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace aktiv::app {

struct ScreenOptions {
  std::string language = "da";
  std::string size = "1920x1080";
  std::string theme = "light";
  double text_scale = 1.0;
  double diagonal_inches = 0;  // 0 = 96 pixels an inch
  std::vector<std::filesystem::path> own_decks;
};

// The engine without a screen: JSON lines on standard input and output.
int drive(const ScreenOptions& options);

// Every reachable screen as a PNG file in `out`.
int shots(const ScreenOptions& options, const std::filesystem::path& out);

// Content: definitions, cards, texts, pictures, recordings. Names file, line and what would be
// right.
int check(const std::vector<std::filesystem::path>& paths);

}  // namespace aktiv::app
