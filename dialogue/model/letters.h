// Letters in UTF-8: a first byte, and those that go with it. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace aktiv {

// Not the first byte of its letter.
inline bool is_inside_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Where the letter that begins at `at` has ended; `at` lies within the text.
inline size_t letter_end(std::string_view utf8, size_t at) {
  do ++at;
  while (at < utf8.size() && is_inside_letter(utf8[at]));
  return at;
}

}  // namespace aktiv
