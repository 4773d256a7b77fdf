// Which sink is open: the loudspeaker's or the headset's, and what happens when it is missing.
// Lives on the voice's thread, but for silent_because(). At most one sink is open, so that nothing
// private is heard twice.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "kiosk/speech/mixer.h"
#include "kiosk/speech/sink.h"
#include "kiosk/speech/speaker.h"

namespace aktiv::speech {

class Outlets {
 public:
  // Both must outlive it.
  Outlets(const SpeakerOptions& options, Mixer& mixer, std::function<void(Event)> tell);

  // The sink for this route is open and about to pull; false when this route must stay silent.
  bool take(Route route);
  // Something was added to the mixer: pull it.
  void stir();
  void rest();
  bool is_resting() const { return is_resting_; }
  void look_again();  // for a device that was missing
  std::optional<Fault> silent_because() const;

 private:
  enum class Which { loudspeaker, headset };
  Which which_for(Route route) const;
  void open(Which which);
  Result<std::unique_ptr<Sink>> make(Which which);
  void go_on_unheard(const Fault& why);
  Pull pull();
  void fall_silent(std::optional<Fault> why);

  const SpeakerOptions& options_;
  Mixer& mixer_;
  const std::function<void(Event)> tell_;
  std::unique_ptr<Sink> sink_;
  Which which_ = Which::loudspeaker;
  bool is_resting_ = true;
  bool has_told_of_headset_ = false;
  mutable std::mutex mutex_;
  std::optional<Fault> silent_because_;
};

}  // namespace aktiv::speech
