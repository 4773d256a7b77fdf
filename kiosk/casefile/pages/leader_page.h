// The leader's page: status on a day, targets by kind of employment and year, wishes without a
// place. Counts only; no group under five. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/leader/status.h"
#include "kiosk/casefile/leader/targets.h"
#include "kiosk/casefile/offers/demand.h"
#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

struct LeaderView {
  std::vector<CourseLine> lines;  // of the whole case file
  Targets targets;
  DemandList demand;
  int follow_ups_due = 0;
  std::string today;  // "2026-11-22"
};

// Day and years are read from the address.
PageContent leader_page(const Visit& visit, const LeaderView& view, std::vector<FormError> errors);
// The same as a table for spreadsheets.
std::string leader_csv(const Visit& visit, const LeaderView& view);

// From the sent form: every cell of the shown years; an empty one is taken out.
struct TargetChange {
  std::string type;
  int year = 0;
  std::optional<int> value;
};
struct TargetForm {
  std::vector<TargetChange> changes;
  std::vector<FormError> errors;
};
TargetForm targets_from_form(const Visit& visit);

}  // namespace aktiv::casefile
