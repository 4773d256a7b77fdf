// How one citizen uses a kiosk: set with their mentor, kept sealed with the citizen, in force from
// the moment they press their picture until the session ends. What is not set is as the kiosk is.
// It says how screens are shown and touched, never what a person can or cannot do. Values; any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialogue/model/reach.h"
#include "dialogue/model/result.h"

namespace aktiv {

// By what somebody chooses: a finger; a pointer that stays; one switch, with a ring that goes by
// itself; two; one that is held while the ring goes. A finger always works besides.
enum class OperatedBy { touch, staying, one_switch, two_switches, held_switch };
// What the ring stops at.
enum class ScanBy { one_by_one, lines, groups };

// Themes, by the names of their files.
enum class Palette { light, dark, contrast };

// The kiosk's own voice, and two others of the same engine.
enum class Timbre { plain, lighter, deeper };

struct AccessProfile {
  std::optional<int> text_percent;  // 100–200, of letters and of what stands with them
  std::optional<Palette> palette;
  std::optional<Reach> reach;
  std::optional<bool> has_words;      // under pictures; else the voice alone says them
  std::optional<bool> is_calm;        // nothing but the question, its answers and the fixed buttons
  std::optional<int> most_choices;    // 2–12 on one screen, where a list can be turned
  std::optional<int> hold_ms;         // 0–2,000: so long must a press last
  std::optional<int> same_touch_ms;   // 0–1,000: a second touch so soon is the first one's
  std::optional<int> words_a_minute;  // 80–200
  std::optional<int> volume_percent;  // 0–100
  std::optional<int> pitch;           // 0–100
  std::optional<Timbre> timbre;
  std::optional<int> sentence_pause_ms;   // 0–3,000: between two sentences
  std::optional<bool> goes_on_by_itself;  // one choice, once shown and spoken; else with Næste
  std::optional<OperatedBy> operated_by;
  std::optional<bool> is_heard;  // without seeing: names under the finger, a tap chooses
  std::optional<int> dwell_ms;   // 300–4,000: so long the pointer stays
  std::optional<ScanBy> scan_by;
  std::optional<int> scan_period_ms;  // 500–6,000: so long the ring stands
  std::optional<int> scan_accept_ms;  // 0–2,000: so long a switch is held before it counts
  std::optional<int> scan_rounds;     // 1–10 without a choice, then the ring rests
  std::optional<bool> scan_is_heard;  // each stop is named
  std::string choose_switch;          // "key:Space", "pad:a", "mouse:right"; empty: the usual keys
  std::string step_switch;

  bool operator==(const AccessProfile&) const = default;
};

// What is set in `set`, and the rest as it was.
AccessProfile with(AccessProfile before, const AccessProfile& set);

// One line of JSON, as it lies sealed in the kiosk. Stored format, version 1: add, never rename.
std::string to_json(const AccessProfile& access);
// Fails without quoting what it could not read; a number outside its range is refused.
Result<AccessProfile> access_profile_from_json(std::string_view line);

}  // namespace aktiv
