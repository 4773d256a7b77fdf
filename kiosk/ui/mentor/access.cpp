#include "kiosk/ui/mentor/access.h"

#include <algorithm>
#include <array>

#include "dialogue/content/phrases.h"

namespace aktiv::mentor {
namespace {

constexpr std::array settings = {
    AccessSetting{"text", AccessUnit::percent, &AccessProfile::text_percent,
                  &AccessSteps::text_percent},
    AccessSetting{"choices", AccessUnit::number, &AccessProfile::most_choices,
                  &AccessSteps::most_choices},
    AccessSetting{"next", AccessUnit::yes_no, nullptr, nullptr},
    AccessSetting{"hold", AccessUnit::seconds, &AccessProfile::hold_ms, &AccessSteps::hold_ms},
    AccessSetting{"repeat", AccessUnit::seconds, &AccessProfile::same_touch_ms,
                  &AccessSteps::same_touch_ms},
    AccessSetting{"rate", AccessUnit::number, &AccessProfile::words_a_minute,
                  &AccessSteps::words_a_minute},
    AccessSetting{"volume", AccessUnit::percent, &AccessProfile::volume_percent,
                  &AccessSteps::volume_percent}};

std::string key_of(const AccessSetting& setting) {
  return std::string("staff.access.") + setting.name;
}

// "0,5", "2"
std::string in_seconds(int ms, const std::string& decimal_mark) {
  std::string thousandths = std::to_string(1000 + ms % 1000).substr(1);
  thousandths.erase(thousandths.find_last_not_of('0') + 1);
  const std::string whole = std::to_string(ms / 1000);
  return thousandths.empty() ? whole : whole + decimal_mark + thousandths;
}

}  // namespace

std::span<const AccessSetting> access_settings() {
  return settings;
}

std::optional<int> value_of(const AccessProfile& access, const AccessSetting& setting) {
  if (setting.number != nullptr) return access.*setting.number;
  if (!access.goes_on_by_itself) return std::nullopt;
  return *access.goes_on_by_itself ? 1 : 0;
}

void set_value(AccessProfile& access, const AccessSetting& setting, std::optional<int> value) {
  if (setting.number != nullptr)
    access.*setting.number = value;
  else if (value)
    access.goes_on_by_itself = *value != 0;
  else
    access.goes_on_by_itself.reset();
}

std::vector<std::optional<int>> choices_of(const AccessSteps& steps, const AccessSetting& setting,
                                           const AccessProfile& now) {
  std::vector<int> values = setting.steps != nullptr ? steps.*setting.steps : std::vector{0, 1};
  if (const auto value = value_of(now, setting); value && !std::ranges::count(values, *value))
    values.insert(std::ranges::upper_bound(values, *value), *value);
  std::vector<std::optional<int>> choices = {std::nullopt};
  choices.insert(choices.end(), values.begin(), values.end());
  return choices;
}

std::string value_words(const Texts& texts, const std::string& language,
                        const AccessSetting& setting, std::optional<int> value) {
  if (!value) return texts.get(language, "staff.access.as_house");
  const bool is_yes_no = setting.unit == AccessUnit::yes_no;
  if (is_yes_no && *value != 0) return texts.get(language, key_of(setting) + ".yes");
  const bool says_zero = is_yes_no || setting.unit == AccessUnit::seconds;
  if (says_zero && *value == 0) return texts.get(language, key_of(setting) + ".no");
  if (setting.unit == AccessUnit::seconds) {
    const auto number = in_seconds(*value, texts.get(language, "staff.access.decimal"));
    return fill(texts.get(language, "staff.access.seconds"), {{"n", number}});
  }
  const std::string number = std::to_string(*value);
  return setting.unit == AccessUnit::percent ? number + " %" : number;
}

std::vector<std::string> access_words(const Texts& texts, const std::string& language,
                                      const AccessProfile& access) {
  std::vector<std::string> lines;
  for (const AccessSetting& setting : settings)
    if (const auto value = value_of(access, setting))
      lines.push_back(texts.get(language, key_of(setting)) + ": " +
                      value_words(texts, language, setting, value));
  return lines;
}

}  // namespace aktiv::mentor
