#include "dialogue/model/access_profile.h"

#include <array>
#include <tuple>

#include "dialogue/model/access_numbers.h"
#include "dialogue/model/answer_json.h"

namespace aktiv {
namespace {

using stored::Json;

template <class Value>
struct Named {
  const char* name;
  Value AccessProfile::*at;
};

constexpr std::array flags = {
    Named<std::optional<bool>>{"has_words", &AccessProfile::has_words},
    Named<std::optional<bool>>{"is_calm", &AccessProfile::is_calm},
    Named<std::optional<bool>>{"goes_on_by_itself", &AccessProfile::goes_on_by_itself},
    Named<std::optional<bool>>{"is_heard", &AccessProfile::is_heard},
    Named<std::optional<bool>>{"scan_is_heard", &AccessProfile::scan_is_heard}};
constexpr std::array switches = {Named<std::string>{"choose_switch", &AccessProfile::choose_switch},
                                 Named<std::string>{"step_switch", &AccessProfile::step_switch}};

// What is one of a few words; the same for each kind of word.
template <class Enum>
struct OneOf {
  const char* name;
  std::optional<Enum> AccessProfile::*at;

  void read(const Json& json, AccessProfile& access) const {
    if (json.contains(name)) access.*at = stored::enum_of<Enum>(json.at(name));
  }
  void take(AccessProfile& into, const AccessProfile& set) const {
    if (set.*at) into.*at = set.*at;
  }
  void write(Json& json, const AccessProfile& access) const {
    if (const auto& value = access.*at) json[name] = word(*value);
  }
};

constexpr std::tuple words = {OneOf<OperatedBy>{"operated_by", &AccessProfile::operated_by},
                              OneOf<Palette>{"palette", &AccessProfile::palette},
                              OneOf<ScanBy>{"scan_by", &AccessProfile::scan_by},
                              OneOf<Reach>{"reach", &AccessProfile::reach},
                              OneOf<Timbre>{"timbre", &AccessProfile::timbre}};

void for_each_word(const auto& work) {
  std::apply([&](const auto&... one) { (work(one), ...); }, words);
}

AccessProfile access_at(const Json& json) {
  AccessProfile access;
  for (const AccessNumber& number : access_numbers) {
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
  for_each_word([&](const auto& one) { one.read(json, access); });
  return access;
}

}  // namespace

AccessProfile with(AccessProfile before, const AccessProfile& set) {
  for (const AccessNumber& number : access_numbers)
    if (set.*number.at) before.*number.at = set.*number.at;
  for (const auto& flag : flags)
    if (set.*flag.at) before.*flag.at = set.*flag.at;
  for (const auto& one : switches)
    if (!(set.*one.at).empty()) before.*one.at = set.*one.at;
  for_each_word([&](const auto& one) { one.take(before, set); });
  return before;
}

std::string to_json(const AccessProfile& access) {
  Json json{{"version", 1}};
  for (const AccessNumber& number : access_numbers)
    if (const auto& value = access.*number.at) json[number.name] = *value;
  for (const auto& flag : flags)
    if (const auto& value = access.*flag.at) json[flag.name] = *value;
  for (const auto& one : switches)
    if (const auto& code = access.*one.at; !code.empty()) json[one.name] = code;
  for_each_word([&](const auto& one) { one.write(json, access); });
  return json.dump();
}

Result<AccessProfile> access_profile_from_json(std::string_view line) {
  return stored::read_line<AccessProfile>(line, access_at, "access profile");
}

}  // namespace aktiv
