// What is handed on about a citizen, in words. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/exports/export_plan.h"
#include "kiosk/casefile/exports/paper.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

struct PaperWanted {
  std::vector<const Submission*> talks;  // chosen among what may go
  std::vector<std::string> readers;      // who comes, where the plan does not say for whom it is
  bool has_notes = false;                // staff's notes, too
  std::string author;
  int64_t now_ms = 0;
};
// Every line with its source.
Paper paper_of(const Words& words, const CitizenView& view, const ExportPlan& plan,
               const PaperWanted& wanted);

// "Rådgiver", or who comes to the meeting: "Mor og Ven".
std::string receivers_of(const Words& words, const ExportPlan& plan,
                         const std::vector<std::string>& readers);

}  // namespace aktiv::casefile
