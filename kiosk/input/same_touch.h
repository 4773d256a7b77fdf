// Tremor: a second touch soon after an answer is the same touch, whatever it lands on and whatever
// screen has come (accessibility.md 15). One for fingers and keys together.
#pragma once

#include <cstdint>
#include <optional>

namespace aktiv::input {

class SameTouch {
 public:
  bool is_same(int64_t at_ms, int same_touch_ms) const {
    return last_ms_ && at_ms - *last_ms_ < same_touch_ms;
  }
  void answered(int64_t at_ms) { last_ms_ = at_ms; }

 private:
  std::optional<int64_t> last_ms_;
};

}  // namespace aktiv::input
