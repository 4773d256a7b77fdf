// One thread that does jobs in order, and spare work when none waits. Or no thread at all, for
// tests: then a job is done within post(), and spare work by do_spare(). Owned by Speaker.
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
    Job begin;                    // first, on the thread
    std::function<bool()> spare;  // a piece of work for when it is calm; false: there is none
    Job when_quiet;  // after quiet_ms without a job, again and again until calm() says it may sleep
    std::function<bool()> is_calm;
    Job end;  // last, on the thread
    int quiet_ms = 0;
  };

  Worker(Life life, bool has_thread);
  ~Worker();

  void post(Job job);
  void do_spare();  // without a thread: all there is
  bool has_jobs() const;

 private:
  void run();
  enum class Next { job, spare, quiet };
  Next wait(std::unique_lock<std::mutex>& lock);

  const Life life_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool may_have_spare_ = true;
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace aktiv::speech
