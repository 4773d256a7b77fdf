// The voice of the kiosk. Owned by main; say(), hush() and the rest are called from the loop's
// thread and return at once. Inside it has one thread for voices and, through its sink, one for
// sound. What happens comes back as events: drain() after `wake` was called. Cannot fail: without a
// device, a voice or a file the words go on in time without sound, and staff are told why
// (SoundState, SoundFault).
//
// Privacy: every speech names its route; a private one is never heard on another, also not when its
// headset is missing (then it passes in silence). Texts are kept in memory only and forgotten by
// begin_session().
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/scene/scene.h"
#include "kiosk/speech/event.h"
#include "kiosk/speech/pcm.h"
#include "kiosk/speech/settings.h"
#include "kiosk/speech/voice_command.h"
#include "kiosk/speech/voice_shelf.h"

namespace aktiv::speech {

enum class Outlet {
  device,   // SDL; SDL_AUDIODRIVER chooses the driver
  null,     // real time, nobody hears it
  wav,      // real time, into wav_file
  instant,  // no threads: everything happens within the calls, time passes by advance()
};

struct SpeakerOptions {
  Settings settings;
  Outlet outlet = Outlet::device;
  std::filesystem::path wav_file;
  std::string device;  // empty = the default device
  std::string
      headset_device;  // empty = there is no headset; the same name as device = a jack on it
  std::vector<std::filesystem::path> packs;
  VoiceCommand voice_command;
  std::filesystem::path shelf;  // where sounds lie ready; empty = nowhere
  FixedTexts fixed;
  std::string espeak_data;  // empty = the system's
  // Sees every rendered buffer, on the sink's thread: measuring, a level meter. May be empty.
  std::function<void(const int16_t* samples, int frames)> tap;
};

struct Speech {
  uint64_t token = 0;  // comes back in the events
  std::string language;
  std::vector<Utterance> utterances;
  Route route = Route::aloud;
};

class Speaker {
 public:
  // wake: events wait to be drained. Called from any thread, also from within calls; must not call
  // back.
  Speaker(SpeakerOptions options, std::function<void()> wake);
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  // Interrupts what is being said. Ends with exactly one SpeechEnded.
  void say(Speech speech);
  // The last speech once more, under a new token. False when there is none.
  bool repeat(uint64_t token);
  // A person's own recording, Ogg/Opus; interrupts as say() does. What cannot be decoded passes in
  // silence, and staff are told.
  void say_recording(uint64_t token, std::string opus, Route route);
  // Silence with the next buffer, after a fade of a few milliseconds.
  void hush();
  void play(Sound sound);
  // A finger is down: open the device now if it rests, so that the lift is heard at once.
  void get_ready();
  // Recordings have come or gone: they are heard from the next speech on.
  void look_for_recordings();

  void set_volume(int percent);       // 0–100
  void set_rate(int words_a_minute);  // kept within the settings' lowest and highest
  void set_pitch(int pitch);          // 0–100
  void set_timbre(std::string name);  // of the settings; another: the voice as it is
  void set_sentence_pause(int ms);    // at the least so long between two sentences
  void set_route(Route route);        // of the short sounds; a Speech carries its own
  // Volume, rate, pitch, timbre, pauses and route as configured; nothing remembered; a missing
  // device is looked for again.
  void begin_session();

  bool has_headset() const;
  int volume() const;
  // Why nothing is heard; empty while sound works.
  std::optional<Fault> silent_because() const;
  std::vector<Event> drain();

  // Outlet::instant only: lets time pass and gives what was heard in it.
  Pcm advance(int ms);
  // Outlet::instant only: lays ready all that can lie ready.
  void do_spare();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::speech
