// cereal's archives for many small values: numbers as varints (as in Protocol Buffers, zigzag where
// they have a sign), moments by their distance from the last one, UUIDs as their 16 bytes, and each
// text once – where it stands again, its number stands instead. A talk says the same few names over
// and over: a fifth of cereal's own binary form, and quicker. Inside packed.cpp only; one value per
// archive. Loading throws CompactFault where bytes are missing or make no sense.
#pragma once

#include <cereal/cereal.hpp>
#include <cstdint>
#include <deque>
#include <exception>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "kiosk/casefile/readings/uuid_bytes.h"

namespace aktiv::casefile {

struct CompactFault : std::exception {};

inline uint64_t zigzag(int64_t value) {
  return static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63);
}
inline int64_t unzigzag(uint64_t raw) {
  return static_cast<int64_t>(raw >> 1 ^ (~(raw & 1) + 1));
}

// How a text begins: its length, or which one it is, and in the lowest two bits:
enum class TextKind : uint64_t { written = 0, known = 1, uuid = 2 };

class CompactOutput : public cereal::OutputArchive<CompactOutput, cereal::AllowEmptyClassElision> {
 public:
  explicit CompactOutput(std::string& bytes) : OutputArchive(this), bytes_(bytes) {}

  void number(uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void moment(int64_t ms) {
    const auto before = static_cast<uint64_t>(std::exchange(last_ms_, ms));
    number(zigzag(static_cast<int64_t>(static_cast<uint64_t>(ms) - before)));
  }
  // Up to seven in a byte.
  template <class... Bool>
  void bits(Bool... values) {
    uint64_t all = 0;
    int place = 0;
    ((all |= static_cast<uint64_t>(values) << place++), ...);
    number(all);
  }
  void text(const std::string& value) {
    if (value.empty()) return number(0);
    const auto [known, is_new] = texts_.emplace(value, texts_.size());
    if (!is_new) return head(known->second, TextKind::known);
    if (const auto uuid = uuid_bytes(value)) {
      head(0, TextKind::uuid);
      bytes_.append(uuid->begin(), uuid->end());
      return;
    }
    head(value.size(), TextKind::written);
    bytes_ += value;
  }

 private:
  void head(uint64_t value, TextKind kind) { number(value << 2 | static_cast<uint64_t>(kind)); }

  std::string& bytes_;
  std::map<std::string, uint64_t> texts_;
  int64_t last_ms_ = 0;
};

class CompactInput : public cereal::InputArchive<CompactInput, cereal::AllowEmptyClassElision> {
 public:
  // The bytes outlive the archive.
  explicit CompactInput(std::string_view bytes) : InputArchive(this), rest_(bytes) {}

  bool is_at_end() const { return rest_.empty(); }

  uint64_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(taken(1).front());
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw CompactFault();
  }
  // Of a list: each of its members takes a byte at least.
  uint64_t count() {
    const uint64_t value = number();
    if (value > rest_.size()) throw CompactFault();
    return value;
  }
  void moment(int64_t& ms) {
    ms = static_cast<int64_t>(static_cast<uint64_t>(last_ms_) +
                              static_cast<uint64_t>(unzigzag(number())));
    last_ms_ = ms;
  }
  template <class... Bool>
  void bits(Bool&... values) {
    uint64_t all = number();
    ((values = (all & 1) != 0, all >>= 1), ...);
    if (all != 0) throw CompactFault();
  }
  std::string_view text() {
    const uint64_t head = number();
    if (head == 0) return {};
    switch (static_cast<TextKind>(head & 3)) {
      case TextKind::written:
        return texts_.emplace_back(taken(head >> 2));
      case TextKind::uuid:
        return texts_.emplace_back(uuids_.emplace_back(uuid_text(taken(16))));
      case TextKind::known:
        if (head >> 2 < texts_.size()) return texts_[head >> 2];
    }
    throw CompactFault();
  }

 private:
  std::string_view taken(uint64_t count) {
    if (count > rest_.size()) throw CompactFault();
    const std::string_view bytes = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return bytes;
  }

  std::string_view rest_;
  std::vector<std::string_view> texts_;
  std::deque<std::string> uuids_;  // what some of the texts lie in
  int64_t last_ms_ = 0;
};

// By value and not by where it lies: a sign costs one bit.
template <class Number>
requires std::is_integral_v<Number>
void CEREAL_SAVE_FUNCTION_NAME(CompactOutput& archive, const Number& value) {
  if constexpr (std::is_signed_v<Number>) {
    archive.number(zigzag(value));
  } else {
    archive.number(value);
  }
}
template <class Number>
requires std::is_integral_v<Number>
void CEREAL_LOAD_FUNCTION_NAME(CompactInput& archive, Number& value) {
  const uint64_t raw = archive.number();
  if constexpr (std::is_signed_v<Number>) {
    const int64_t wide = unzigzag(raw);
    if (wide < std::numeric_limits<Number>::min() || wide > std::numeric_limits<Number>::max())
      throw CompactFault();
    value = static_cast<Number>(wide);
  } else {
    if (raw > std::numeric_limits<Number>::max()) throw CompactFault();
    value = static_cast<Number>(raw);
  }
}

inline void CEREAL_SAVE_FUNCTION_NAME(CompactOutput& archive, const std::string& value) {
  archive.text(value);
}
inline void CEREAL_LOAD_FUNCTION_NAME(CompactInput& archive, std::string& value) {
  value = archive.text();
}

template <class Size>
void CEREAL_SAVE_FUNCTION_NAME(CompactOutput& archive, const cereal::SizeTag<Size>& tag) {
  archive.number(static_cast<uint64_t>(tag.size));
}
template <class Size>
void CEREAL_LOAD_FUNCTION_NAME(CompactInput& archive, cereal::SizeTag<Size>& tag) {
  tag.size = static_cast<cereal::size_type>(archive.count());
}

// Names are for archives that people read.
template <class Value>
void CEREAL_SAVE_FUNCTION_NAME(CompactOutput& archive, const cereal::NameValuePair<Value>& pair) {
  archive(pair.value);
}
template <class Value>
void CEREAL_LOAD_FUNCTION_NAME(CompactInput& archive, cereal::NameValuePair<Value>& pair) {
  archive(pair.value);
}

}  // namespace aktiv::casefile

CEREAL_REGISTER_ARCHIVE(aktiv::casefile::CompactOutput)
CEREAL_REGISTER_ARCHIVE(aktiv::casefile::CompactInput)
CEREAL_SETUP_ARCHIVE_TRAITS(aktiv::casefile::CompactInput, aktiv::casefile::CompactOutput)
