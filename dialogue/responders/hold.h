// One tool, held from its first screen to its result with an invented responder, or on until its
// answers are kept, by the real engine and without a window. Nothing is journalled. Pure; any
// thread; some milliseconds at most.
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

// Who sits there, where and when.
struct Sitting {
  ConversationId conversation;
  CitizenId citizen;
  std::string language = "da";
  std::vector<Present> present = {};
  MentorId started_by = {};
  int64_t began_ms = 0;  // UTC; each touch comes two seconds after the one before
};

// The same, and on through what follows: said back, kept, and seen by nobody else. What leaves a
// kiosk; its id is drawn from the seed. Fails as above, and when the answers are not kept.
Result<Submission> hold_and_keep(const Engine& engine, const ToolSetup& setup,
                                 const Responder& responder, const Wishes& wishes, Seed seed,
                                 const Sitting& sitting);

}  // namespace aktiv
