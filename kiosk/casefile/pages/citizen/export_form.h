// Choosing what is handed on: which talks, to whom, and how the citizen said yes. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/exports/may_go.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

struct ExportAsked {
  std::vector<std::string> readers;  // cards of "people"
  MayGo may_go;                      // for them
  std::vector<std::string> talks;    // ids that were ticked
  bool has_notes = false;
  std::string yes;                // how the citizen said yes, in the mentor's words
  std::string format;             // "pdf", "fhir"
  std::vector<FormError> errors;  // empty: it may go

  // Those of what may go that were ticked.
  std::vector<const Submission*> chosen() const;
};

// A form that was not sent yet, from the address (?people=…, where the mentor says who comes).
ExportAsked export_draft(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                         int64_t now_ms);
// One that was sent: what was not shared cannot be chosen, whatever the form says.
ExportAsked export_from_form(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                             int64_t now_ms);

PageContent export_page(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                        const ExportAsked& asked);

}  // namespace aktiv::casefile
