// When the kiosk looks after its kept answers without being asked: what was left unfinished for too
// long is erased every day, and what could not be kept is tried again until there is room. Only
// when; the keeper does it. Times: milliseconds of a clock that never goes back. A value; any
// thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace aktiv::app {

class Housekeeping {
 public:
  static constexpr int64_t day_ms = 24 * 60 * 60 * 1000;
  static constexpr int64_t first_retry_ms = 5'000;
  static constexpr int64_t last_retry_ms = 60'000;  // the pause doubles up to this

  // The store erases once when it is opened, at `now_ms`.
  explicit Housekeeping(int64_t now_ms) : erase_due_ms_(now_ms + day_ms) {}

  int64_t due_ms() const {
    return retry_due_ms_ ? std::min(*retry_due_ms_, erase_due_ms_) : erase_due_ms_;
  }

  // True once a day.
  bool erases_now(int64_t now_ms) {
    if (now_ms < erase_due_ms_) return false;
    erase_due_ms_ = now_ms + day_ms;
    return true;
  }

  // True once for each time that not_kept asked for.
  bool retries_now(int64_t now_ms) {
    if (!retry_due_ms_ || now_ms < *retry_due_ms_) return false;
    retry_due_ms_.reset();
    retry_pause_ms_ = std::min(retry_pause_ms_ * 2, last_retry_ms);
    return true;
  }

  // Something is not kept, or is not kept still.
  void not_kept(int64_t now_ms) {
    if (!retry_due_ms_) retry_due_ms_ = now_ms + retry_pause_ms_;
  }

  // Everything that had to wait is kept.
  void all_kept() {
    retry_due_ms_.reset();
    retry_pause_ms_ = first_retry_ms;
  }

 private:
  int64_t erase_due_ms_;
  std::optional<int64_t> retry_due_ms_;
  int64_t retry_pause_ms_ = first_retry_ms;
};

}  // namespace aktiv::app
