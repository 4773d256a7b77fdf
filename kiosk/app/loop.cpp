// Collect, update, perform. Drawing is in shown.cpp.
#include <SDL.h>

#include <algorithm>
#include <chrono>

#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {
namespace {

int64_t steady_ms() {
  return monotonic_us() / 1000;
}

}  // namespace

int64_t utc_now_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

int KioskApp::run() {
  last_activity_ms_ = steady_ms();
  while (is_running_) {
    drain();
    pass_time();
    if (has_news_) refresh();
    mentor_->is_open() ? paint_mentor() : paint();
    if (!has_begun_link_) {
      has_begun_link_ = true;
      if (Status begun = parts_.link.open(); !begun) tell_staff(begun.error());
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
  if (mentor_->is_open()) {
    if (const auto in_ms = mentor_->due_ms()) sooner(steady_ms() + *in_ms);
    return due;
  }
  const View& view = session_.view;
  const bool can_become_idle =
      view.stage != Stage::welcome && view.overlay != Overlay::idle && !view.is_led_by_mentor;
  if (can_become_idle) sooner(last_activity_ms_ + int64_t{parts_.options.idle_minutes} * 60000);
  return due;
}

void KioskApp::pass_time() {
  const int64_t now = steady_ms();
  if (input_.due_ms() && *input_.due_ms() <= now) take(input_.pass(now));
  if (timer_due_ms_ && *timer_due_ms_ <= now) {
    timer_due_ms_.reset();
    give(TimePassed{timer_.timer, timer_.serial});
  }
  if (mentor_->is_open()) {
    if (const auto in_ms = mentor_->due_ms(); in_ms && *in_ms <= 0) mentor_->settle();
    return;
  }
  const View& view = session_.view;
  const bool can_become_idle =
      view.stage != Stage::welcome && view.overlay != Overlay::idle && !view.is_led_by_mentor;
  if (can_become_idle && now - last_activity_ms_ >= int64_t{parts_.options.idle_minutes} * 60000) {
    last_activity_ms_ = now;
    give(BecameIdle{});
  }
}

void KioskApp::take(const SDL_Event& event) {
  if (event.type == SDL_QUIT) {
    is_running_ = false;
    return;
  }
  if (event.type == SDL_WINDOWEVENT) {
    if (event.window.event == SDL_WINDOWEVENT_EXPOSED) must_paint_all_ = true;
    if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
      auto adopted = window_->adopt_size();
      if (!adopted) tell_staff(adopted.error());
      mentor_->resize(window_->display());
      must_paint_all_ = has_news_ = true;
    }
    if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) take(input_.let_go());
    return;
  }
  const bool is_down = event.type == SDL_FINGERDOWN || event.type == SDL_MOUSEBUTTONDOWN;
  const bool is_up = event.type == SDL_FINGERUP || event.type == SDL_MOUSEBUTTONUP;
  if (trace_ && is_down) trace_->note("finger_down");
  if (trace_ && is_up) {
    trace_->note("finger_up");
    trace_->listen_for_sound();
  }
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_->sdl(), &width, &height);
  const input::WindowSize size{width, height, window_->display().width_px,
                               window_->display().height_px};
  const auto raw = input::raw_of(event, size, steady_ms());
  if (take_for_mentor(event, raw)) return;
  if (!raw) return;
  if (is_down) speaker_->get_ready();
  if (const auto* touch = std::get_if<input::RawTouch>(&*raw)) take(input_.touch(*touch));
  if (const auto* key = std::get_if<input::RawKey>(&*raw)) take(input_.key(*key));
}

void KioskApp::take(const input::Gestures& gestures) {
  for (const input::Gesture& gesture : gestures) {
    if (const auto* activity = std::get_if<input::Activity>(&gesture)) {
      last_activity_ms_ = steady_ms();
      if (activity->is_new_touch) speaker_->hush();
    } else if (const auto* pressed = std::get_if<input::Pressed>(&gesture)) {
      state_.pressed = pressed->element;
      has_pressed_to_note_ = true;
    } else if (std::holds_alternative<input::Released>(gesture)) {
      state_.pressed = {};
    } else if (const auto* tapped = std::get_if<input::Tapped>(&gesture)) {
      state_.pressed = {};
      has_choice_to_note_ = true;
      give(Chosen{scene_.screen, tapped->element});
    } else if (const auto* began = std::get_if<input::DragBegan>(&gesture)) {
      state_.pressed = {};
      state_.dragged = began->drag.element;
    } else if (const auto* dropped = std::get_if<input::Dropped>(&gesture)) {
      state_.dragged = {};
      if (!dropped->onto.empty())
        give(aktiv::Dropped{scene_.screen, dropped->element, dropped->onto});
    } else if (const auto* focus = std::get_if<input::FocusMoved>(&gesture)) {
      state_.focus = focus->element;
    }
    const auto* moved = std::get_if<input::DragMoved>(&gesture);
    const auto* began = std::get_if<input::DragBegan>(&gesture);
    const input::Drag* drag = moved != nullptr   ? &moved->drag
                              : began != nullptr ? &began->drag
                                                 : nullptr;
    const PlacedElement* placed = drag != nullptr ? layout_.find(drag->element) : nullptr;
    if (placed != nullptr) {
      state_.dragged_x_px = (placed->rect.x + drag->dx_mm) * layout_.display.px_per_mm;
      state_.dragged_y_px = (placed->rect.y + drag->dy_mm) * layout_.display.px_per_mm;
    }
  }
}

