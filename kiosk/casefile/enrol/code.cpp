#include "kiosk/casefile/enrol/code.h"

#include <cstdint>

namespace aktiv::casefile {

std::string enrolment_code(std::string_view secret, std::string_view spki_hash) {
  // Crockford: without I, L, O and U, which are mistaken for others.
  static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string bytes(secret.substr(0, code_secret_size));
  bytes += spki_hash.substr(0, code_fingerprint_size);
  std::string code;
  uint32_t held = 0;
  int bits = 0;
  int characters = 0;
  for (const unsigned char byte : bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      if (characters > 0 && characters % 5 == 0) code += '-';
      code += alphabet[(held >> bits) & 31];
      ++characters;
    }
  }
  return code;
}

}  // namespace aktiv::casefile
