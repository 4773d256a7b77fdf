// Every screen that a person can reach, once: for the audit, for pictures of all screens, for
// tests. Walks the engine breadth first with invented citizens; the machine's answers (locks, disk,
// kept answers) are given both ways. Pure; takes some milliseconds a screen; any thread.
#pragma once

#include <functional>
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
  int most_a_page = 0;  // choices_a_page() of the glass; 0 = any number
  size_t most_screens = 400;
  size_t most_steps = 40000;
  // Told of every step on the way; may be empty.
  std::function<void(const Session& before, const Stamped& stamped, const Step& step)> on_step;
};

std::vector<ReachedScreen> walk(const Engine& engine, const WalkSettings& settings);

}  // namespace aktiv
