// All screens that somebody can reach who uses the kiosk one way. Which there are does not hang on
// the language, so they are walked once. Pure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dialogue/audit/audit.h"
#include "dialogue/engine/walk.h"
#include "dialogue/model/access_profile.h"

namespace aktiv::app {

// Walked in Danish; Engine::describe_in tells each in another language.
struct Walked {
  std::vector<ReachedScreen> screens;
  std::vector<std::pair<Session, Session>> changes;  // of a screen that stays, each kind once
  audit::Report report;                              // of every step on the way
};

// most_a_page: choices_a_page() of the glass.
Walked walk_through(const Engine& engine, const AccessProfile& access, int most_a_page);

}  // namespace aktiv::app
