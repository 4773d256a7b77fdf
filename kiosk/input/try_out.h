// How the glass should listen to one hand, from some presses that the person meant: what came
// beside them are brushes and trembles. Pure; times in milliseconds.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "kiosk/input/raw.h"

namespace aktiv::input {

struct TouchProposal {
  int same_touch_ms = 0;
  int hold_ms = 0;

  bool operator==(const TouchProposal&) const = default;
};

class TryOut {
 public:
  static constexpr int enough = 5;

  void take(Phase phase, uint64_t finger, int64_t at_ms);
  // Presses that were meant, each with what came close to it.
  int tries() const { return static_cast<int>(tries_.size()); }
  bool is_enough() const { return tries() >= enough && down_.empty(); }
  TouchProposal proposal() const;
  void clear() { *this = TryOut(); }

 private:
  struct Contact {
    int64_t down_ms = 0, up_ms = 0;
    int64_t lasted_ms() const { return up_ms - down_ms; }
  };
  using Try = std::vector<Contact>;

  std::vector<Try> tries_;
  std::map<uint64_t, int64_t> down_;  // fingers on the glass, since when
};

}  // namespace aktiv::input
