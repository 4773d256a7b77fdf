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
  Session session;  // for Engine::describe_in
};

// A step: what was shown, what came, and what is shown then. Valid during the call.
struct Moment {
  const Session& before;
  const Scene& shown;
  const Stamped& stamped;
  const Step& step;
  const Scene& then;
};

struct WalkSettings {
  std::string language = "da";
  int most_a_page = 0;   // choices_a_page() of the glass; 0 = any number
  AccessProfile access;  // of every citizen
  size_t most_screens = 4000;
  size_t most_steps = 400000;
  // Told of every step on the way; may be empty.
  std::function<void(const Moment&)> on_step;
};

std::vector<ReachedScreen> walk(const Engine& engine, const WalkSettings& settings);

}  // namespace aktiv
