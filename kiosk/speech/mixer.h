// Everything that is heard, added up. The device's thread calls render(); every other function may
// be called from any thread. A mutex guards a few pointers for microseconds; no file, no synthesis
// under it. Facts (UtteranceBegan, WordSpoken, SpeechEnded) come when their sample is rendered, not
// when it was made.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

#include "kiosk/speech/event.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

class Mixer {
 public:
  // fade_ms: how long a cut voice fades. tell is called after each render or hush that has facts,
  // outside the lock, on the calling thread.
  Mixer(int fade_ms, std::function<void(std::vector<Event>)> tell);

  // A new speech; what was speaking before is interrupted. serial tells speeches apart, also when
  // a token comes again.
  void begin(uint64_t serial, uint64_t token);
  // Ignored unless this speech is still the current one.
  void add(uint64_t serial, int utterance, Spoken spoken, int gap_ms);
  // No more utterances will come: after the last one the speech is completed.
  void close(uint64_t serial);
  void hush();
  bool is_current(uint64_t serial) const;

  void play(SharedPcm sound);
  void set_volume(int percent);
  void set_mute(bool is_mute);  // the short sounds; speech carries its own

  // Before another device takes over: the last milliseconds of a private word stay where they were.
  void drop_tails();

  void render(int16_t* out, int frames);
  bool is_idle() const;

 private:
  struct Clip {
    int utterance = 0;
    Spoken spoken;
    int64_t length = 0;  // with the gap after it
  };
  struct Tail {
    SharedPcm pcm;
    int64_t at = 0;
    int64_t left = 0;
  };
  struct Playing {
    SharedPcm pcm;
    int64_t at = 0;
  };

  bool is_quiet() const;  // under the lock, as all below
  void cut(std::vector<Event>& facts);
  void render_speech(std::vector<int>& sum, std::vector<Event>& facts);
  int64_t render_clip(const Clip& clip, std::vector<int>& sum, int64_t from,
                      std::vector<Event>& facts);
  void render_tails(std::vector<int>& sum);
  void render_sounds(std::vector<int>& sum);
  void write(const std::vector<int>& sum, int16_t* out);
  void report(std::vector<Event> facts);

  const int64_t fade_frames_;
  const std::function<void(std::vector<Event>)> tell_;

  mutable std::mutex mutex_;
  uint64_t serial_ = 0;
  uint64_t token_ = 0;
  bool is_speaking_ = false;
  bool is_closed_ = false;
  std::deque<Clip> clips_;
  int64_t at_ = 0;        // frame within clips_.front()
  size_t next_word_ = 0;  // within clips_.front()
  std::vector<Tail> tails_;
  std::vector<Playing> sounds_;
  double gain_ = 1;
  double wished_gain_ = 1;
  bool is_mute_ = false;
  std::vector<int> sum_;
};

}  // namespace aktiv::speech
