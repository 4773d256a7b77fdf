// A record's fields as bytes and back: numbers little-endian, texts with their length before them.
// Reading beyond the end is Trouble: a sealed record is never that short unless its writer was
// wrong.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {

class Writer {
 public:
  Writer& number(uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<char>(value >> shift));
    return *this;
  }
  Writer& integer(int64_t value) { return number(static_cast<uint64_t>(value)); }
  Writer& text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
    return *this;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  uint64_t number() {
    const auto part = take(8);
    uint64_t value = 0;
    for (int i = 7; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(part[size_t(i)]);
    return value;
  }
  int64_t integer() { return static_cast<int64_t>(number()); }
  std::string text() { return std::string(take(number())); }
  bool is_at_end() const { return bytes_.empty(); }

 private:
  std::string_view take(uint64_t count) {
    if (count > bytes_.size())
      trouble("a record is shorter than it says", "storage", "a store of this version");
    const auto part = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return part;
  }

  std::string_view bytes_;
};

}  // namespace aktiv::storage
