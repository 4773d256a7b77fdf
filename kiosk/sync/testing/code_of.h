// Within tests only: enrolment codes as a case file prints them.
#pragma once

#include <cstdint>
#include <string>

namespace aktiv::sync {

inline std::string code_of_bytes(const std::string& bytes) {
  static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string code;
  uint32_t held = 0;
  int bits = 0, characters = 0;
  for (const char byte : bytes) {
    held = (held << 8) | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 5;) {
      bits -= 5;
      if (characters > 0 && characters % 5 == 0) code += '-';
      code += alphabet[(held >> bits) & 31];
      ++characters;
    }
  }
  return code;
}

}  // namespace aktiv::sync
