#include "kiosk/speech/outlets.h"

namespace aktiv::speech {

Outlets::Outlets(const SpeakerOptions& options, Mixer& mixer, std::function<void(Event)> tell)
    : options_(options), mixer_(mixer), tell_(std::move(tell)) {
  open(Which::loudspeaker);
}

Outlets::Which Outlets::which_for(Route route) const {
  const bool is_own_device = options_.headset_device != options_.device;
  return route == Route::headset && is_own_device ? Which::headset : Which::loudspeaker;
}

bool Outlets::take(Route route) {
  if (route == Route::silent) return false;
  if (route == Route::headset && options_.headset_device.empty()) {
    if (!has_told_of_headset_)
      tell_(
          SoundFault{"staff.sound.headset",
                     {"no headset is configured", "headset_device", "the name of a sound device"}});
    has_told_of_headset_ = true;
    return false;
  }
  if (which_for(route) != which_) open(which_for(route));
  return true;
}

void Outlets::stir() {
  is_resting_ = false;
  const auto stirred = sink_->stir();
  if (stirred) return;
  tell_(SoundFault{"staff.sound.device", stirred.error()});
  go_on_unheard(stirred.error());
  (void)sink_->stir();  // a null sink always can
}

// The words go on in time without a device, so that lighting and going on by itself still work.
void Outlets::go_on_unheard(const Fault& why) {
  sink_ = make_null_sink(pull(), options_.settings.buffer_frames);
  fall_silent(why);
}

void Outlets::rest() {
  sink_->rest();
  is_resting_ = true;
}

void Outlets::look_again() {
  has_told_of_headset_ = false;
  if (silent_because() || which_ != Which::loudspeaker) open(Which::loudspeaker);
}

void Outlets::open(Which which) {
  sink_.reset();  // its thread has ended before another may pull
  mixer_.drop_tails();
  which_ = which;
  auto made = make(which);
  if (made) {
    sink_ = std::move(*made);
    is_resting_ = false;
    return fall_silent(std::nullopt);
  }
  go_on_unheard(made.error());
}

Pull Outlets::pull() {
  return [this](int16_t* out, int frames) {
    mixer_.render(out, frames);
    if (options_.tap) options_.tap(out, frames);
  };
}

Result<std::unique_ptr<Sink>> Outlets::make(Which which) {
  const int frames = options_.settings.buffer_frames;
  switch (options_.outlet) {
    case Outlet::device:
      return make_device_sink(pull(), frames,
                              which == Which::headset ? options_.headset_device : options_.device);
    case Outlet::null:
      return make_null_sink(pull(), frames);
    case Outlet::wav:
      return make_wav_sink(pull(), frames, options_.wav_file);
    case Outlet::instant:
      return make_instant_sink();
  }
  return Fault{"no such outlet", "outlet", "device, null, wav or instant"};
}

void Outlets::fall_silent(std::optional<Fault> why) {
  {
    const std::lock_guard lock(mutex_);
    if (silent_because_ == why) return;
    silent_because_ = why;
  }
  tell_(SoundState{why.has_value(), why.value_or(Fault{})});
}

std::optional<Fault> Outlets::silent_because() const {
  const std::lock_guard lock(mutex_);
  return silent_because_;
}

}  // namespace aktiv::speech
