// Every screen that a person can reach, once: for the audit, for pictures of all screens, for
// tests. Walks the engine breadth first with invented citizens; the machine's answers (locks, disk,
// kept answers) are given both ways. Pure; takes some milliseconds a screen; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/engine/engine.h"

namespace aktiv {

struct ReachedScreen {
  std::string name;  // unique and stable: "t1_q", "t1_q-chosen", "t2_q-two_places"
  Scene scene;
};

struct WalkSettings {
  std::string language = "da";
  size_t most_screens = 400;
  size_t most_steps = 40000;
};

std::vector<ReachedScreen> walk(const Engine& engine, const WalkSettings& settings);

}  // namespace aktiv
