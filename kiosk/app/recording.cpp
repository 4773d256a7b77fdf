// The microphone, by the dialogue's orders: open only while something is said into it.
#include "kiosk/app/kiosk_app.h"
#include "kiosk/sync/fhir/digest.h"

namespace aktiv::app {
namespace {

constexpr int64_t level_every_ms = 100;

}  // namespace

// After the first screen: the sound system takes its time.
void KioskApp::look_for_microphone() {
  const bool is_wanted = parts_.options.sound != "null";
  if (is_wanted && !microphone_) microphone_ = std::make_unique<speech::Microphone>();
  give(MicrophoneKnown{microphone_ && microphone_->is_there()});
}

bool KioskApp::perform_recording(const Effect& effect) {
  if (const auto* start = std::get_if<StartRecording>(&effect)) {
    const Status started = microphone_ ? microphone_->start(start->longest_ms)
                                       : Status(Fault{"there is no microphone", "sound", "one"});
    if (!started) {
      tell_staff(started.error());
      give(RecordingFailed{});
      return true;
    }
    level_due_ms_ = steady_ms() + level_every_ms;
  } else if (std::holds_alternative<StopRecording>(effect)) {
    end_recording();
  } else if (const auto* play = std::get_if<PlayClip>(&effect)) {
    spoken_element_ = touched_;  // lit while it is heard
    if (auto opus = fhir::from_base64(play->sound))
      speaker_->say_recording(begin_speech(), std::move(*opus), route_);
  } else {
    return false;
  }
  return true;
}

void KioskApp::pass_recording(int64_t now) {
  if (!level_due_ms_ || *level_due_ms_ > now) return;
  level_due_ms_ = now + level_every_ms;
  last_activity_ms_ = now;  // whoever speaks is there
  if (microphone_->is_full())
    end_recording();
  else
    give(LevelHeard{microphone_->level()});
}

void KioskApp::end_recording() {
  level_due_ms_.reset();
  if (!microphone_ || !microphone_->is_recording()) return;
  auto clip = microphone_->stop();
  if (clip) {
    give(Spoken{fhir::to_base64(clip->opus), clip->ms});
    return;
  }
  tell_staff(clip.error());
  give(RecordingFailed{});
}

}  // namespace aktiv::app
