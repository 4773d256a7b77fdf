#include "kiosk/casefile/auth/throttle.h"

#include <algorithm>

namespace aktiv::casefile {
namespace {

constexpr size_t keys_kept = 10'000;
constexpr int free_tries = 5;
constexpr int64_t first_wait_ms = 30'000;
constexpr int64_t longest_wait_ms = 15 * 60'000;
constexpr int64_t forgotten_after_ms = 24 * 3'600'000;

int whole_seconds(int64_t ms) {
  return ms <= 0 ? 0 : static_cast<int>((ms + 999) / 1000);
}

}  // namespace

RateLimit::Window& RateLimit::window_of(const std::string& key, int64_t now_ms) {
  if (windows_.size() > keys_kept)
    std::erase_if(windows_, [&](const auto& entry) {
      return now_ms - entry.second.started_ms >= window_ms_;
    });
  Window& window = windows_.try_emplace(key, Window{now_ms, 0}).first->second;
  // A clock that went back begins a new window too: nobody is locked out by it.
  if (now_ms - window.started_ms >= window_ms_ || now_ms < window.started_ms) window = {now_ms, 0};
  return window;
}

int RateLimit::wait_of(const Window& window, int64_t now_ms) const {
  if (window.events < limit_) return 0;
  return std::max(1, whole_seconds(window.started_ms + window_ms_ - now_ms));
}

int RateLimit::wait_s(const std::string& key, int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  return wait_of(window_of(key, now_ms), now_ms);
}

void RateLimit::count(const std::string& key, int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  ++window_of(key, now_ms).events;
}

int RateLimit::count_and_wait_s(const std::string& key, int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  Window& window = window_of(key, now_ms);
  if (const int wait = wait_of(window, now_ms); wait > 0) return wait;
  ++window.events;
  return 0;
}

int GrowingWait::wait_s(const std::string& key, int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  const auto found = tries_.find(key);
  if (found == tries_.end()) return 0;
  // Never longer than the longest wait, whatever the clock did.
  return whole_seconds(std::min(found->second.until_ms - now_ms, longest_wait_ms));
}

void GrowingWait::failed(const std::string& key, int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  if (tries_.size() > keys_kept)
    std::erase_if(tries_, [&](const auto& entry) {
      return now_ms - entry.second.last_ms > forgotten_after_ms;
    });
  Tries& tries = tries_[key];
  ++tries.failures;
  tries.last_ms = now_ms;
  if (tries.failures < free_tries) return;
  const int doublings = std::min(tries.failures - free_tries, 10);
  tries.until_ms = now_ms + std::min(first_wait_ms << doublings, longest_wait_ms);
}

void GrowingWait::succeeded(const std::string& key) {
  const std::lock_guard lock(mutex_);
  tries_.erase(key);
}

}  // namespace aktiv::casefile
