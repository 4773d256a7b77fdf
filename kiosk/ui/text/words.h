// Words as the voice tells them apart: by spaces, with the punctuation around them left out. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace aktiv::ui {

struct Word {
  size_t begin = 0, end = 0;  // bytes, end exclusive, without punctuation around; never empty

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

std::vector<Word> words_of(std::string_view text);

// Which word of what is shown is the word now heard: the same word, met as often in what is shown
// as it has been heard. None where the word is heard only.
std::optional<size_t> shown_word(std::string_view shown, std::string_view heard, size_t heard_word);

}  // namespace aktiv::ui
