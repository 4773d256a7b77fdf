// One thread that does jobs in order; those for now before those for later. Or no thread at all,
// for tests: then a job is done within post(). Owned by Speaker.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace aktiv::speech {

class Worker {
 public:
  using Job = std::function<void()>;
  struct Life {
    Job begin;       // first, on the thread
    Job when_quiet;  // after quiet_ms without a job, again and again until calm() says it may sleep
    std::function<bool()> is_calm;
    Job end;  // last, on the thread
    int quiet_ms = 0;
  };

  Worker(Life life, bool has_thread);
  ~Worker();

  void post(Job job);
  void post_for_later(Job job);
  void drop_later();
  bool has_urgent() const;

 private:
  void run();
  bool wait(std::unique_lock<std::mutex>& lock);

  const Life life_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> now_;
  std::deque<Job> later_;
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace aktiv::speech
