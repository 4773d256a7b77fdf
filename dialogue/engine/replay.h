// The screens of a tool as the citizen met them, from its session record: what the case file shows
// a mentor. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/engine/engine.h"

namespace aktiv {

// Whether the tool would draw such cards and orders from this content: it trusts what it drew.
bool is_drawable(const ToolRun& run, const Tool& tool, const Content& content);

struct ReplayedScreen {
  Scene scene;             // what is chosen on it is marked as it was
  AnswerRecord answer;     // the last touch, where the person changed their mind on the screen
  bool is_undone = false;  // the person went back from here, and met the question anew
};

// One screen for each question that was answered, in order. The record may come from anywhere; a
// Fault where it does not fit what this program would have asked: better no picture than a wrong
// one. Faults name the line, never what was said.
Result<std::vector<ReplayedScreen>> replay_screens(const std::string& session_record,
                                                   const Engine& engine);

}  // namespace aktiv
