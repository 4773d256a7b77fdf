// Where the mixer's sound goes. A sink pulls: it calls `pull` on its own thread, one buffer at a
// time, in real time. stir() and rest() are called by one thread (the voice's). Destroying a sink
// ends its thread; pull is not called after.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

using Pull = std::function<void(int16_t* out, int frames)>;

class Sink {
 public:
  virtual ~Sink() = default;
  // Something is to be heard: begin pulling, if not already. Fails when the device is gone.
  virtual Status stir() = 0;
  // Nothing is to be heard: stop, at no cost until stirred.
  virtual void rest() = 0;
};

// Pulls in real time; nobody hears it.
std::unique_ptr<Sink> make_null_sink(Pull pull, int buffer_frames);

// As the null sink, and writes what would have been heard. Rests are written as silence, so that
// the file's time is the room's time.
Result<std::unique_ptr<Sink>> make_wav_sink(Pull pull, int buffer_frames,
                                            const std::filesystem::path& file);

// A sound device by its name; empty = the default. SDL_AUDIODRIVER chooses the driver. Opening is
// tried at once.
Result<std::unique_ptr<Sink>> make_device_sink(Pull pull, int buffer_frames,
                                               const std::string& device);

// Never pulls: the owner renders. For tests and for programs that set the clock themselves.
std::unique_ptr<Sink> make_instant_sink();

}  // namespace aktiv::speech
