#include "dialogue/content/utf8.h"

#include <cstdint>

namespace aktiv {
namespace {

// Bytes that follow a first byte; -1 = cannot begin a character.
int followers(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first <= 0xDF) return 1;
  if (first >= 0xE0 && first <= 0xEF) return 2;
  if (first >= 0xF0 && first <= 0xF4) return 3;
  return -1;
}

bool is_whole_character(uint32_t code, int follow) {
  constexpr uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code >= least[follow] && code <= 0x10FFFF && !is_surrogate;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    const auto first = static_cast<unsigned char>(bytes[i++]);
    const int follow = followers(first);
    if (follow < 0) return false;
    uint32_t code = follow == 0 ? first : first & (0x3Fu >> follow);
    for (int k = 0; k < follow; ++k, ++i) {
      if (i == bytes.size()) return false;
      const auto next = static_cast<unsigned char>(bytes[i]);
      if ((next & 0xC0) != 0x80) return false;
      code = code << 6 | (next & 0x3Fu);
    }
    if (!is_whole_character(code, follow)) return false;
  }
  return true;
}

}  // namespace aktiv
