// Slows down whoever tries too often. Time comes in as an argument, so tests never wait. Kept in
// memory; bounded: the oldest keys are forgotten first. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace aktiv::casefile {

// At most `limit` events a key within `window_ms`.
class RateLimit {
 public:
  RateLimit(int limit, int64_t window_ms) : limit_(limit), window_ms_(window_ms) {}
  // 0 when the key may go on, else how many whole seconds to wait.
  int wait_s(const std::string& key, int64_t now_ms);
  void count(const std::string& key, int64_t now_ms);
  // Counts and asks in one step.
  int count_and_wait_s(const std::string& key, int64_t now_ms);

 private:
  struct Window {
    int64_t started_ms = 0;
    int events = 0;
  };
  Window& window_of(const std::string& key, int64_t now_ms);
  int wait_of(const Window& window, int64_t now_ms) const;

  int limit_;
  int64_t window_ms_;
  std::mutex mutex_;
  std::map<std::string, Window> windows_;
};

// Wrong passwords: five tries are free, then the wait doubles from 30 s up to 15 min. A right one
// resets.
class GrowingWait {
 public:
  int wait_s(const std::string& key, int64_t now_ms);
  void failed(const std::string& key, int64_t now_ms);
  void succeeded(const std::string& key);

 private:
  struct Tries {
    int failures = 0;
    int64_t until_ms = 0;
    int64_t last_ms = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

}  // namespace aktiv::casefile