void KioskApp::drain() {
  parts_.bell.heard();
  keeper_->drain();
  control_->drain();
  for (const speech::Event& event : speaker_->drain()) take_voice(event);
}

// One fact at a time; what a fact leads to waits its turn.
void KioskApp::give(Intent intent) {
  waiting_.push_back(std::move(intent));
  if (is_updating_) return;
  is_updating_ = true;
  while (!waiting_.empty()) {
    const Stamped stamped{std::move(waiting_.front()), utc_now_ms(),
                          Seed{chance_.next(), chance_.next()}};
    waiting_.pop_front();
    Step step = parts_.kit.engine->update(std::move(session_), stamped);
    session_ = std::move(step.session);
    has_news_ = true;
    for (Effect& effect : step.effects) perform(std::move(effect));
  }
  is_updating_ = false;
}

void KioskApp::perform(Effect effect) {
  if (keeper_->perform(effect, utc_now_ms())) return;
  if (const auto* wake = std::get_if<WakeAfter>(&effect)) {
    timer_ = *wake;
    timer_due_ms_ = steady_ms() + wake->ms;
  } else if (std::holds_alternative<Hush>(effect)) {
    speaker_->hush();
  } else if (const auto* play = std::get_if<Play>(&effect)) {
    speaker_->play(play->sound == Sound::click ? speech::Sound::click : speech::Sound::help);
  } else if (std::holds_alternative<SpeakScene>(effect)) {
    speak(parts_.kit.engine->describe(session_).speech, true);
  } else if (const auto* named = std::get_if<SpeakElement>(&effect)) {
    const Scene scene = parts_.kit.engine->describe(session_);
    const Element* element = scene.find(named->element);
    spoken_element_ = named->element;
    if (element != nullptr && !element->is_sealed && !element->phrase.spoken.empty())
      speak({{"", element->phrase.spoken, named->element}}, false);
  } else if (const auto* listen = std::get_if<Listen>(&effect)) {
    route_ = listen->listening == Listening::aloud     ? speech::Route::aloud
             : listen->listening == Listening::headset ? speech::Route::headset
                                                       : speech::Route::silent;
    speaker_->set_route(route_);
  } else if (std::holds_alternative<OpenMentor>(effect)) {
    take(input_.let_go());
    control_->look_up();
    if (const Status opened = mentor_->open(); !opened) tell_staff(opened.error());
  } else if (const auto* staff = std::get_if<TellStaff>(&effect)) {
    desk_->tell(staff->key);
  } else if (std::holds_alternative<WipeSession>(effect)) {
    route_ = speech::Route::aloud;
    speaker_->begin_session();
    keeper_->find_citizens();
  }
}

void KioskApp::speak(std::vector<Utterance> utterances, bool is_scene) {
  std::erase_if(utterances, [](const Utterance& utterance) { return utterance.text.empty(); });
  state_.word.reset();
  state_.lit = {};
  if (utterances.empty()) return;
  speech::Speech speech;
  speech.token = ++speech_token_;
  speech.language = session_.talk.id.empty() ? session_.language : session_.talk.language;
  speech.utterances = std::move(utterances);
  speech.route = route_;
  scene_token_ = is_scene ? speech.token : 0;
  speaker_->say(std::move(speech));
}

void KioskApp::take_voice(const speech::Event& event) {
  if (const auto* began = std::get_if<speech::UtteranceBegan>(&event)) {
    if (began->token != speech_token_) return;
    const auto at = static_cast<size_t>(began->utterance);
    state_.lit = scene_token_ != began->token ? spoken_element_
                 : at < scene_.speech.size()  ? scene_.speech[at].about
                                              : ElementId{};
  } else if (const auto* spoken = std::get_if<speech::WordSpoken>(&event)) {
    if (spoken->token != speech_token_ || scene_token_ != spoken->token) return;
    state_.word =
        ui::LitWord{static_cast<size_t>(spoken->utterance), static_cast<size_t>(spoken->word)};
  } else if (const auto* ended = std::get_if<speech::SpeechEnded>(&event)) {
    if (ended->token != speech_token_) return;
    state_.word.reset();
    state_.lit = {};
  } else if (const auto* fault = std::get_if<speech::SoundFault>(&event)) {
    tell_staff(fault->fault);
  } else if (const auto* sound = std::get_if<speech::SoundState>(&event)) {
    if (sound->is_silent) tell_staff(sound->because);
  }
}

}  // namespace aktiv::app
