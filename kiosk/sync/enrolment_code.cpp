#include "kiosk/sync/enrolment_code.h"

#include <cstdint>

namespace aktiv::sync {
namespace {

constexpr size_t secret_bytes = 9;
constexpr size_t key_bytes = 16;
constexpr size_t characters = (secret_bytes + key_bytes) * 8 / 5;

int value_of(char c) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto place = alphabet.find(c);
  return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

}  // namespace

Result<EnrolmentCode> read_code(std::string_view typed) {
  const Fault not_a_code{"not an enrolment code", "code",
                         "eight groups of five letters and digits"};
  std::string bytes;
  uint32_t held = 0;
  int bits = 0;
  size_t count = 0;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    const int value = value_of(c);
    if (value < 0 || ++count > characters) return not_a_code;
    held = (held << 5) | static_cast<uint32_t>(value);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> bits) & 0xff);
  }
  if (count != characters) return not_a_code;
  return EnrolmentCode{bytes.substr(0, secret_bytes), bytes.substr(secret_bytes)};
}

}  // namespace aktiv::sync
