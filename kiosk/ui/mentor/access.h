// How a citizen uses the kiosk: what a mentor can set, which steps it comes in, and its words for
// staff. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dialogue/content/texts.h"
#include "dialogue/model/access_profile.h"
#include "kiosk/ui/mentor/look.h"

namespace aktiv::mentor {

enum class AccessUnit {
  percent,
  number,
  seconds,  // in milliseconds
  named,    // staff.access.<name>.<value>
  wired     // a switch of the citizen's own
};

struct AccessSetting {
  const char* name;  // of the texts staff.access.<name> and staff.access.<name>.about
  AccessUnit unit;
  // In the setting's own unit; nullopt: as the kiosk is.
  std::optional<int> (*value)(const AccessProfile&) = nullptr;
  void (*set)(AccessProfile&, std::optional<int>) = nullptr;
  std::vector<int> AccessSteps::*steps = nullptr;  // null: 0 to named - 1
  int named = 0;
  std::string AccessProfile::*wire = nullptr;
  bool (*is_asked)(const AccessProfile&) = nullptr;  // null: always
};

// Those that are asked of somebody who uses the kiosk so, in their order.
std::vector<const AccessSetting*> access_settings(const AccessProfile& now);

// What can be chosen: as the kiosk is, the steps, and a value of another kiosk's between them.
std::vector<std::optional<int>> choices_of(const AccessSteps& steps, const AccessSetting& setting,
                                           const AccessProfile& now);

// "150 %", "0,5 sek.", "Med Næste"
std::string value_words(const Texts& texts, const std::string& language,
                        const AccessSetting& setting, std::optional<int> value);
// "key:Space" -> "Tasten Space"
std::string wire_words(const Texts& texts, const std::string& language, const std::string& code);
std::string value_words(const Texts& texts, const std::string& language,
                        const AccessSetting& setting, const AccessProfile& now);

// "Bogstaver: 150 %", one for each that is set.
std::vector<std::string> access_words(const Texts& texts, const std::string& language,
                                      const AccessProfile& access);

}  // namespace aktiv::mentor
