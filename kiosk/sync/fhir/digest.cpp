#include "kiosk/sync/fhir/digest.h"

#include <bit>

namespace aktiv::fhir {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

using State = std::array<uint32_t, 5>;

std::array<uint32_t, 80> schedule(std::string_view block) {
  std::array<uint32_t, 80> words{};
  for (size_t i = 0; i < 64; ++i) {
    words[i / 4] = (words[i / 4] << 8) | static_cast<uint8_t>(block[i]);
  }
  for (size_t i = 16; i < 80; ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  return words;
}

uint32_t mix(size_t round, const State& s) {
  if (round < 20) return ((s[1] & s[2]) | (~s[1] & s[3])) + 0x5A827999u;
  if (round < 40) return (s[1] ^ s[2] ^ s[3]) + 0x6ED9EBA1u;
  if (round < 60) return ((s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3])) + 0x8F1BBCDCu;
  return (s[1] ^ s[2] ^ s[3]) + 0xCA62C1D6u;
}

void absorb(State& state, std::string_view block) {
  const auto words = schedule(block);
  State s = state;
  for (size_t round = 0; round < 80; ++round) {
    const uint32_t next = std::rotl(s[0], 5) + mix(round, s) + s[4] + words[round];
    s = {next, s[0], std::rotl(s[1], 30), s[2], s[3]};
  }
  for (size_t i = 0; i < s.size(); ++i) state[i] += s[i];
}

std::string padded_end(std::string_view bytes) {
  std::string end(bytes.substr(bytes.size() / 64 * 64));
  end += '\x80';
  end.append((64 + 56 - end.size() % 64) % 64, '\0');
  const uint64_t bits = static_cast<uint64_t>(bytes.size()) * 8;
  for (int shift = 56; shift >= 0; shift -= 8) end += static_cast<char>((bits >> shift) & 0xff);
  return end;
}

std::array<int8_t, 256> value_of_each_letter() {
  std::array<int8_t, 256> values;
  values.fill(-1);
  for (size_t i = 0; i < alphabet.size(); ++i) {
    values[static_cast<uint8_t>(alphabet[i])] = static_cast<int8_t>(i);
  }
  return values;
}

}  // namespace

std::array<uint8_t, 20> sha1(std::string_view bytes) {
  State state{0x67452301u, 0xEFCDAB89u, 0x98BADCFEu, 0x10325476u, 0xC3D2E1F0u};
  for (size_t at = 0; at + 64 <= bytes.size(); at += 64) absorb(state, bytes.substr(at, 64));
  const std::string end = padded_end(bytes);
  for (size_t at = 0; at < end.size(); at += 64)
    absorb(state, std::string_view(end).substr(at, 64));

  std::array<uint8_t, 20> sum{};
  for (size_t i = 0; i < sum.size(); ++i) {
    sum[i] = static_cast<uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  }
  return sum;
}

std::string sum_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string sum;
  for (const uint8_t byte : sha1(bytes)) {
    sum += digits[byte >> 4];
    sum += digits[byte & 15];
  }
  return sum;
}

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t at = 0; at < bytes.size(); at += 3) {
    const size_t have = std::min<size_t>(3, bytes.size() - at);
    uint32_t triple = 0;
    for (size_t i = 0; i < 3; ++i) {
      triple = (triple << 8) | (i < have ? static_cast<uint8_t>(bytes[at + i]) : 0u);
    }
    for (size_t i = 0; i < 4; ++i) {
      text += i <= have ? alphabet[(triple >> (18 - 6 * i)) & 63] : '=';
    }
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  static const auto values = value_of_each_letter();
  if (text.size() % 4 != 0) return std::nullopt;
  size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;

  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  uint32_t bits = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_padding = i >= text.size() - padding;
    const int value = is_padding ? 0 : values[static_cast<uint8_t>(text[i])];
    if (value < 0) return std::nullopt;
    bits = (bits << 6) | static_cast<uint32_t>(value);
    if (i % 4 != 3) continue;
    for (int shift = 16; shift >= 0; shift -= 8) bytes += static_cast<char>((bits >> shift) & 0xff);
    bits = 0;
  }
  bytes.resize(bytes.size() - padding);
  return bytes;
}

std::string uuid_from_name(std::string_view name) {
  constexpr std::string_view url_namespace(
      "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
  auto sum = sha1(std::string(url_namespace) + std::string(name));
  sum[6] = static_cast<uint8_t>((sum[6] & 0x0f) | 0x50);
  sum[8] = static_cast<uint8_t>((sum[8] & 0x3f) | 0x80);

  constexpr std::string_view digits = "0123456789abcdef";
  std::string uuid;
  for (size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += digits[sum[i] >> 4];
    uuid += digits[sum[i] & 15];
  }
  return uuid;
}

}  // namespace aktiv::fhir
