// What stands on a mentor's screen, for the audit, assistive software and tests. Values.
#pragma once

#include <string>

#include "dialogue/scene/layout.h"

namespace aktiv::mentor {

enum class MentorRole { button, tile, choice, field, text, picture };

struct MentorElement {
  std::string name;  // "citizen:<id>", "key:a", "back_to_citizen"
  MentorRole role = MentorRole::text;
  std::string text;  // as shown; a PIN is only its dots
  RectMm rect;
  bool is_enabled = true;
  bool is_chosen = false;
  double em_mm = 0;

  bool is_target() const { return role != MentorRole::text && role != MentorRole::picture; }
};

}  // namespace aktiv::mentor
