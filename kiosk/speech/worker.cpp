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
    jobs_.push_back(std::move(job));
    may_have_spare_ = true;  // after a job there may be some again
  }
  changed_.notify_one();
}

void Worker::do_spare() {
  while (!thread_.joinable() && life_.spare()) {
  }
}

bool Worker::has_jobs() const {
  const std::lock_guard lock(mutex_);
  return is_ending_ || !jobs_.empty();
}

Worker::Next Worker::wait(std::unique_lock<std::mutex>& lock) {
  const auto has_work = [this] { return is_ending_ || !jobs_.empty(); };
  if (life_.is_calm()) {
    if (!has_work() && may_have_spare_) return Next::spare;
    changed_.wait(lock, has_work);
    return Next::job;
  }
  const bool is_woken =
      changed_.wait_for(lock, std::chrono::milliseconds(life_.quiet_ms), has_work);
  return is_woken ? Next::job : Next::quiet;
}

void Worker::run() {
  life_.begin();
  std::unique_lock lock(mutex_);
  while (!is_ending_) {
    const Next next = wait(lock);
    if (is_ending_) break;
    Job job = life_.when_quiet;
    if (next == Next::job) {
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    if (next == Next::spare) may_have_spare_ = false;
    lock.unlock();
    const bool has_more = next == Next::spare && life_.spare();
    if (next != Next::spare) job();
    lock.lock();
    may_have_spare_ = may_have_spare_ || has_more;
  }
  lock.unlock();
  life_.end();
}

}  // namespace aktiv::speech
