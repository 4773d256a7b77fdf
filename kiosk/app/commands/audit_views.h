// The ways in which the audit looks at the screens: each glass with each text size and each
// language, where a hand does not reach all of it, and how somebody may have the kiosk. Pure.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/access_profile.h"
#include "dialogue/model/result.h"
#include "dialogue/scene/layout.h"
#include "kiosk/app/commands/commands.h"

namespace aktiv::app {

struct View {
  std::string language;
  std::string theme;
  Display display;
  std::string name;
  bool is_painted = false;
  AccessProfile access;  // of everybody who comes
};

using Languages = std::vector<std::string>;

// By the file's name in assets/theme; the first is the house's.
const std::vector<std::string>& audit_themes();

// `languages`: those that are looked at, staff's first. Fails with what cannot be read of options.
Result<std::vector<View>> views_of(const AuditOptions& options, const Languages& languages);

}  // namespace aktiv::app
