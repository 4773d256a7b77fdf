// One thread for work that may take long and must hold up neither the loop nor the store: a bad
// stick may keep its reader waiting for minutes. Jobs are done in order; answers come in drain().
// Threads: ask, drop_waiting and drain from the loop; the wake callback runs on this thread and
// must only wake. The destructor waits for the job that has begun.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::app {

class SideThread {
 public:
  explicit SideThread(std::function<void()> wake);
  ~SideThread();
  SideThread(const SideThread&) = delete;
  SideThread& operator=(const SideThread&) = delete;

  // A job that may be dropped is forgotten by drop_waiting() as long as it has not begun: then its
  // `then` is never called.
  enum class Wanted { while_looked_at, always };

  template <class T>
  void ask(std::function<Result<T>()> work, std::function<void(Result<T>)> then,
           Wanted wanted = Wanted::always) {
    post({[work = std::move(work), then = std::move(then)]() -> Reply {
            auto result = std::make_shared<Result<T>>(work());
            return [then, result] { then(std::move(*result)); };
          },
          wanted});
  }

  void drop_waiting();
  void drain();

 private:
  using Reply = std::function<void()>;
  struct Job {
    std::function<Reply()> work;
    Wanted wanted = Wanted::always;
  };
  void post(Job job);
  void run();

  const std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;        // guarded by mutex_
  std::vector<Reply> replies_;  // guarded by mutex_
  bool is_ending_ = false;      // guarded by mutex_
  std::thread thread_;
};

}  // namespace aktiv::app
