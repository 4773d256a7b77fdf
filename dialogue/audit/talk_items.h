// One step of a conversation against the items about what may happen: nothing lost, everything
// undone, nobody left on the screen. Pure.
#pragma once

#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/engine/engine.h"
#include "dialogue/engine/walk.h"

namespace aktiv::audit {

// 13, 33, 34, 36, 37, 42–46, 49–51.
void check_step(Report& report, const Engine& engine, const Moment& moment);

}  // namespace aktiv::audit
