#include <iostream>

#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/app/drive.h"

namespace aktiv::app {

int drive(const ScreenOptions& options) {
  auto kit = open_kit(options.own_decks);
  if (!kit) return print({kit.error()});
  auto display =
      display_of(options.size, options.diagonal_inches, options.text_scale, options.reach);
  if (!display) return print({display.error()});
  Drive drive(*kit->engine, *display, kit->measure);
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  std::string line;
  std::string answers;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    answers += drive.answer(line);
    answers += '\n';
    // Whoever waits for an answer gets it; whoever sends many lines gets them together.
    if (std::cin.rdbuf()->in_avail() > 0 && answers.size() < 65536) continue;
    std::cout << answers << std::flush;
    answers.clear();
  }
  std::cout << answers << std::flush;
  return 0;
}

}  // namespace aktiv::app
