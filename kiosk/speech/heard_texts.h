// What a person can hear as one whole text, and so what can be recorded, or kept ready: everything
// that is heard by its key and is not filled with answers. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/content/texts.h"

namespace aktiv::speech {

struct HeardText {
  std::string key;
  std::string text;
  bool operator==(const HeardText&) const = default;
};

// By key.
std::vector<HeardText> heard_texts(const Texts& texts, const std::string& language);

enum class Heard {
  whole,
  filled,   // with answers: only its parts are
  read,     // shown and never said
  unknown,  // no text has this key
};
Heard how_heard(const Texts& texts, std::string_view language, std::string_view key);

}  // namespace aktiv::speech
