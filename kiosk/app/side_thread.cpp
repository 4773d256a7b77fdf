#include "kiosk/app/side_thread.h"

namespace aktiv::app {

SideThread::SideThread(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this] { run(); }) {}

SideThread::~SideThread() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void SideThread::post(Job job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void SideThread::drop_waiting() {
  const std::lock_guard lock(mutex_);
  std::erase_if(jobs_, [](const Job& job) { return job.wanted == Wanted::while_looked_at; });
}

void SideThread::drain() {
  std::vector<Reply> replies;
  {
    const std::lock_guard lock(mutex_);
    replies.swap(replies_);
  }
  for (const Reply& reply : replies) reply();
}

void SideThread::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_ending_ || !jobs_.empty(); });
    if (is_ending_) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    Reply reply = job.work();
    lock.lock();
    replies_.push_back(std::move(reply));
    lock.unlock();
    wake_();
    lock.lock();
  }
}

}  // namespace aktiv::app
