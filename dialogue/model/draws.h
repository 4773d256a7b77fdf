// Everything that is drawn by chance in a dialogue comes from here, so that a test can say what is
// drawn and an answer can log it. Our own generator (xoshiro256**, Blackman & Vigna, public
// domain), because the standard library's shuffles differ between versions. Seeded by the loop;
// values; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace aktiv {

struct Seed {
  uint64_t high = 0;
  uint64_t low = 0;

  bool operator==(const Seed&) const = default;
};

class Draws {
 public:
  explicit Draws(Seed seed);

  uint64_t next();
  // Uniform in [0, bound); bound ≥ 1.
  uint64_t below(uint64_t bound);
  bool coin() { return (next() >> 63) != 0; }
  // A random UUID (version 4, RFC 4122).
  std::string uuid();

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (size_t left = items.size(); left > 1; --left)
      std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::array<uint64_t, 4> state_;
};

}  // namespace aktiv
