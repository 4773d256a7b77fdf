// The conformance statement: what EN 301 549 (4.2, 5, 8.3) and WCAG 2.2 ask of a closed kiosk, and
// what the audit has just seen of it. Nothing is said to be met that was not checked: what only a
// person with a ruler can say, and what is not there yet, stands as that. Pure; any thread.
#pragma once

#include <initializer_list>
#include <span>
#include <string>

#include "dialogue/audit/audit.h"

namespace aktiv::audit {

enum class Standing {
  checked,     // as far as its items hold
  partly,      // its items, and what `note` says is missing
  on_site,     // `note` says what to measure on the kiosk
  missing,     // `note` says why
  irrelevant,  // `note` says why it does not apply
};

struct Criterion {
  const char* source;  // "EN 301 549 5.1.4", "WCAG 2.2 2.5.8"
  const char* title;   // in this project's words
  Standing standing = Standing::checked;
  std::array<int, 8> by = {};  // items that show it; 0 = no more
  const char* note = "";
};

std::span<const Criterion> criteria();

// Of one criterion after this audit: "met", "not met", "not checked", "partly met", "to be measured
// on the kiosk", "does not apply".
std::string verdict(const Criterion& criterion, const Report& report);

// Markdown. `version` of the program; `day` as 2026-11-28.
std::string statement(const Report& report, const std::string& version, const std::string& day);

}  // namespace aktiv::audit
