// Which of a citizen's talks may be handed on, and to whom: only what the citizen shared with each
// one who gets it (F2), and nothing that a mentor could add. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/exports/export_plan.h"

namespace aktiv::casefile {

struct MayGo {
  std::vector<const Submission*> talks;  // each once, newest first
  int kept_back = 0;                     // those that the export asks for and that were not shared
};

// Shared with each of them; with nobody: no.
bool is_shared_with(const Submission& said, const std::vector<std::string>& readers);

// `newest_first`: all talks; they outlive what is returned. readers: cards of "people".
MayGo may_go(const Content& content, const ExportPlan& plan,
             const std::vector<Submission>& newest_first, const std::vector<std::string>& readers,
             int64_t now_ms);

}  // namespace aktiv::casefile
