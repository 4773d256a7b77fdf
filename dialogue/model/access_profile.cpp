#include "dialogue/model/access_profile.h"

#include <array>

#include "dialogue/model/answer_json.h"

namespace aktiv {
namespace {

using stored::Json;

struct Number {
  const char* name;
  std::optional<int> AccessProfile::*at;
  int least, most;
};

// WCAG 2.2 1.4.4; EN 301 549 5.8 and 5.7; 80-200 words: what speech stays understood at.
constexpr std::array numbers = {Number{"text_percent", &AccessProfile::text_percent, 100, 200},
                                Number{"most_choices", &AccessProfile::most_choices, 2, 12},
                                Number{"hold_ms", &AccessProfile::hold_ms, 0, 2000},
                                Number{"same_touch_ms", &AccessProfile::same_touch_ms, 0, 1000},
                                Number{"words_a_minute", &AccessProfile::words_a_minute, 80, 200},
                                Number{"volume_percent", &AccessProfile::volume_percent, 0, 100},
                                Number{"dwell_ms", &AccessProfile::dwell_ms, 300, 4000},
                                Number{"scan_period_ms", &AccessProfile::scan_period_ms, 500, 6000},
                                Number{"scan_accept_ms", &AccessProfile::scan_accept_ms, 0, 2000},
                                Number{"scan_rounds", &AccessProfile::scan_rounds, 1, 10}};

template <class Value>
struct Named {
  const char* name;
  Value AccessProfile::*at;
};

constexpr std::array flags = {
    Named<std::optional<bool>>{"goes_on_by_itself", &AccessProfile::goes_on_by_itself},
    Named<std::optional<bool>>{"is_heard", &AccessProfile::is_heard},
    Named<std::optional<bool>>{"scan_is_heard", &AccessProfile::scan_is_heard}};
constexpr std::array switches = {Named<std::string>{"choose_switch", &AccessProfile::choose_switch},
                                 Named<std::string>{"step_switch", &AccessProfile::step_switch}};
constexpr const char* operated_by = "operated_by";
constexpr const char* scan_by = "scan_by";
constexpr const char* palette = "palette";

AccessProfile access_at(const Json& json) {
  AccessProfile access;
  for (const Number& number : numbers) {
    if (!json.contains(number.name)) continue;
    const int value = json.at(number.name);
    if (value < number.least || value > number.most)
      throw std::invalid_argument(std::string(number.name) + " is not " +
                                  std::to_string(number.least) + " to " +
                                  std::to_string(number.most));
    access.*number.at = value;
  }
  for (const auto& flag : flags)
    if (json.contains(flag.name)) access.*flag.at = json.at(flag.name).get<bool>();
  for (const auto& one : switches) access.*one.at = json.value(one.name, std::string());
  if (json.contains(operated_by))
    access.operated_by = stored::enum_of<OperatedBy>(json.at(operated_by));
  if (json.contains(palette)) access.palette = stored::enum_of<Palette>(json.at(palette));
  if (json.contains(scan_by)) access.scan_by = stored::enum_of<ScanBy>(json.at(scan_by));
  return access;
}

}  // namespace

std::string to_json(const AccessProfile& access) {
  Json json{{"version", 1}};
  for (const Number& number : numbers)
    if (const auto& value = access.*number.at) json[number.name] = *value;
  for (const auto& flag : flags)
    if (const auto& value = access.*flag.at) json[flag.name] = *value;
  for (const auto& one : switches)
    if (const auto& code = access.*one.at; !code.empty()) json[one.name] = code;
  if (access.operated_by) json[operated_by] = word(*access.operated_by);
  if (access.palette) json[palette] = word(*access.palette);
  if (access.scan_by) json[scan_by] = word(*access.scan_by);
  return json.dump();
}

Result<AccessProfile> access_profile_from_json(std::string_view line) {
  return stored::read_line<AccessProfile>(line, access_at, "access profile");
}

}  // namespace aktiv
