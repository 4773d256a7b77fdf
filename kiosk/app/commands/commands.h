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
  std::string reach;           // "low", "left", "right"; empty: the whole glass
  std::vector<std::filesystem::path> own_decks;
};

// The engine without a screen: JSON lines on standard input and output.
int drive(const ScreenOptions& options);

// Every reachable screen as a PNG file in `out`.
int shots(const ScreenOptions& options, const std::filesystem::path& out);

struct AuditOptions {
  std::string language;             // empty: every language
  std::string size;                 // empty: every glass
  double inches = 0;                // of `size`; 0 = 96 pixels an inch
  std::string theme;                // empty: all of them in turn
  double text_scale = 0;            // 0: 1.0, 1.5 and 2.0
  std::string reach;                // "low", "left", "right"; empty: the whole glass, and each once
  int most_breaches = 5;            // named of each item
  bool is_full = false;             // paints every view, not only one of each pair
  bool is_painted = true;           // false: only what needs no paint
  std::filesystem::path statement;  // where the conformance statement is written; empty: nowhere
  std::vector<std::filesystem::path> own_decks;
};

// Every reachable screen held to the 52 items; a table on standard output. 1 when one is broken.
int audit_screens(const AuditOptions& options);

struct PhotoOptions {
  std::filesystem::path data;
  std::string card;            // "jobs/bage"
  std::filesystem::path file;  // empty: the drawing comes back
  double along = 0.5;          // which square of a photo that is not square, 0–1
};

// A photo in the place of a card's drawing on this kiosk, from its next start.
int photo(const PhotoOptions& options);

// Content: definitions, cards, texts, pictures, recordings. Names file, line and what would be
// right.
int check(const std::vector<std::filesystem::path>& paths);

}  // namespace aktiv::app
