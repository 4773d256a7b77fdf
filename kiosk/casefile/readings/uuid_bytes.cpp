#include "kiosk/casefile/readings/uuid_bytes.h"

namespace aktiv::casefile {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

bool has_dash_before(size_t byte) {
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

}  // namespace

std::optional<std::array<char, 16>> uuid_bytes(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::array<char, 16> bytes{};
  size_t at = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (has_dash_before(i) && text[at++] != '-') return std::nullopt;
    const size_t high = digits.find(text[at++]);
    const size_t low = digits.find(text[at++]);
    if (high == digits.npos || low == digits.npos) return std::nullopt;
    bytes[i] = static_cast<char>(high << 4 | low);
  }
  return bytes;
}

std::string uuid_text(std::string_view bytes) {
  std::string text;
  text.reserve(36);
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (has_dash_before(i)) text += '-';
    const auto byte = static_cast<unsigned char>(bytes[i]);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace aktiv::casefile
