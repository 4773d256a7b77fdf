#include "kiosk/speech/worker.h"

#include <chrono>

namespace aktiv::speech {

Worker::Worker(Life life, bool has_thread) : life_(std::move(life)) {
  if (has_thread)
    thread_ = std::thread([this] { run(); });
  else
    life_.begin();
}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable())
    thread_.join();
  else
    life_.end();
}

void Worker::post(Job job) {
  if (!thread_.joinable()) return job();
  {
    const std::lock_guard lock(mutex_);
    now_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void Worker::post_for_later(Job job) {
  if (!thread_.joinable()) return job();
  {
    const std::lock_guard lock(mutex_);
    later_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void Worker::drop_later() {
  const std::lock_guard lock(mutex_);
  later_.clear();
}

bool Worker::has_urgent() const {
  const std::lock_guard lock(mutex_);
  return is_ending_ || !now_.empty();
}

// True when there is something to do; false when it was quiet for quiet_ms.
bool Worker::wait(std::unique_lock<std::mutex>& lock) {
  const auto has_work = [this] { return is_ending_ || !now_.empty() || !later_.empty(); };
  if (!life_.is_calm())
    return changed_.wait_for(lock, std::chrono::milliseconds(life_.quiet_ms), has_work);
  changed_.wait(lock, has_work);
  return true;
}

void Worker::run() {
  life_.begin();
  std::unique_lock lock(mutex_);
  while (!is_ending_) {
    const bool has_work = wait(lock);
    if (is_ending_) break;
    Job job = life_.when_quiet;
    if (has_work) {
      auto& queue = now_.empty() ? later_ : now_;
      job = std::move(queue.front());
      queue.pop_front();
    }
    lock.unlock();
    job();
    lock.lock();
  }
  lock.unlock();
  life_.end();
}

}  // namespace aktiv::speech
