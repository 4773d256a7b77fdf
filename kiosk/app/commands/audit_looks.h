// What the audit sees in one view: all screens that can be reached, in its language on its glass,
// through all items; and the mentor's screens.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/audit/audit.h"
#include "kiosk/app/audit/scan_items.h"
#include "kiosk/app/audit/walks.h"
#include "kiosk/app/commands/audit_views.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/ui/mentor/rehearsal/hand.h"

namespace aktiv::app {

// By what the person needs and what a page carries.
using WalkKey = std::pair<std::string, int>;
using Walks = std::map<WalkKey, Walked>;

WalkKey key_of(const View& view);

struct Looked {
  audit::Report report;
  ScanCosts costs;
  size_t screens = 0;
};

// For one thread, with a kit and painters of its own.
class Looker {
 public:
  // `walks` must outlive it, and have all that is looked at.
  static Result<Looker> open(const AuditOptions& options, const Walks& walks);

  // Fails where what paints the view's theme cannot be opened.
  Result<Looked> look_at(const View& view);
  std::vector<Fault> take_faults();  // of the painters

 private:
  Looker(Kit kit, const Walks& walks, int words_a_minute);

  Kit kit_;
  const Walks* walks_;
  int words_a_minute_;
  std::map<std::string, Brushes> brushes_;  // by theme
};

// On one thread at a time: ImGui has one context in a program.
Looked look_at_mentor(const View& view, const mentor::House& house);

}  // namespace aktiv::app
