#include "kiosk/app/display_words.h"

#include <cmath>

#include "dialogue/content/phrases.h"

namespace aktiv::app {

Fault DisplayWords::too_small(const Display& display) const {
  const auto whole = [](double mm) { return std::to_string(std::lround(mm)); };
  const std::string mm = whole(display.width_mm()) + " × " + whole(display.height_mm());
  return {fill(texts_.get(language_, "staff.display.too_small"), {{"mm", mm}}), "", ""};
}

Fault DisplayWords::closed(const Fault& cause) const {
  return with_cause("staff.display.closed", cause);
}

Fault DisplayWords::no_size(const Fault&) const {
  return {texts_.get(language_, "staff.display.no_size"), "", ""};
}

Fault DisplayWords::not_shown(const Fault& cause) const {
  return with_cause("staff.display.not_shown", cause);
}

Fault DisplayWords::with_cause(const char* key, const Fault& cause) const {
  return {texts_.get(language_, key) + " " + to_text(cause), "", ""};
}

}  // namespace aktiv::app
