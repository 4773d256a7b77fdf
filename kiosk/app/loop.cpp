// The loop: awake while something happens, asleep until something is due.
#include <SDL.h>

#include <algorithm>
#include <chrono>

#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {

int64_t utc_now_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

int64_t steady_ms() {
  return monotonic_us() / 1000;
}

int KioskApp::run() {
  last_activity_ms_ = steady_ms();
  while (is_running_) {
    drain();
    pass_time();
    if (mentor_->is_open()) paint_mentor();
    if (!mentor_->is_open()) {  // also when it has just closed
      if (has_news_) refresh();
      paint();
      expose_scene();
    }
    if (is_seen_) parts_.watchdog.alive(steady_ms());
    if (!has_begun_link_) {
      has_begun_link_ = true;
      look_for_microphone();
      control_->begin([this](Status begun) {
        if (!begun) tell_staff(begun.error());
      });
    }
    wait();
  }
  speaker_->hush();
  return 0;
}

// Sleeps until something happens or is due; looks are prepared only while nobody touches.
void KioskApp::wait() {
  SDL_Event event;
  bool has_event = SDL_PollEvent(&event) != 0;
  while (!has_event && has_looks_to_prepare_) {
    has_looks_to_prepare_ = painter_->prepare_one();
    has_event = SDL_PollEvent(&event) != 0;
  }
  if (!has_event) {
    const auto due = next_due();
    const int64_t left = due ? std::max<int64_t>(0, *due - steady_ms()) : -1;
    has_event = left < 0 ? SDL_WaitEvent(&event) != 0
                         : SDL_WaitEventTimeout(
                               &event, static_cast<int>(std::min<int64_t>(left, 3600000))) != 0;
  }
  for (int taken = 0; has_event && taken < 100; ++taken) {
    take(event);
    // What a finger did is shown before the next thing it does is looked at.
    if (event.type == SDL_FINGERDOWN || event.type == SDL_FINGERUP) return;
    has_event = SDL_PollEvent(&event) != 0;
  }
}

std::optional<int64_t> KioskApp::next_due() const {
  std::optional<int64_t> due = timer_due_ms_;
  const auto sooner = [&](std::optional<int64_t> other) {
    if (other && (!due || *other < *due)) due = other;
  };
  sooner(input_.due_ms());
  sooner(level_due_ms_);
  if (rehearsal_ && !mentor_->is_open()) sooner(rehearsal_->due_ms);
  sooner(keeper_->due_ms());
  sooner(parts_.watchdog.due_ms());
  if (mentor_->is_open()) {
    if (const auto in_ms = mentor_->due_ms()) sooner(steady_ms() + *in_ms);
    return due;
  }
  if (can_become_idle(session_))
    sooner(last_activity_ms_ + int64_t{parts_.options.idle_minutes} * 60000);
  return due;
}

void KioskApp::pass_time() {
  const int64_t now = steady_ms();
  keeper_->pass(now);
  pass_recording(now);
  if (input_.due_ms() && *input_.due_ms() <= now) take(input_.pass(now));
  if (timer_due_ms_ && *timer_due_ms_ <= now) {
    timer_due_ms_.reset();
    give(TimePassed{timer_.timer, timer_.serial});
  }
  if (!mentor_->is_open()) pass_rehearsal(now);
  if (mentor_->is_open()) return;  // what is due there is done when it is drawn
  if (can_become_idle(session_) &&
      now - last_activity_ms_ >= int64_t{parts_.options.idle_minutes} * 60000) {
    last_activity_ms_ = now;
    give(BecameIdle{});
  }
}

void KioskApp::drain() {
  parts_.bell.heard();
  keeper_->drain(steady_ms());
  control_->drain();
  sheets_->drain();
  photos_->drain();
  voices_->drain();
  take_aids();
  if (!control_->is_busy() && parts_.bell.take_link_news()) {
    if (control_->take_citizens_changed()) keeper_->find_citizens();
    mentor_->desk_changed();
  }
  for (const speech::Event& event : speaker_->drain()) take_voice(event);
}

}  // namespace aktiv::app
