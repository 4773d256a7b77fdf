// Events on their way from the sound's threads to the loop. Any thread.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "kiosk/speech/event.h"

namespace aktiv::speech {

class Mailbox {
 public:
  explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  void put(std::vector<Event> events) {
    {
      const std::lock_guard lock(mutex_);
      events_.insert(events_.end(), events.begin(), events.end());
    }
    if (wake_) wake_();
  }

  std::vector<Event> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
  }

 private:
  const std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Event> events_;
};

}  // namespace aktiv::speech
