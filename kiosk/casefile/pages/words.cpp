#include "kiosk/casefile/pages/words.h"

#include <algorithm>
#include <cstdio>

#include "dialogue/content/phrases.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/pages/danish_time.h"

namespace aktiv::casefile {
namespace {

const char* key_of(Flag flag) {
  switch (flag) {
    case Flag::side_habit:
      return "flag.side_habit";
    case Flag::last_heard_habit:
      return "flag.last_heard_habit";
    case Flag::mirror_remark:
      return "flag.mirror_remark";
    case Flag::mirror_disagrees:
      return "flag.mirror_disagrees";
    case Flag::same_throughout:
      return "flag.same_throughout";
    case Flag::card_moved_far:
      return "flag.card_moved_far";
    case Flag::half_a_set:
      return "flag.half_a_set";
    case Flag::three_dont_know:
      return "flag.three_dont_know";
    case Flag::perhaps_side_habit:
      return "flag.perhaps_side_habit";
    case Flag::one_row:
      return "flag.one_row";
    case Flag::asked_again_differs:
      return "flag.asked_again_differs";
  }
  return "";
}

const char* key_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::tentative:
      return "certainty.tentative";
    case Certainty::repeated:
      return "certainty.repeated";
    case Certainty::tried:
      return "certainty.tried";
    case Certainty::uncertain:
      return "certainty.uncertain";
  }
  return "";
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

const std::string& Words::plain(std::string_view key) const {
  return content_.texts.get(language_, "casefile." + std::string(key));
}

std::string Words::filled(std::string_view key,
                          const std::vector<std::pair<std::string, std::string>>& values) const {
  return fill(plain(key), values);
}

std::string Words::listed(const std::vector<std::string>& names) const {
  return enumerate(names, plain("and"), ", ");
}

std::string Words::label(const std::string& stem) const {
  if (const auto* found = content_.texts.find(language_, stem + ".label")) return *found;
  const size_t dot = stem.rfind('.');
  return dot == std::string::npos ? stem : stem.substr(dot + 1);
}

std::string Words::card(const CardRef& card) const {
  return label(card.list + "." + card.id);
}
std::string Words::tool(const ToolId& tool) const {
  return label("tool." + tool.value);
}
std::string Words::flag(Flag flag) const {
  return content_.texts.get(language_, key_of(flag));
}
std::string Words::certainty(Certainty certainty) const {
  return content_.texts.get(language_, key_of(certainty));
}

std::string Words::day(int64_t ms) const {
  const DanishTime here = danish_time(ms);
  return filled("time.day", {{"day", std::to_string(here.day)},
                             {"month", plain("month." + two_digits(here.month))},
                             {"year", std::to_string(here.year)}});
}

std::string Words::short_day(int64_t ms) const {
  const DanishTime here = danish_time(ms);
  return filled("time.short_day", {{"day", std::to_string(here.day)},
                                   {"month", plain("month." + two_digits(here.month))}});
}

std::string Words::iso_day(int64_t ms) const {
  const DanishTime here = danish_time(ms);
  return std::to_string(here.year) + "-" + two_digits(here.month) + "-" + two_digits(here.day);
}

std::string Words::iso_day_words(const std::string& written) const {
  const auto ms = parse_day(written);
  return ms ? day(*ms) : written;
}

std::string Words::quarter_words(const std::string& quarter) const {
  const size_t dash = std::min(quarter.find('-'), quarter.size());
  return filled("time.quarter",
                {{"year", quarter.substr(0, dash)},
                 {"number", dash < quarter.size() ? quarter.substr(dash + 1) : ""}});
}

std::string Words::moment(int64_t ms) const {
  const DanishTime here = danish_time(ms);
  return filled(
      "time.moment",
      {{"day", day(ms)}, {"hour", two_digits(here.hour)}, {"minute", two_digits(here.minute)}});
}

Html Words::time(int64_t ms) const {
  return element("time", {{"datetime", to_instant(ms)}}, text(moment(ms)));
}

}  // namespace aktiv::casefile
