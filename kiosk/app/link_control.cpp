#include "kiosk/app/link_control.h"

#include <utility>

#include "kiosk/sync/why.h"

namespace aktiv::app {
namespace {

const char* refused_key(sync::ErrandKind kind) {
  switch (kind) {
    case sync::ErrandKind::withdrawal:
      return "staff.sync.refused.withdrawal";
    case sync::ErrandKind::observation:
      return "staff.sync.refused.observation";
    case sync::ErrandKind::traits:
      return "staff.sync.refused.traits";
    case sync::ErrandKind::evaluations:
      return "staff.sync.refused.evaluations";
    case sync::ErrandKind::submission:
      break;  // counted, and shown with its conversation
  }
  return "";
}

Fault busy() {
  return {"the kiosk is looking for its case file", "case file", "a moment's patience"};
}

}  // namespace

LinkControl::LinkControl(CaseFileLink& link, storage::StoreThread& store, const Texts& texts,
                         std::string language, std::function<void()> ring)
    : link_(link),
      store_(store),
      texts_(texts),
      language_(std::move(language)),
      ring_(std::move(ring)) {}

LinkControl::~LinkControl() = default;

void LinkControl::look_up(std::function<void()> then) {
  store_.ask<std::optional<storage::Enrolment>>(
      [](storage::Store& store) { return store.house().enrolment(); },
      [this, then = std::move(then)](Result<std::optional<storage::Enrolment>> found) {
        server_ = found && *found ? (*found)->server : "";
        centre_ = found && *found ? (*found)->centre : "";
        if (then) then();
      });
}

LinkState LinkControl::state() const {
  LinkState shown;
  if (server_.empty() || is_busy_) return shown;
  const sync::SyncState state = link_.state();
  shown.server = server_;
  shown.centre = centre_;
  shown.next_try_ms = state.next_try_ms;
  shown.clock_ahead_ms = state.clock_ahead_ms;
  shown.link = state.is_paused         ? mentor::Link::paused
               : state.next_try_ms > 0 ? mentor::Link::waits
                                       : mentor::Link::rests;
  const auto words_of = [this](sync::Why why) {
    return texts_.get(language_, "staff.sync.why." + std::string(sync::code_of(why)));
  };
  if (state.why != sync::Why::nothing) shown.why = words_of(state.why);
  for (const auto& [kind, why] : state.refused)
    shown.refused.push_back(texts_.get(language_, refused_key(kind)) + " " + words_of(why));
  if (state.signs_taken > 0)
    shown.refused.push_back(texts_.get(language_, "staff.sync.signs_taken"));
  if (state.unread > 0) shown.refused.push_back(texts_.get(language_, "staff.sync.unread"));
  return shown;
}

void LinkControl::try_now() {
  if (!is_busy_) link_.resume();
}

void LinkControl::wake() {
  if (!is_busy_) link_.wake();
}

void LinkControl::begin(mentor::Done then) {
  in_background([this] { return link_.open(); }, std::move(then));
}

void LinkControl::enrol(const std::string& address, const std::string& code, mentor::Done then) {
  in_background(
      [this, address, code]() -> Status {
        auto centre = link_.enrol(code, address, "kiosk");
        if (!centre) return centre.error();
        if (Status opened = link_.open(); !opened) return opened;
        // The spread is for mornings when many kiosks start; here a mentor stands and waits to see
        // it go.
        link_.resume();
        return {};
      },
      std::move(then));
}

void LinkControl::in_background(std::function<Status()> work, mentor::Done then) {
  if (is_busy_) return then(busy());
  is_busy_ = true;
  citizens_seen_ = 0;  // whoever syncs from now on counts from the beginning
  worker_ = std::jthread([this, work = std::move(work), then = std::move(then)] {
    const Status done = work();
    const std::lock_guard lock(mutex_);
    answers_.push_back([this, done, then] {
      is_busy_ = false;
      // Who asks next sees the case file that was just found.
      look_up([then, done] { then(done); });
    });
    ring_();
  });
}

void LinkControl::unenrol(mentor::Done then) {
  if (is_busy_) return then(busy());
  link_.close();
  store_.order([](storage::Store& store) { return store.house().clear_enrolment(); },
               [this, then = std::move(then)](const Status& cleared) {
                 look_up([then, cleared] { then(cleared); });
               });
}

void LinkControl::drain() {
  std::vector<std::function<void()>> answers;
  {
    const std::lock_guard lock(mutex_);
    answers.swap(answers_);
  }
  for (const auto& answer : answers) answer();
}

bool LinkControl::take_citizens_changed() {
  const int changed = link_.state().citizens_changed;
  return std::exchange(citizens_seen_, changed) != changed;
}

}  // namespace aktiv::app
