#include "kiosk/sync/sync_thread.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace aktiv::sync {

struct SyncThread::Inside {
  Inside(Outbox& outbox, Destination destination, WorkerSettings settings, UtcClock now,
         Chance chance, std::function<void()> changed)
      : connection(std::move(destination), now),
        worker(outbox, connection.transport(), std::move(settings), now, std::move(chance)),
        clock(std::move(now)),
        on_change(std::move(changed)) {}

  void run() {
    worker.spread_start();
    while (!is_ending()) {
      const StepKind kind = worker.step();
      publish();
      const bool rests =
          kind == StepKind::nothing_waits || kind == StepKind::waits || kind == StepKind::paused;
      if (rests) rest(worker.next_due_ms());
    }
  }

  bool is_ending() {
    const std::lock_guard lock(mutex);
    if (wants_resume) worker.resume();
    wants_resume = false;
    return ends;
  }

  void publish() {
    bool is_other = false;
    {
      const std::lock_guard lock(mutex);
      is_other = !(shown == worker.state());
      shown = worker.state();
    }
    if (is_other && on_change) on_change();
  }

  // A failure for one errand must not hold up the others: look again at once, and sleep only when
  // nothing is due. `due_ms`: UTC; 0: until somebody calls.
  void rest(int64_t due_ms) {
    std::unique_lock lock(mutex);
    const auto is_called = [&] { return ends || is_woken || wants_resume; };
    if (due_ms > 0) {
      const auto wait_ms = std::clamp<int64_t>(due_ms - clock(), 1, 3600'000);
      called.wait_for(lock, std::chrono::milliseconds(wait_ms), is_called);
    } else {
      called.wait(lock, is_called);
    }
    is_woken = false;
  }

  void call(bool& flag) {
    {
      const std::lock_guard lock(mutex);
      flag = true;
    }
    called.notify_one();
  }

  Connection connection;
  OutboxWorker worker;
  UtcClock clock;
  std::function<void()> on_change;
  mutable std::mutex mutex;
  std::condition_variable called;
  SyncState shown;
  bool is_woken = false;
  bool wants_resume = false;
  bool ends = false;
  std::thread thread;
};

SyncThread::SyncThread(Outbox& outbox, Destination destination, WorkerSettings settings,
                       UtcClock clock, Chance chance, std::function<void()> on_change)
    : inside_(std::make_unique<Inside>(outbox, std::move(destination), std::move(settings),
                                       std::move(clock), std::move(chance), std::move(on_change))) {
  inside_->thread = std::thread([this] { inside_->run(); });
}

SyncThread::~SyncThread() {
  inside_->connection.abort();
  inside_->call(inside_->ends);
  inside_->thread.join();
}

void SyncThread::wake() {
  inside_->call(inside_->is_woken);
}

void SyncThread::resume() {
  inside_->call(inside_->wants_resume);
}

SyncState SyncThread::state() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->shown;
}

}  // namespace aktiv::sync
