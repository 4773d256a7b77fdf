// A store on a thread of its own, so that a slow disk never holds up a touch. Everything is done in
// the order in which it was asked. Owns the store and the thread; the destructor finishes what was
// asked. Threads: append, finish, throw_away, ask, order, retry_unkept and drain from the loop;
// call from any other thread; the wake callback runs on the storage thread and must only wake.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <utility>
#include <vector>

#include "kiosk/storage/store.h"

namespace aktiv::storage {

// An event after its commit, or why it is not kept.
struct Recorded {
  ConversationId conversation;
  EventId event;
  Status status;
};

class StoreThread {
 public:
  using Opener = std::function<Result<std::unique_ptr<Store>>()>;
  using Wake = std::function<void()>;

  // Opens on the storage thread. Where that fails, everything asked is answered with its Fault.
  StoreThread(Opener opener, Wake wake);
  ~StoreThread();
  StoreThread(const StoreThread&) = delete;
  StoreThread& operator=(const StoreThread&) = delete;

  // Returns at once; a Recorded comes through drain after the commit. Events that wait together are
  // committed together. Once one is not kept, the later ones of its conversation are not kept
  // either (no gap in what was said) and all wait in memory for retry_unkept.
  void append(Event event);
  void retry_unkept();

  // Journal::finish, refused while events of the conversation are unkept.
  void finish(ConversationId id, std::vector<Event> last_events,
              std::vector<NewSubmission> submissions, std::function<void(Status)> then);

  // Journal::throw_away, also of what is unkept: it is never tried again. Done already where
  // nothing of the conversation was ever kept.
  void throw_away(ConversationId id, std::function<void(Status)> then);

  // Any other work: `work` on the storage thread, `then` on the loop, in drain.
  template <class T>
  void ask(std::function<Result<T>(Store&)> work, std::function<void(Result<T>)> then) {
    post([work = std::move(work), then = std::move(then)](Store* store,
                                                          const Fault& closed) -> Reply {
      auto result = std::make_shared<Result<T>>(store ? work(*store) : Result<T>(closed));
      return [then, result] { then(std::move(*result)); };
    });
  }

  // The same for work that answers nothing but whether it was done.
  void order(std::function<Status(Store&)> work, std::function<void(Status)> then) {
    post([work = std::move(work), then = std::move(then)](Store* store,
                                                          const Fault& closed) -> Reply {
      return [then, done = store ? work(*store) : Status(closed)] { then(done); };
    });
  }

  // The same, waiting for the answer: for the sync's thread, never for the loop.
  template <class T>
  Result<T> call(std::function<Result<T>(Store&)> work) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    post([promise, work = std::move(work)](Store* store, const Fault& closed) -> Reply {
      promise->set_value(store ? work(*store) : Result<T>(closed));
      return nullptr;
    });
    return future.get();
  }

  // Hands over what has been recorded and runs the `then`s. Returns how many replies there were.
  int drain(const std::function<void(const Recorded&)>& on_recorded);

 private:
  using Reply = std::function<void()>;
  using Work = std::function<Reply(Store*, const Fault& closed)>;
  void post(Work work);

  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::storage
