// When each word of a text is heard. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace aktiv::speech {

struct Word {
  int64_t first = 0;   // character (code point) from the start of the text
  int64_t length = 0;  // characters
};

// Split at space, tab and line break.
std::vector<Word> words_of(std::string_view text);

// A claim of the synthesizer: the word that holds this character begins at this frame.
struct HeardMark {
  int64_t character = 0;
  int64_t frame = 0;
};

// One frame per word, never falling, within 0–total. Marks that contradict the rest are dropped
// (espeak-ng gets some wrong) and words without a mark are spread between their neighbours by
// length.
std::vector<int64_t> word_starts(std::string_view text, const std::vector<HeardMark>& marks,
                                 int64_t total);

// For a voice that gives no marks: words spread over the whole by length.
std::vector<int64_t> spread(std::string_view text, int64_t total);

}  // namespace aktiv::speech
