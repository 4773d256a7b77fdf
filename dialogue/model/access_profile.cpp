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
                                Number{"volume_percent", &AccessProfile::volume_percent, 0, 100}};

constexpr const char* goes_on = "goes_on_by_itself";

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
  if (json.contains(goes_on)) access.goes_on_by_itself = json.at(goes_on).get<bool>();
  return access;
}

}  // namespace

std::string to_json(const AccessProfile& access) {
  Json json{{"version", 1}};
  for (const Number& number : numbers)
    if (const auto& value = access.*number.at) json[number.name] = *value;
  if (access.goes_on_by_itself) json[goes_on] = *access.goes_on_by_itself;
  return json.dump();
}

Result<AccessProfile> access_profile_from_json(std::string_view line) {
  return stored::read_line<AccessProfile>(line, access_at, "access profile");
}

}  // namespace aktiv
