// Update and perform: a fact goes into the dialogue, and what the dialogue orders is done.
#include <algorithm>

#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {

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
    follow_access();  // before anything is said
    for (Effect& effect : step.effects) perform(std::move(effect));
    follow_photos();
  }
  is_updating_ = false;
}

void KioskApp::perform(Effect effect) {
  if (keeper_->perform(effect, utc_now_ms()) || perform_recording(effect)) return;
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
    spoken_element_ = named->element;
    if (auto name = parts_.kit.engine->name(session_, named->element))
      speak({std::move(*name)}, false);
  } else if (const auto* volume = std::get_if<ChangeVolume>(&effect)) {
    const int step = house_voice_.volume_step_percent;
    speaker_->set_volume(
        std::clamp(speaker_->volume() + (volume->is_up ? step : -step), step, 100));
  } else if (const auto* listen = std::get_if<Listen>(&effect)) {
    route_ = listen->listening == Listening::aloud     ? speech::Route::aloud
             : listen->listening == Listening::headset ? speech::Route::headset
                                                       : speech::Route::silent;
    speaker_->set_route(route_);
  } else if (const auto* sheet = std::get_if<PrintSheet>(&effect)) {
    sheets_->print(*sheet, session_.talk.citizen,
                   [this, id = sheet->conversation](const Status& printed) {
                     if (!printed) desk_->tell("staff.sheet.waits", to_text(printed.error()));
                     give(SheetPrinted{id, printed.has_value()});
                   });
  } else if (std::holds_alternative<OpenMentor>(effect)) {
    take(input_.let_go());
    control_->look_up();
    if (const Status opened = mentor_->open(); !opened) tell_staff(opened.error());
  } else if (const auto* staff = std::get_if<TellStaff>(&effect)) {
    desk_->tell(staff->key);
  } else if (std::holds_alternative<WipeSession>(effect)) {
    route_ = speech::Route::aloud;
    level_due_ms_.reset();
    if (microphone_) microphone_->discard();
    speaker_->begin_session();
    use_voice();  // somebody else's may have begun in the same step
    keeper_->find_citizens();
    if (has_begun_link_) look_for_microphone();  // it may have been plugged in meanwhile
  }
}

}  // namespace aktiv::app
