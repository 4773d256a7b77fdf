// The microphone: open only between start() and stop(), closed otherwise, so that its light tells
// the truth. What was heard lies in this memory alone and is wiped when it is given away. Thread:
// the loop's; SDL's own thread brings the samples.
#pragma once

#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/speech/take.h"

namespace aktiv::speech {

struct Clip {
  std::string opus;  // Ogg/Opus, mono
  int ms = 0;
};

class Microphone {
 public:
  explicit Microphone(std::string device = {});  // empty = the default one
  ~Microphone();
  Microphone(const Microphone&) = delete;
  Microphone& operator=(const Microphone&) = delete;

  // Whether the sound system knows one; opens nothing.
  bool is_there();

  // Fails in words where there is none, or another program has it.
  Status start(int longest_ms);
  bool is_recording() const;
  bool is_full() const;  // longest_ms have been heard
  double level() const;  // 0–1, of the last tenth of a second

  // Ends the recording. Fails where nothing was heard.
  Result<Clip> stop();
  Take stop_raw();  // the samples themselves; perhaps none
  void discard();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::speech
