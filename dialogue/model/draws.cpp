#include "dialogue/model/draws.h"

namespace aktiv {
namespace {

uint64_t split_mix(uint64_t& state) {
  uint64_t mixed = (state += 0x9e3779b97f4a7c15u);
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
  return mixed ^ (mixed >> 31);
}

uint64_t rotate(uint64_t value, int by) {
  return (value << by) | (value >> (64 - by));
}

}  // namespace

Draws::Draws(Seed seed) {
  uint64_t first = seed.high;
  uint64_t second = seed.low ^ 0x6a09e667f3bcc908u;
  state_ = {split_mix(first), split_mix(second), split_mix(first), split_mix(second)};
}

uint64_t Draws::next() {
  const uint64_t drawn = rotate(state_[1] * 5, 7) * 9;
  const uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotate(state_[3], 45);
  return drawn;
}

uint64_t Draws::below(uint64_t bound) {
  // Rejection, so that no card is a little more likely than another.
  const uint64_t threshold = (0 - bound) % bound;
  for (;;) {
    const uint64_t drawn = next();
    if (drawn >= threshold) return drawn % bound;
  }
}

std::string Draws::uuid() {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::array<uint8_t, 16> bytes;
  for (size_t half = 0; half < 2; ++half) {
    uint64_t drawn = next();
    for (size_t i = 0; i < 8; ++i, drawn >>= 8) bytes[half * 8 + i] = static_cast<uint8_t>(drawn);
  }
  bytes[6] = static_cast<uint8_t>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<uint8_t>((bytes[8] & 0x3f) | 0x80);
  std::string text;
  text.reserve(36);
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 15];
  }
  return text;
}

}  // namespace aktiv
