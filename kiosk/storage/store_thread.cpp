#include "kiosk/storage/store_thread.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <variant>

namespace aktiv::storage {

struct StoreThread::Inside {
  struct Finish {
    ConversationId id;
    std::vector<Event> last_events;
    std::vector<NewSubmission> submissions;
    std::function<void(Status)> then;
  };
  struct ThrowAway {
    ConversationId id;
    std::function<void(Status)> then;
  };
  struct RetryUnkept {};
  using Job = std::variant<Event, Finish, ThrowAway, RetryUnkept, Work>;
  using Answer = std::variant<Recorded, Reply>;

  Opener opener;
  Wake wake;

  std::mutex mutex;
  std::condition_variable has_job;
  std::deque<Job> jobs;
  std::deque<Answer> answers;
  bool is_ending = false;

  // The storage thread's own.
  std::unique_ptr<Store> store;
  Fault closed;
  std::map<ConversationId, std::pair<Fault, std::vector<Event>>> unkept;

  std::thread thread;

  void put(Job job) {
    {
      const std::lock_guard guard(mutex);
      jobs.push_back(std::move(job));
    }
    has_job.notify_one();
  }

  void reply(Answer answer) {
    {
      const std::lock_guard guard(mutex);
      answers.push_back(std::move(answer));
    }
    if (wake) wake();
  }

  void open() {
    auto opened = opener();
    if (opened)
      store = std::move(*opened);
    else
      closed = opened.error();
  }

  void run() {
    open();
    for (;;) {
      std::unique_lock lock(mutex);
      has_job.wait(lock, [&] { return is_ending || !jobs.empty(); });
      if (jobs.empty()) break;
      if (std::holds_alternative<Event>(jobs.front())) {
        const auto events = take_events();
        lock.unlock();
        keep(events);
        continue;
      }
      Job job = std::move(jobs.front());
      jobs.pop_front();
      lock.unlock();
      std::visit([&](auto& one) { carry_out(one); }, job);
    }
    store.reset();
  }

  // The events of one conversation that wait together at the head of the queue.
  std::vector<Event> take_events() {
    std::vector<Event> events;
    while (!jobs.empty()) {
      auto* event = std::get_if<Event>(&jobs.front());
      if (!event || (!events.empty() && event->conversation != events.front().conversation)) break;
      events.push_back(std::move(*event));
      jobs.pop_front();
    }
    return events;
  }

  Status append(std::span<const Event> events) {
    return store ? store->journal().append(events) : Status(closed);
  }

  void keep(const std::vector<Event>& events) {
    const ConversationId& id = events.front().conversation;
    if (const auto stuck = unkept.find(id); stuck != unkept.end()) {
      for (const Event& event : events) refuse(event, stuck->second.first);
      return;
    }
    if (const Status together = append(events); together) {
      for (const Event& event : events) reply(Recorded{id, event.id, together});
      return;
    }
    for (const Event& event : events) {
      const auto stuck = unkept.find(id);
      const Status alone =
          stuck == unkept.end() ? append({&event, 1}) : Status(stuck->second.first);
      if (alone)
        reply(Recorded{id, event.id, alone});
      else
        refuse(event, alone.error());
    }
  }

  void refuse(const Event& event, const Fault& fault) {
    auto& [why, events] = unkept[event.conversation];
    why = fault;
    events.push_back(event);
    reply(Recorded{event.conversation, event.id, why});
  }

  void carry_out(Event&) {}

  void carry_out(RetryUnkept&) {
    if (!store) open();
    auto waiting = std::move(unkept);
    unkept.clear();
    for (auto& [id, stuck] : waiting) keep(stuck.second);
  }

  void carry_out(Finish& finish) {
    Status status;
    if (const auto stuck = unkept.find(finish.id); stuck != unkept.end())
      status = stuck->second.first;
    else if (!store)
      status = closed;
    else
      status = store->journal().finish(finish.id, finish.last_events, finish.submissions);
    reply(Reply([then = std::move(finish.then), status] { then(status); }));
  }

  void carry_out(ThrowAway& thrown) {
    unkept.erase(thrown.id);
    const Status status = store ? throw_away(thrown.id) : Status(closed);
    reply(Reply([then = std::move(thrown.then), status] { then(status); }));
  }

  Status throw_away(const ConversationId& id) {
    const auto found = store->journal().find(id);
    if (!found) return found.error();
    return *found ? store->journal().throw_away(id) : Status{};
  }

  void carry_out(Work& work) {
    if (Reply answer = work(store.get(), closed)) reply(std::move(answer));
  }
};

StoreThread::StoreThread(Opener opener, Wake wake) : inside_(std::make_unique<Inside>()) {
  inside_->opener = std::move(opener);
  inside_->wake = std::move(wake);
  inside_->thread = std::thread([inside = inside_.get()] { inside->run(); });
}

StoreThread::~StoreThread() {
  {
    const std::lock_guard guard(inside_->mutex);
    inside_->is_ending = true;
  }
  inside_->has_job.notify_one();
  inside_->thread.join();
}

void StoreThread::append(Event event) {
  inside_->put(std::move(event));
}

void StoreThread::retry_unkept() {
  inside_->put(Inside::RetryUnkept{});
}

void StoreThread::finish(ConversationId id, std::vector<Event> last_events,
                         std::vector<NewSubmission> submissions, std::function<void(Status)> then) {
  inside_->put(Inside::Finish{std::move(id), std::move(last_events), std::move(submissions),
                              std::move(then)});
}

void StoreThread::throw_away(ConversationId id, std::function<void(Status)> then) {
  inside_->put(Inside::ThrowAway{std::move(id), std::move(then)});
}

void StoreThread::post(Work work) {
  inside_->put(std::move(work));
}

int StoreThread::drain(const std::function<void(const Recorded&)>& on_recorded) {
  std::deque<Inside::Answer> answers;
  {
    const std::lock_guard guard(inside_->mutex);
    answers.swap(inside_->answers);
  }
  for (const auto& answer : answers) {
    if (const auto* recorded = std::get_if<Recorded>(&answer))
      on_recorded(*recorded);
    else
      std::get<Reply>(answer)();
  }
  return static_cast<int>(answers.size());
}

}  // namespace aktiv::storage
