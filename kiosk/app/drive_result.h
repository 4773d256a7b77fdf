// What a tool's run has come to, as one JSON object (dialogue/README.md, "drive"). Pure; any
// thread.
#pragma once

#include <string>

#include "dialogue/model/conversation.h"

namespace aktiv::app {

std::string drive_result(const ToolRun& run, const Findings& findings);

}  // namespace aktiv::app
