// One tool, held from its first screen to its result with an invented responder, by the real engine
// and without a window. Nothing is journalled. Pure; any thread; some milliseconds at most.
#pragma once

#include "dialogue/engine/engine.h"
#include "dialogue/model/result.h"
#include "dialogue/responders/responder.h"

namespace aktiv {

struct Held {
  ToolRun run;
  Findings findings;
  int touches = 0;  // of the person, Næste too; what goes on by itself is none
};

// `seed`: all chance of the tool and of the responder. Fails when the tool does not begin, or does
// not end within 500 touches.
Result<Held> hold_tool(const Engine& engine, const ToolSetup& setup, const Responder& responder,
                       const Wishes& wishes, Seed seed);

}  // namespace aktiv
