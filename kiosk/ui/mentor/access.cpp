#include "kiosk/ui/mentor/access.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "dialogue/content/phrases.h"

namespace aktiv::mentor {
namespace {

template <auto At>
std::optional<int> value_at(const AccessProfile& access) {
  if (!(access.*At)) return std::nullopt;
  return static_cast<int>(*(access.*At));
}

template <auto At>
void set_at(AccessProfile& access, std::optional<int> value) {
  using Value = typename std::remove_reference_t<decltype(access.*At)>::value_type;
  if (value)
    access.*At = static_cast<Value>(*value);
  else
    (access.*At).reset();
}

bool has_switch(const AccessProfile& access) {
  return access.operated_by && *access.operated_by >= OperatedBy::one_switch;
}
bool steps_by_switch(const AccessProfile& access) {
  return access.operated_by == OperatedBy::two_switches;
}
bool has_moving_ring(const AccessProfile& access) {
  return has_switch(access) && !steps_by_switch(access);
}
bool stays(const AccessProfile& access) {
  return access.operated_by == OperatedBy::staying;
}
bool touches(const AccessProfile& access) {
  return access.operated_by.value_or(OperatedBy::touch) == OperatedBy::touch;
}
bool presses(const AccessProfile& access) {
  return !stays(access);
}

template <auto At>
constexpr AccessSetting stepped(const char* name, AccessUnit unit,
                                std::vector<int> AccessSteps::*steps,
                                bool (*is_asked)(const AccessProfile&) = nullptr) {
  return {name, unit, value_at<At>, set_at<At>, steps, 0, nullptr, is_asked};
}
template <auto At>
constexpr AccessSetting chosen(const char* name, int count,
                               bool (*is_asked)(const AccessProfile&) = nullptr) {
  return {name, AccessUnit::named, value_at<At>, set_at<At>, nullptr, count, nullptr, is_asked};
}
constexpr AccessSetting pressed(const char* name, std::string AccessProfile::*wire,
                                bool (*is_asked)(const AccessProfile&)) {
  return {name, AccessUnit::wired, nullptr, nullptr, nullptr, 0, wire, is_asked};
}

using A = AccessProfile;
using S = AccessSteps;
using enum AccessUnit;

constexpr std::array settings = {
    stepped<&A::text_percent>("text", percent, &S::text_percent),
    chosen<&A::palette>("palette", 3),
    chosen<&A::has_words>("words", 2),
    chosen<&A::is_calm>("calm", 2),
    chosen<&A::reach>("reach", 4),
    stepped<&A::most_choices>("choices", number, &S::most_choices),
    chosen<&A::goes_on_by_itself>("next", 2),
    chosen<&A::operated_by>("operated", 5),
    chosen<&A::is_heard>("heard", 2, touches),
    stepped<&A::hold_ms>("hold", seconds, &S::hold_ms, presses),
    stepped<&A::same_touch_ms>("repeat", seconds, &S::same_touch_ms),
    stepped<&A::dwell_ms>("dwell", seconds, &S::dwell_ms, stays),
    chosen<&A::scan_by>("scan", 3, has_switch),
    stepped<&A::scan_period_ms>("period", seconds, &S::scan_period_ms, has_moving_ring),
    stepped<&A::scan_rounds>(
        "rounds", number, &S::scan_rounds,
        [](const A& access) { return access.operated_by == OperatedBy::one_switch; }),
    stepped<&A::scan_accept_ms>("accept", seconds, &S::scan_accept_ms,
                                [](const A& access) {
                                  return has_switch(access) &&
                                         access.operated_by != OperatedBy::held_switch;
                                }),
    chosen<&A::scan_is_heard>("scan_heard", 2, has_switch),
    pressed("choose_switch", &A::choose_switch, has_switch),
    pressed("step_switch", &A::step_switch, steps_by_switch),
    stepped<&A::words_a_minute>("rate", number, &S::words_a_minute),
    stepped<&A::sentence_pause_ms>("breath", seconds, &S::sentence_pause_ms),
    chosen<&A::timbre>("timbre", 3),
    stepped<&A::pitch>("pitch", number, &S::pitch),
    stepped<&A::volume_percent>("volume", percent, &S::volume_percent)};

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

bool is_set(const AccessSetting& setting, const AccessProfile& now) {
  return setting.wire != nullptr ? !(now.*setting.wire).empty() : setting.value(now).has_value();
}

}  // namespace

std::vector<const AccessSetting*> access_settings(const AccessProfile& now) {
  std::vector<const AccessSetting*> asked;
  for (const AccessSetting& setting : settings)
    if (setting.is_asked == nullptr || setting.is_asked(now)) asked.push_back(&setting);
  return asked;
}

std::vector<std::optional<int>> choices_of(const AccessSteps& steps, const AccessSetting& setting,
                                           const AccessProfile& now) {
  std::vector<int> values;
  if (setting.steps != nullptr) values = steps.*setting.steps;
  for (int value = 0; value < setting.named; ++value) values.push_back(value);
  if (const auto value = setting.value(now); value && !std::ranges::count(values, *value))
    values.insert(std::ranges::upper_bound(values, *value), *value);
  std::vector<std::optional<int>> choices = {std::nullopt};
  choices.insert(choices.end(), values.begin(), values.end());
  return choices;
}

std::string value_words(const Texts& texts, const std::string& language,
                        const AccessSetting& setting, std::optional<int> value) {
  if (!value) return texts.get(language, "staff.access.as_house");
  const bool has_name = setting.unit == named || (setting.unit == seconds && *value == 0);
  if (has_name) return texts.get(language, key_of(setting) + "." + std::to_string(*value));
  if (setting.unit == seconds) {
    const auto number = in_seconds(*value, texts.get(language, "staff.access.decimal"));
    return fill(texts.get(language, "staff.access.seconds"), {{"n", number}});
  }
  const std::string number = std::to_string(*value);
  return setting.unit == percent ? number + " %" : number;
}

std::string wire_words(const Texts& texts, const std::string& language, const std::string& code) {
  if (code.empty()) return texts.get(language, "staff.access.usual_keys");
  const size_t colon = code.find(':');
  const std::string kind = "staff.access.wire." + code.substr(0, colon);
  return fill(texts.get(language, kind),
              {{"name", colon == std::string::npos ? "" : code.substr(colon + 1)}});
}

std::string value_words(const Texts& texts, const std::string& language,
                        const AccessSetting& setting, const AccessProfile& now) {
  if (setting.wire != nullptr) return wire_words(texts, language, now.*setting.wire);
  return value_words(texts, language, setting, setting.value(now));
}

std::vector<std::string> access_words(const Texts& texts, const std::string& language,
                                      const AccessProfile& access) {
  std::vector<std::string> lines;
  for (const AccessSetting* setting : access_settings(access))
    if (is_set(*setting, access))
      lines.push_back(texts.get(language, key_of(*setting)) + ": " +
                      value_words(texts, language, *setting, access));
  return lines;
}

}  // namespace aktiv::mentor
