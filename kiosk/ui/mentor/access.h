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

enum class AccessUnit { percent, number, seconds, yes_no };

struct AccessSetting {
  const char* name;  // of the texts staff.access.<name> and staff.access.<name>.about
  AccessUnit unit;
  std::optional<int> AccessProfile::*number;  // null: goes_on_by_itself
  std::vector<int> AccessSteps::*steps;       // null: no or yes
};

// In the order in which they are asked.
std::span<const AccessSetting> access_settings();

// In the setting's own unit, milliseconds for seconds; nullopt: as the kiosk is.
std::optional<int> value_of(const AccessProfile& access, const AccessSetting& setting);
void set_value(AccessProfile& access, const AccessSetting& setting, std::optional<int> value);

// What can be chosen: as the kiosk is, the steps, and a value of another kiosk's between them.
std::vector<std::optional<int>> choices_of(const AccessSteps& steps, const AccessSetting& setting,
                                           const AccessProfile& now);

// "150 %", "0,5 sek.", "Med Næste"
std::string value_words(const Texts& texts, const std::string& language,
                        const AccessSetting& setting, std::optional<int> value);

// "Bogstaver: 150 %", one for each that is set.
std::vector<std::string> access_words(const Texts& texts, const std::string& language,
                                      const AccessProfile& access);

}  // namespace aktiv::mentor
