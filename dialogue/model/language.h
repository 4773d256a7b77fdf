// Languages by their codes (BCP 47): "da", "ar". Pure; any thread.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace aktiv {

// Written and read from right to left: Unicode's right-to-left scripts, by the languages that are
// written in them.
inline bool runs_from_right(std::string_view language) {
  constexpr std::array<std::string_view, 8> languages = {"ar", "ckb", "dv", "fa",
                                                         "he", "ps",  "ur", "yi"};
  return std::ranges::find(languages, language.substr(0, language.find('-'))) != languages.end();
}

// Every noun begins large: a large letter tells nothing of a name.
inline bool writes_nouns_large(std::string_view language) {
  return language == "de" || language == "lb";
}

}  // namespace aktiv
